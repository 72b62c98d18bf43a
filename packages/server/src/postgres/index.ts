export { type EmbeddedOptions, embeddedPostgres, type RunningPostgres } from "./embedded.ts";
export { ensurePostgres } from "./ensure.ts";
export {
  codeOf,
  isStartFailure,
  type StartFailure,
  type StartFailureCode,
  sayFileFailure,
  startFailure,
} from "./failures.ts";
export { askHolder, type Hold, tryHold } from "./lock.ts";
export { openDataDir } from "./place.ts";
export { databaseName, databaseRightsSql, grantInside, rolesSql } from "./roles.ts";
