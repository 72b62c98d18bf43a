export { funderErrors } from "./errors.ts";
export * from "./model.ts";
export { oneFunder } from "./one-funder.ts";
export { permissions } from "./permissions.ts";
export { routes } from "./routes.ts";
export { rowsBehind } from "./rows-behind.ts";
export { whatMoneyProduced } from "./what-money-produced.ts";
