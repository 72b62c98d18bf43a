// The database of a command: the one of DATABASE_URL, or the data folder's, running already or started for the command.
import { resolve } from "node:path";
import { migrate } from "@iltizam/core/kernel";
import { refuseInterruptedRestore } from "@iltizam/server/backup";
import { ensurePostgres } from "@iltizam/server/postgres";
import { demoState, startErrors } from "@iltizam/server/start";

export interface CommandDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Where files and keys of this installation lie. */
  readonly dataDir: string;
}

/** The option of every command that needs the database, for `parseArgs`. */
export const dataOption = { data: { type: "string" } } as const;
export const dataUsage = "--data DIR    the data folder (./.iltizam)";

/** The data folder that was named, or `.iltizam` in the present folder. */
export function dataFolder(values: { readonly data?: string | undefined }): string {
  return resolve(values.data ?? ".iltizam");
}

/**
 * Runs `act` on the migrated database. An embedded one that was not running is stopped afterwards. A server of one's
 * own is left as it is: `iltizam migrate` brings it up to date.
 */
export async function withDatabase<Result>(
  values: { readonly data?: string | undefined },
  act: (database: CommandDatabase) => Promise<Result>,
): Promise<Result> {
  const dataDir = dataFolder(values);
  const postgres = await ensurePostgres({ dataDir });
  try {
    const { ownerUrl, appUrl, superuserUrl } = postgres;
    await refuseInterruptedRestore(ownerUrl);
    if (superuserUrl !== undefined) await migrate({ ownerUrl });
    if ((await demoState(ownerUrl)) === "interrupted") {
      throw startErrors.demo_interrupted();
    }
    return await act({ ownerUrl, appUrl, dataDir });
  } finally {
    await postgres.stop();
  }
}
