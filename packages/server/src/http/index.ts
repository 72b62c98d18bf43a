export { actorAtTheDoor } from "./actor-at-the-door.ts";
export { apiDocument } from "./api-document.ts";
export { createServer, type RunningServer, type ServerOptions } from "./create-server.ts";
export { type Gathered, gatherCore } from "./gather-core.ts";
export { sayError } from "./say-error.ts";
