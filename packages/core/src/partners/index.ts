export { clientFile } from "./client-file.ts";
export { listPartners } from "./list-partners.ts";
export { routes } from "./routes.ts";
