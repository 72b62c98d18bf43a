export { uploadErrors } from "./errors.ts";
export { permissions } from "./permissions.ts";
export { routes } from "./routes.ts";
export { claimUpload, runUpload, tidyUploads } from "./run-upload.ts";
