// That everything was copied out, or put back, is itself an act with an actor.
import { defineAct } from "@iltizam/core/kernel";
import { z } from "zod";

/** Written before the copy is taken, so that the copy holds it. */
export const beginBackup = defineAct({
  name: "backup.begin",
  permission: "backup.make",
  input: z.object({ file: z.string() }),
  output: z.object({}),
  async run(ctx, { file }) {
    await ctx.journal({ object: { kind: "installation", id: "backup" }, after: { file } });
    return {};
  },
});

/** Written when everything of the backup is back. */
export const endRestore = defineAct({
  name: "backup.end_restore",
  permission: "backup.restore",
  input: z.object({ file: z.string(), madeAt: z.iso.datetime(), rows: z.int(), files: z.int() }),
  output: z.object({}),
  async run(ctx, restored) {
    await ctx.journal({ object: { kind: "installation", id: "backup" }, after: restored });
    return {};
  },
});
