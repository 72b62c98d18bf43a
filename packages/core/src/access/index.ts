export { accessErrors } from "./errors.ts";
export { listRoles } from "./list-roles.ts";
export { areasOf } from "./model.ts";
export { permissions } from "./permissions.ts";
export { routes } from "./routes.ts";
export { areaLabel, rightLabel } from "./say.ts";
export { whatIsSeen } from "./what-is-seen.ts";
