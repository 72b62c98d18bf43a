export { defaultHost, defaultPort } from "./address.ts";
export { startErrors } from "./errors.ts";
export { demoState, type LoadDemo, loadDemoOnce } from "./first-run.ts";
export { startParts } from "./parts.ts";
export {
  type ServeOptions,
  type Serving,
  type Started,
  type StartOptions,
  type StartParts,
  start,
} from "./start.ts";
export { stayUntilStopped } from "./until-stopped.ts";
export { startWords, type Words } from "./words.ts";
