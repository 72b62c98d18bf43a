export { readClosingFile } from "./closing-file.ts";
export { concludeAgreement } from "./conclude-agreement.ts";
export { closureErrors } from "./errors.ts";
export { guards } from "./guards.ts";
export * from "./model.ts";
export { permissions } from "./permissions.ts";
export { renewAgreement } from "./renew-agreement.ts";
export { routes } from "./routes.ts";
