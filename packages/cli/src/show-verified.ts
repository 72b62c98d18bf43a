// What a recount found, in words: nothing differs, or what does.
import type { Context } from "@iltizam/core/kernel";
import { type Difference, sealPending, verify } from "@iltizam/core/results";
import type { Io } from "./command.ts";
import { sayIn } from "./say.ts";

/** Seals what is ready, recounts and recomputes everything. */
export async function sealAndVerify(ctx: Context, io: Io) {
  const say = sayIn();
  if (io.terminal) io.err(say("verify.sealing"));
  await sealPending(ctx);
  if (io.terminal) io.err(say("verify.counting"));
  return verify(ctx, {});
}

const shown = 100;

/** Prints what `verify` found; 1 when anything differs. */
export async function showVerified(ctx: Context, io: Io): Promise<number> {
  const say = sayIn();
  const { differences, facts, blocks, sealedRows, erased } = await sealAndVerify(ctx, io);
  const totals = differences.filter(({ kind }) => kind === "total").length;
  io.out(say("verify.rows", { facts, blocks, rows: sealedRows }));
  io.out(say("verify.totals", { n: totals }));
  io.out(say("verify.blocks", { n: differences.length - totals }));
  if (erased > 0) io.out(say("verify.erased", { n: erased }));
  for (const difference of differences.slice(0, shown)) io.out(`  ${describe(difference)}`);
  if (differences.length > shown) io.out(say("verify.more", { n: differences.length - shown }));
  return differences.length === 0 ? 0 : 1;
}

/** One line, in the ledger's own codes: for whoever looks for the row. */
function describe(difference: Difference): string {
  if (difference.kind === "block") {
    const { block, place, row, id, problem } = difference;
    return [`block ${block}`, ...(row === null ? [] : [`row ${place} ${row} ${id}`]), problem].join(" · ");
  }
  const { node, span, year, indicator, version, evidence, margin, kept, recounted } = difference;
  const when = span === "year" ? `year ${year}` : `life ${year}`;
  return `${node} · ${when} · ${indicator}@${version} E${evidence} · ${margin}: kept ${kept}, recounted ${recounted}`;
}
