export { defaultHost, defaultPort } from "./address.ts";
export { demoState, type LoadDemo } from "./first-run.ts";
export { startParts } from "./parts.ts";
export { type CreateServer, type Started, type StartOptions, type StartParts, start } from "./start.ts";
export { untilStopped } from "./until-stopped.ts";
