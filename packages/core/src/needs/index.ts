export * from "./errors.ts";
export * from "./model.ts";
export { permissions } from "./permissions.ts";
export * from "./queries.ts";
export { routes } from "./routes.ts";
export * from "./state-figure.ts";
