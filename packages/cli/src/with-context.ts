import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { type CommandDatabase, withDatabase } from "./connect.ts";
import { installationKeys } from "./installation-keys.ts";

/** Runs `act` as the administrator of this machine, on the application's login. */
export function withContext<Result>(
  values: { readonly data?: string | undefined },
  act: (ctx: Context, database: CommandDatabase) => Promise<Result>,
): Promise<Result> {
  return withDatabase(values, async (database) => {
    const opened = openDatabase(database.appUrl, { max: 4, applicationName: "iltizam" });
    const files = folderFileStore(join(database.dataDir, "files"));
    try {
      const keys = await installationKeys(database.dataDir, opened.db);
      const given = { db: opened.db, actor: systemActor, files, ...(keys === undefined ? {} : { keys }) };
      return await act(createContext(given), database);
    } finally {
      await opened.close();
    }
  });
}
