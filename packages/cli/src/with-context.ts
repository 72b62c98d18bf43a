import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
  systemClock,
} from "@iltizam/core/kernel";
import { openKeys } from "@iltizam/core/people";
import { type CommandDatabase, withDatabase } from "./connect.ts";

/** Runs `act` as the administrator of this machine, on the application's login, with the vault's keys. */
export function withContext<Result>(
  values: { readonly data?: string | undefined },
  act: (ctx: Context, database: CommandDatabase) => Promise<Result>,
): Promise<Result> {
  return withDatabase(values, async (database) => {
    const opened = openDatabase(database.appUrl, { max: 4, applicationName: "iltizam" });
    const files = folderFileStore(join(database.dataDir, "files"));
    try {
      const keys = await openKeys(join(database.dataDir, "keys.json"), systemClock, process.env.ILTIZAM_KEYS);
      return await act(createContext({ db: opened.db, actor: systemActor, files, keys }), database);
    } finally {
      await opened.close();
    }
  });
}
