export * from "./draft-format.ts";
export * from "./errors.ts";
export * from "./load-real-announcements.ts";
export { permissions } from "./permissions.ts";
export * from "./proposed-values.ts";
export * from "./record-draft.ts";
export * from "./review-format.ts";
export { routes } from "./routes.ts";
