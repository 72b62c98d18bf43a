import { backupErrors } from "@iltizam/server/backup";
import { ensurePostgres, openDataDir, tryHold } from "@iltizam/server/postgres";
import type { CommandDatabase } from "./connect.ts";

/**
 * Runs `act` on the database of a place on which no server runs, and on which none starts meanwhile. The database may be
 * new: it is not migrated. @throws `backup.place_in_use`
 */
export async function inFreePlace<Result>(
  folder: string,
  act: (place: CommandDatabase) => Promise<Result>,
): Promise<Result> {
  const dataDir = openDataDir(folder);
  const hold = await tryHold(dataDir, "server", () => "");
  if (hold === undefined) throw backupErrors.place_in_use({ folder: dataDir });
  try {
    const postgres = await ensurePostgres({ dataDir });
    try {
      return await act({ ...postgres, dataDir });
    } finally {
      await postgres.stop();
    }
  } finally {
    await hold.release();
  }
}
