// Decides which reading of a doubt holds. Like every decision on a reading it is a person's, dated and with its reason; it
// is taken back by deciding «none yet», and what was decided before stays.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, firstRow, objectScope, plainDate } from "../kernel/index.ts";
import { sourceErrors } from "./errors.ts";

interface Settled {
  readonly object_id: string;
  readonly readings: string[];
  readonly reading: number | null;
  readonly decided_on: string | null;
}

/**
 * @throws `sources.doubt_unknown`, `sources.doubt_reading_unknown`, `sources.decision_not_by_person`,
 *         `sources.decision_in_future`, `sources.decision_older` when a later decision stands.
 */
export const settleDoubt = defineAct({
  name: "sources.settle_doubt",
  permission: "sources.decide",
  scope: "object",
  input: z.object({
    doubt: z.uuid(),
    /** Which of its readings, from 1; null: none yet. */
    reading: z.int().min(1).max(100).nullable(),
    /** Today when it is not given. */
    decidedOn: plainDate.optional(),
    reason: z.string().trim().min(1).max(2000),
  }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, given) {
    if (ctx.actor.kind === "machine") throw sourceErrors.decision_not_by_person({ actor: ctx.actor.label });
    const { readings, reading: before } = await readDoubt(ctx, given.doubt, given.decidedOn ?? null);
    if (given.reading !== null && given.reading > readings.length)
      throw sourceErrors.doubt_reading_unknown({ reading: given.reading, last: readings.length });
    const decidedOn = given.decidedOn ?? dayOf(ctx.clock.now(), ctx.timeZone);
    const id = ctx.ids.next();
    await sql`
      insert into doubt_decisions (id, doubt_id, reading, decided_on, decided_by, decided_by_label, reason, recorded_at)
      values (${id}, ${given.doubt}, ${given.reading}, ${decidedOn}, ${ctx.actor.id}, ${ctx.actor.label},
              ${given.reason}, ${ctx.clock.now()})`.execute(ctx.tx);
    const words = (reading: number | null) => (reading === null ? null : (readings[reading - 1] ?? null));
    await ctx.journal({
      object: { kind: "doubt", id: given.doubt },
      before: { reading: words(before) },
      after: { reading: words(given.reading), decidedOn },
      reason: given.reason,
    });
    return { id };
  },
});

/** The doubt with its last decision, under a lock: two decisions at once come one after the other. */
async function readDoubt(ctx: ActContext, id: string, decidedOn: string | null): Promise<Settled> {
  await sql`select from doubts where id = ${id} for update`.execute(ctx.tx);
  const found = await firstRow(
    ctx.tx,
    sql<Settled>`
      select b.object_id, b.readings, s.reading, s.decided_on
      from doubts b
      left join lateral (select reading, decided_on from doubt_decisions where doubt_id = b.id
                         order by decided_on desc, recorded_at desc, id desc limit 1) s on true
      where b.id = ${id}`,
  );
  if (found === undefined) throw sourceErrors.doubt_unknown({ doubt: id });
  ctx.authorise(await objectScope(ctx.tx, found.object_id));
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const day = decidedOn ?? today;
  if (day > today) throw sourceErrors.decision_in_future({ day, today });
  if (found.decided_on !== null && found.decided_on > day)
    throw sourceErrors.decision_older({ day, last: found.decided_on });
  return found;
}
