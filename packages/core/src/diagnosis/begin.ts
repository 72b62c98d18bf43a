import { sql } from "kysely";
import { z } from "zod";
import { agreementInSpace, agreementScope } from "../agreements/index.ts";
import {
  defineAct,
  firstRow,
  keyText,
  lineText,
  noteText,
  onlyRow,
  plainDate,
  space,
} from "../kernel/index.ts";
import { requireTerritoryId } from "../organisations/index.ts";
import { territoryPath } from "../territory/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference } from "./model.ts";

/**
 * Begins a diagnosis of a territory, in preparation.
 * @throws `diagnosis.reference_taken`, `diagnosis.days_reversed`, `organisations.territory_unknown`, `agreements.unknown`
 */
export const beginDiagnosis = defineAct({
  name: "diagnosis.begin",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    space,
    /** Made of the territory when it is not given: DTP-90-1. */
    reference: diagnosisReference.nullable().default(null),
    title: lineText.trim().min(3),
    titleAr: lineText.trim().min(3).nullable().default(null),
    territoryId: z.uuid(),
    /** The agreement that it serves; null: it comes before any. */
    agreement: keyText.nullable().default(null),
    /** How it is led: who is heard, where, how. */
    method: noteText.trim().min(3),
    startsOn: plainDate.nullable().default(null),
    endsOn: plainDate.nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), reference: diagnosisReference }),
  async run(ctx, given) {
    const { territoryId, startsOn, endsOn } = given;
    if (startsOn !== null && endsOn !== null && endsOn < startsOn)
      throw diagnosisErrors.days_reversed({ from: startsOn, to: endsOn });
    await requireTerritoryId(ctx.tx, given.space, territoryId);
    const agreement = given.agreement && (await agreementInSpace(ctx.tx, given.space, given.agreement));
    const above = agreement ? await agreementScope(ctx.tx, agreement) : {};
    ctx.authorise({ ...above, territoryPath: await territoryPath(ctx.tx, territoryId) });
    const id = ctx.ids.next();
    // of two that are begun at once without a reference, each is given its own
    await sql`select pg_advisory_xact_lock(hashtextextended('diagnosis.references', 0))`.execute(ctx.tx);
    const { reference } = await onlyRow(
      ctx.tx,
      sql<{ reference: string }>`
        select coalesce(${given.reference}::text, free_diagnosis_reference(
                 'DTP-' || left(regexp_replace(upper(t.code), '[^A-Z0-9]+', '-', 'g'), 20))) as reference
        from territories t where t.id = ${territoryId}`,
    );
    const written = await firstRow(
      ctx.tx,
      sql`
        insert into diagnoses (id, space, reference, title, title_ar, territory_id, agreement_id, method, starts_on,
                               ends_on, state, recorded_at)
        values (${id}, ${given.space}, ${reference}, ${given.title}, ${given.titleAr}, ${territoryId},
                ${agreement ? agreement.id : null}, ${given.method}, ${startsOn}, ${endsOn}, 'preparing',
                ${ctx.clock.now()})
        on conflict (reference) do nothing returning id`,
    );
    if (!written) throw diagnosisErrors.reference_taken({ diagnosis: reference });
    await sql`
      insert into diagnosis_steps (id, diagnosis_id, from_state, to_state, recorded_at)
      values (${ctx.ids.next()}, ${id}, null, 'preparing', ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "diagnosis", id }, after: { ...given, reference } });
    await ctx.emit({ type: "diagnosis.changed", objectId: id, payload: { reference } });
    return { id, reference };
  },
});
