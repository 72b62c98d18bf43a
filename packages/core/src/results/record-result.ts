import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, onlyRow } from "../kernel/index.ts";
import { withCurrentKeys } from "../people/index.ts";
import { errorNamed } from "./errors.ts";
import { post } from "./refusals.ts";
import { authoriseCommitment } from "./scope.ts";
import { recordingRow, refuseCin, sourceCode, textsOf, toldResult, toldRow } from "./told.ts";

export const recordInput = toldResult.extend({ source: sourceCode });

export const recordedResult = z.object({
  fact: z.uuid(),
  /** `unchanged`: the source had said the same before. `corrected`: an older revision was withdrawn for this one. */
  outcome: z.enum(["recorded", "corrected", "unchanged"]),
  /** Null where nothing changed. `withdrawn`, `erased`: the row is known and was taken out; it is not put back. */
  counting: z.enum(["counted", "repeat", "overlap", "refused", "withdrawn", "erased"]).nullable(),
  /** Why a refused fact does not count: its date or the commitment's eligibility. */
  reason: z.string().nullable(),
});

interface Answer {
  readonly problem: string | null;
  readonly detail: string | null;
  readonly fact: string;
  readonly outcome: z.output<typeof recordedResult>["outcome"];
  readonly counting: z.output<typeof recordedResult>["counting"];
  readonly reason: string | null;
}

/** Reads the answer of record_result or correct_result. */
export function readAnswer({ problem, detail, ...recorded }: Answer): z.output<typeof recordedResult> {
  if (problem !== null) throw errorNamed(problem, detail);
  return recorded;
}

async function recordOnce(ctx: ActContext, { source, ...told }: z.output<typeof recordInput>) {
  const answer = await onlyRow(
    ctx.tx,
    sql<Answer>`
      select problem, detail, fact_id as fact, outcome, counting, reason
      from record_result(${toldRow(told, ctx.keys)}, ${recordingRow(ctx, { act: "results.record", source })},
                         ${ctx.ids.next()}::uuid, ${ctx.ids.next()}::uuid, ${ctx.ids.next()}::uuid,
                         ${ctx.ids.random()}::uuid)`,
  );
  return readAnswer(answer);
}

/**
 * Records one result: the fact, its journal row and the totals of every node, in one statement (ledger.md §2, §3).
 * The same row of a source changes nothing; with other content it withdraws the older one.
 */
export const recordResult = defineAct({
  name: "results.record",
  permission: "results.record",
  scope: "object",
  journalsItself: true,
  oneStatement: true,
  input: recordInput,
  output: recordedResult,
  async run(ctx, given) {
    refuseCin(textsOf(given));
    await authoriseCommitment(ctx, "results.record", given.commitment);
    const once = () => withCurrentKeys(ctx, () => recordOnce(ctx, given));
    return post(once, ctx.transaction === undefined);
  },
});
