// An act keeps its file before its rows, and may be refused after: then the file lies there and nothing names it. Taking
// it away with the act is not safe, because another act may have kept the same bytes meanwhile; so it goes later.
import { sql } from "kysely";
import type { Context } from "./context.ts";
import { rows } from "./database.ts";
import { inReading } from "./reading.ts";

/** Longer than any act: who kept a file before this has named it or never will. */
const hours = 24;
const atOnce = 500;

/**
 * Removes the files that no row names and that nobody has kept (again) for a day. Safe beside acts and other sweeps.
 * By the clock of the machine, as the file store has it. Returns how many went.
 */
export async function sweepFiles(ctx: Context, now = Date.now()): Promise<number> {
  const before = new Date(now - hours * 3_600_000);
  let removed = 0;
  let found: string[] = [];
  const removeUnnamed = async () => {
    const hashes = found;
    found = [];
    // asked after the list was made: what was kept before that day is committed by now
    const unnamed = await inReading(ctx, (tx) =>
      rows(tx, sql<{ hash: string }>`select hash from files_unnamed(${hashes}::text[]) hash`),
    );
    for (const { hash } of unnamed) if (await ctx.files.removeUntouched(hash, before)) removed += 1;
  };
  for await (const hash of ctx.files.untouchedSince(before)) {
    found.push(hash);
    if (found.length === atOnce) await removeUnnamed();
  }
  if (found.length > 0) await removeUnnamed();
  return removed;
}
