// Who takes part in a diagnosis, and as what.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, noteText } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { actorRole, diagnosisReference } from "./model.ts";
import { actorIn, changed, writableDiagnosis } from "./store.ts";

/** @throws `diagnosis.not_now`, `diagnosis.actor_there`, `organisations.unknown` */
export const bringIn = defineAct({
  name: "diagnosis.bring_in",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference, organisation: organisationKey, role: actorRole }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "actors");
    const party = await organisationInSpace(ctx.tx, diagnosis.space, given.organisation);
    const id = ctx.ids.next();
    const written = await firstRow(
      ctx.tx,
      sql`
        insert into diagnosis_actors (id, diagnosis_id, space, organisation_id, role)
        values (${id}, ${diagnosis.id}, ${diagnosis.space}, ${party.id}, ${given.role})
        on conflict (diagnosis_id, organisation_id) do nothing returning id`,
    );
    if (!written)
      throw diagnosisErrors.actor_there({ organisation: party.name, diagnosis: diagnosis.reference });
    await changed(ctx, diagnosis, { after: { actor: party.reference, role: given.role } });
    return { id };
  },
});

/** Takes out who was noted by mistake. @throws `diagnosis.not_now`, `diagnosis.actor_unknown`, `diagnosis.actor_used` */
export const leaveOut = defineAct({
  name: "diagnosis.leave_out",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    organisation: organisationKey,
    reason: noteText.trim().min(3),
  }),
  output: z.object({ reference: diagnosisReference }),
  async run(ctx, { organisation, reason, diagnosis: reference }) {
    const diagnosis = await writableDiagnosis(ctx, reference, "actors");
    const id = await actorIn(ctx.tx, diagnosis, organisation);
    const used = await firstRow(
      ctx.tx,
      sql`
        select from diagnosis_findings where actor_id = ${id}
        union all select from ranking_marks where actor_id = ${id}
        union all select from diagnosis_actions where proposed_by = ${id}`,
    );
    if (used) throw diagnosisErrors.actor_used({ organisation, diagnosis: reference });
    await sql`delete from diagnosis_actors where id = ${id}`.execute(ctx.tx);
    await changed(ctx, diagnosis, { before: { actor: organisation }, reason });
    return { reference };
  },
});
