import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { type CommandDatabase, withDatabase } from "./connect.ts";

/** Runs `act` as the administrator of this machine, on the application's login. */
export function withContext<Result>(
  values: { readonly data?: string | undefined },
  act: (ctx: Context, database: CommandDatabase) => Promise<Result>,
): Promise<Result> {
  return withDatabase(values, async (database) => {
    const opened = openDatabase(database.appUrl, { max: 4, applicationName: "iltizam" });
    const files = folderFileStore(join(database.dataDir, "files"));
    try {
      return await act(createContext({ db: opened.db, actor: systemActor, files }), database);
    } finally {
      await opened.close();
    }
  });
}
