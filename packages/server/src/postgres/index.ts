export { type EmbeddedOptions, embeddedPostgres, type RunningPostgres } from "./embedded.ts";
export { isStartFailure, type StartFailure, type StartFailureCode, startFailure } from "./failures.ts";
export { databaseName, databaseRightsSql, grantInside, rolesSql } from "./roles.ts";
