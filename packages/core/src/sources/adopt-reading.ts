// Decides which reading of a figure holds. The decision is a person's, dated and with its reason; it may be taken back
// by deciding «none yet» (no assertion). Earlier decisions stay, so that a past date reads as it did then.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, firstRow, objectScope, plainDate, space } from "../kernel/index.ts";
import { sourceErrors } from "./errors.ts";
import { objectKind } from "./model.ts";
import { requireAssertions } from "./store.ts";

export const adoptReading = defineAct({
  name: "sources.adopt_reading",
  permission: "sources.decide",
  scope: "object",
  input: z.object({
    space,
    objectKind,
    objectId: z.uuid(),
    /** Null: none yet. */
    assertionId: z.uuid().nullable(),
    /** Today when it is not given. */
    decidedOn: plainDate.optional(),
    reason: z.string().trim().min(1).max(2000),
  }),
  output: z.object({ id: z.uuid(), before: z.uuid().nullable() }),
  async run(ctx, given) {
    if (ctx.actor.kind === "machine") throw sourceErrors.decision_not_by_person({ actor: ctx.actor.label });
    ctx.authorise(await objectScope(ctx.tx, given.objectId));
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const decidedOn = given.decidedOn ?? today;
    if (decidedOn > today) throw sourceErrors.decision_in_future({ day: decidedOn, today });
    if (given.assertionId !== null) await requireAssertions(ctx.tx, given.space, [given.assertionId]);
    await sql`select pg_advisory_xact_lock(hashtextextended(${given.objectId}, 0))`.execute(ctx.tx);
    const last = await firstRow(
      ctx.tx,
      sql<{ assertion_id: string | null; decided_on: string }>`
        select assertion_id, decided_on from adopted_readings
        where object_kind = ${given.objectKind} and object_id = ${given.objectId}
        order by decided_on desc, recorded_at desc, id desc limit 1`,
    );
    if (last && last.decided_on > decidedOn)
      throw sourceErrors.decision_older({ day: decidedOn, last: last.decided_on });
    const id = ctx.ids.next();
    await sql`
      insert into adopted_readings (id, space, object_kind, object_id, assertion_id, decided_on, decided_by,
                                    decided_by_label, reason, recorded_at)
      values (${id}, ${given.space}, ${given.objectKind}, ${given.objectId}, ${given.assertionId}, ${decidedOn},
              ${ctx.actor.id}, ${ctx.actor.label}, ${given.reason}, ${ctx.clock.now()})`.execute(ctx.tx);
    const before = last?.assertion_id ?? null;
    await ctx.journal({
      object: { kind: given.objectKind, id: given.objectId },
      before: { assertionId: before },
      after: { assertionId: given.assertionId, decidedOn },
      reason: given.reason,
    });
    await ctx.emit({
      type: "sources.reading_adopted",
      objectId: given.objectId,
      payload: { objectKind: given.objectKind, assertionId: given.assertionId },
    });
    return { id, before };
  },
});
