import { type Context, systemActor } from "@iltizam/core/kernel";
import { openContext } from "@iltizam/server/compose";
import { type CommandDatabase, withDatabase } from "./connect.ts";

/**
 * Runs `act` as the administrator of this machine, on the application's login. After a restore the keys may be missing:
 * what needs no person works without them.
 */
export function withContext<Result>(
  values: { readonly data?: string | undefined },
  act: (ctx: Context, database: CommandDatabase) => Promise<Result>,
): Promise<Result> {
  return withDatabase(values, async (database) => {
    const { appUrl, dataDir } = database;
    const place = { appUrl, dataDir, actor: systemActor, name: "iltizam", connections: 4 };
    const { ctx, close } = await openContext({ ...place, lostKeys: "do without" });
    try {
      return await act(ctx, database);
    } finally {
      await close();
    }
  });
}
