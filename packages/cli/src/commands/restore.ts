import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { forgetUnusedKeys, knownGenerations } from "@iltizam/core/people";
import { replayErasures } from "@iltizam/core/results";
import {
  type Erasure,
  endRestore,
  type Manifest,
  readEnds,
  readErasures,
  restoreBackup,
} from "@iltizam/server/backup";
import { badUse, type Command, type Io } from "../command.ts";
import { type CommandDatabase, dataFolder, dataOption, dataUsage } from "../connect.ts";
import { inFreePlace } from "../in-free-place.ts";
import { stagedProgress } from "../progress.ts";
import { sayIn } from "../say.ts";
import { showVerified } from "../show-verified.ts";

export const command: Command = {
  name: "restore",
  summary: "Bring a backup back, into an empty place",
  usage: `iltizam restore FILE [--erasures LIST] [--data DIR]

  FILE             what “iltizam backup” has written
  --erasures LIST  erasures decided since, as “iltizam backup LIST --erasures-only” writes them
  ${dataUsage}, with nothing recorded in it`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...dataOption, erasures: { type: "string" } },
    });
    const [given, ...more] = positionals;
    if (given === undefined || more.length > 0) throw badUse("restore wants one FILE to read.");
    const file = resolve(given);
    await readEnds(file);
    const erasures = values.erasures === undefined ? [] : await readErasures(resolve(values.erasures));
    return inFreePlace(dataFolder(values), (place) => restore({ ...place, file, erasures, io }));
  },
};

interface Restoring extends CommandDatabase {
  readonly file: string;
  readonly erasures: readonly Erasure[];
  readonly io: Io;
}

async function restore({ ownerUrl, appUrl, dataDir, file, erasures, io }: Restoring): Promise<number> {
  const say = sayIn();
  const bar = stagedProgress(io);
  const labels = { check: say("restore.checking"), load: say("restore.loading") };
  const files = folderFileStore(join(dataDir, "files"));
  const opened = openDatabase(appUrl, { max: 4, applicationName: "iltizam restore" });
  const ctx = createContext({ db: opened.db, actor: systemActor, files });
  try {
    await restoreBackup({
      ...{ ownerUrl, files, file },
      tell: (stage, done, total) => bar.tell(labels[stage], done, total),
      afterLoad: async (manifest) => {
        bar.end();
        await finish(ctx, manifest, { file, erasures, io });
      },
    }).finally(() => bar.end());
    return await showVerified(ctx, io);
  } finally {
    await opened.close();
  }
}

async function finish(
  ctx: Context,
  manifest: Manifest,
  { file, erasures, io }: Pick<Restoring, "file" | "erasures" | "io">,
): Promise<void> {
  const say = sayIn();
  const { madeAt, timeZone, tables } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.files.length;
  await forgetUnusedKeys(ctx.db);
  await endRestore(ctx, { file: basename(file), madeAt, rows, files });
  const at = say.instant(madeAt, timeZone);
  io.out(say("restore.restored", { rows, files, at }));
  if (erasures.length > 0) {
    const erased = await replayErasures(ctx, { decisions: [...erasures] });
    io.out(say("restore.erased", { n: erasures.length, files: erased.files }));
  }
  if (timeZone !== ctx.timeZone) io.err(say("restore.timeZone", { backup: timeZone, here: ctx.timeZone }));
  const vault = tables.filter(({ name, rows }) => name.startsWith("vault_") && rows > 0);
  if (vault.length > 0) io.err(await keysNeeded(ctx));
}

/** Which keys bring the persons of the backup back: a rotation since may have taken their generation out. */
async function keysNeeded(ctx: Context): Promise<string> {
  const inUse = (await knownGenerations(ctx.db)).filter(({ isRetired }) => !isRetired);
  return sayIn()("restore.keysNeeded", { generations: inUse.map(({ number }) => String(number)) });
}
