export { auditErrors } from "./errors.ts";
export { exportJournal } from "./export-journal.ts";
export { permissions } from "./permissions.ts";
export { readJournal } from "./read-journal.ts";
export { routes } from "./routes.ts";
