export { clientFile } from "./client-file.ts";
export { listPartners } from "./list-partners.ts";
export { type VerificationState, verificationOf } from "./model.ts";
export { routes } from "./routes.ts";
