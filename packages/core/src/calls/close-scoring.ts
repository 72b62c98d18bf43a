// Closes scoring: from now on every mark is seen by whoever judges and changes no more.
import { sql } from "kysely";
import { type Db, defineAct, firstRow, onlyRow } from "../kernel/index.ts";
import { callForStep, step, stepInput, stepOutput } from "./advance.ts";
import { callErrors } from "./errors.ts";
import { criteriaOf } from "./store.ts";

export interface Left {
  /** Named and not handed in. */
  readonly assessors: number;
  /** Given in, and nobody has said whether they are judged. */
  readonly unscreened: number;
  /** The admitted applications that no assessor has marked wholly. */
  readonly unmarked: readonly string[];
}

/** What is still to be done before the marks can be opened. */
export function leftToScore(db: Db, call: string, criteria: number): Promise<Left> {
  return onlyRow(
    db,
    sql<Left>`
      select (select count(*)::int from call_assessors where call_id = ${call} and handed_in_at is null) as assessors,
             (select count(*)::int from call_applications
              where call_id = ${call} and state = 'submitted' and admitted is null) as unscreened,
             array(select p.organisation_id::text from call_applications p
                   where p.call_id = ${call} and p.state = 'submitted' and p.admitted
                     and p.id not in (select g.application_id from marking_progress(${call}) g
                                      where g.marked = ${criteria}::int)) as unmarked`,
  );
}

/**
 * The owner closes scoring; with assessors who have not handed in, she says why. Marks that are not whole do not count.
 * @throws `calls.not_screened`, `calls.unmarked`, `calls.not_all_handed_in`
 */
export const closeScoring = defineAct({
  name: "calls.close_scoring",
  permission: "calls.prepare",
  scope: "object",
  judges: true,
  input: stepInput,
  output: stepOutput,
  async run(ctx, { call: key, reason }) {
    const call = await callForStep(ctx, key, "close_scoring");
    const criteria = await criteriaOf(ctx.tx, call);
    const left = await leftToScore(ctx.tx, call.id, criteria.length);
    if (left.unscreened > 0) throw callErrors.not_screened({ count: left.unscreened });
    const [first] = left.unmarked;
    if (first !== undefined) {
      const named = await firstRow(
        ctx.tx,
        sql<{ name: string }>`select name from organisations where id = ${first}`,
      );
      throw callErrors.unmarked({ count: left.unmarked.length, organisation: named?.name ?? "" });
    }
    if (left.assessors > 0 && !reason) throw callErrors.not_all_handed_in({ count: left.assessors });
    return step(ctx, call, "close_scoring", { reason });
  },
});
