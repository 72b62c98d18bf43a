export { type PublicPages, servePublic } from "./serve-public.ts";
