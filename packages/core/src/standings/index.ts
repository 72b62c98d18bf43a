export { agreementLines } from "./agreement-lines.ts";
export { standingsErrors } from "./errors.ts";
export { byLateness } from "./lateness.ts";
export { memberStandings } from "./member-standings.ts";
export * from "./model.ts";
export { permissions } from "./permissions.ts";
export { routes } from "./routes.ts";
export { type StandingRow, standingRow } from "./rows.ts";
export { standings } from "./standings.ts";
