export { look } from "./look.ts";
export { myWork, type WorkEntry, workEntry } from "./my-work.ts";
export { permissions } from "./permissions.ts";
export { routes } from "./routes.ts";
