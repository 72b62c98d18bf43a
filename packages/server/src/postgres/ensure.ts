import { type EmbeddedOptions, embeddedPostgres, type RunningPostgres } from "./embedded.ts";
import { externalPostgres } from "./external.ts";

/**
 * The database that this process works with: the server of DATABASE_URL when that is set, else the embedded one of the
 * data folder, which is found running, or started, or made first.
 * @throws `postgres.*`, each with the sentence to show
 */
export function ensurePostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  const { DATABASE_URL: url, DATABASE_APP_URL: appUrl } = process.env;
  return url ? externalPostgres({ url, appUrl }) : embeddedPostgres(options);
}
