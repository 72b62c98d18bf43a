export { apiDocument } from "./api-document.ts";
export { createServer, type PublicAddress, type RunningServer, type ServerOptions } from "./create-server.ts";
export { type Provider, type ProviderSettings, providerOf, providerOfEnvironment } from "./door/provider.ts";
export { type Gathered, gatherCore } from "./gather-core.ts";
export { sayError } from "./say-error.ts";
