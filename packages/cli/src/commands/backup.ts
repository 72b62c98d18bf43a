import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Context } from "@iltizam/core/kernel";
import { beginBackup, exportErasures, makeBackup } from "@iltizam/server/backup";
import { badUse, type Command, type Io } from "../command.ts";
import { type CommandDatabase, dataOption, dataUsage } from "../connect.ts";
import { stagedProgress } from "../progress.ts";
import { sayIn } from "../say.ts";
import { withContext } from "../with-context.ts";

export const command: Command = {
  name: "backup",
  summary: "Save everything except the keys in one file",
  usage: `iltizam backup FILE [--erasures-only] [--data DIR]

  FILE             a new file; one that is there already is left as it is
  --erasures-only  only the list of erasures, for a later restore of an older backup
  ${dataUsage}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...dataOption, "erasures-only": { type: "boolean", default: false } },
    });
    const [given, ...more] = positionals;
    if (given === undefined || more.length > 0) throw badUse("backup wants one FILE to write.");
    const file = resolve(given);
    return withContext(values, async (ctx, database) => {
      if (!values["erasures-only"]) return save(ctx, database, file, io);
      const n = await exportErasures(ctx, file);
      io.out(sayIn()("backup.erasures", { file, n }));
      return 0;
    });
  },
};

async function save(ctx: Context, { ownerUrl }: CommandDatabase, file: string, io: Io): Promise<number> {
  const say = sayIn();
  await beginBackup(ctx, { file: basename(file) });
  const bar = stagedProgress(io);
  const { files, timeZone } = ctx;
  const made = await makeBackup({
    ...{ ownerUrl, files, file, timeZone, now: ctx.clock.now() },
    tell: (done, total) => bar.tell(say("backup.saving"), done, total),
  }).finally(() => bar.end());
  const { rows, blocks, damaged } = made;
  const megabytes = (made.bytes / 1_000_000).toFixed(1);
  io.out(say("backup.saved", { file, rows, files: made.files, blocks, megabytes }));
  io.err(say("backup.keysApart"));
  if (damaged.length > 0) io.err(say("backup.damaged", { n: damaged.length, hashes: damaged }));
  return damaged.length > 0 ? 1 : 0;
}
