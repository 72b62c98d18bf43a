// Takes away a party that was recorded by mistake, with its representatives and the passages that gave it.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow } from "../kernel/index.ts";
import { partiesOf } from "./details.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey } from "./model.ts";
import { refuseRemoval } from "./refuse-removal.ts";
import { agreementScope, lockedAgreement } from "./store.ts";

export const removeParty = defineAct({
  name: "agreements.remove_party",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    partyId: z.uuid(),
    reason: z.string().trim().min(3).max(2000),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    refuseRemoval(agreement);
    const { id, reference } = agreement;
    const party = (await partiesOf(ctx.tx, id)).find((one) => one.id === given.partyId);
    if (party === undefined) throw agreementErrors.not_there({ reference, row: given.partyId });
    const signed = await firstRow(ctx.tx, sql`select from signatures where party_id = ${party.id}`);
    if (signed !== undefined)
      throw agreementErrors.party_has_signed({ reference, party: party.nameAtSignature });
    await sql`delete from agreement_assertions where agreement_id = ${id} and row_id = ${party.id}`.execute(
      ctx.tx,
    );
    await sql`delete from agreement_representatives where party_id = ${party.id}`.execute(ctx.tx);
    await sql`delete from agreement_parties where id = ${party.id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "agreement", id }, before: { party }, reason: given.reason });
    await ctx.emit({
      type: "agreements.party_removed",
      objectId: id,
      payload: { partyId: party.id, organisationId: party.organisationId, role: party.role },
    });
    return { id: party.id };
  },
});
