// An installation with its registers and no announcement: what the intake starts from.
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
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import type { DemoPlace } from "@iltizam/server/demo";
import { readerInProcess } from "@iltizam/server/reading";

/** Territory and catalogue, and what comes after them. */
export async function seedRegisters(
  { appUrl, dataDir }: DemoPlace,
  andThen: (ctx: Context) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const { db, close } = openDatabase(appUrl, { max: 2 });
  const keys = await openKeys(join(dataDir, "keys.json"), systemClock);
  const files = folderFileStore(join(dataDir, "files"));
  const ctx = createContext({ db, actor: systemActor, files, keys, reader: readerInProcess() });
  await loadTerritory(ctx, { space: "real" });
  await loadVocabulary(ctx, {});
  await andThen(ctx);
  await close();
}
