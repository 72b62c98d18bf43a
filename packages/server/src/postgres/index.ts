export { type EmbeddedOptions, embeddedPostgres, type RunningPostgres } from "./embedded.ts";
export { emptyDatabase } from "./empty-database.ts";
export { ensurePostgres } from "./ensure.ts";
export { postgresErrors } from "./errors.ts";
export { because, codeOf, fileFailure } from "./failures.ts";
export { askHolder, type Hold, tryHold, withLock } from "./lock.ts";
export { openDataDir } from "./place.ts";
export { databaseName, databaseRightsSql, grantInside, rolesSql } from "./roles.ts";
