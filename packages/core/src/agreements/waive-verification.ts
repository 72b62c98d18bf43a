// The director lets an agreement pass although a partner is not verified in full: with a reason, which stays on its page.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, noteText } from "../kernel/index.ts";
import { organisationKey } from "../organisations/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey } from "./model.ts";
import { agreementScope, lockedAgreement } from "./store.ts";
import { unverifiedParties } from "./unverified-parties.ts";

/** @throws `agreements.nothing_to_waive` when the organisation is no party, or nothing of it is open */
export const waiveVerification = defineAct({
  name: "agreements.waive_verification",
  permission: "agreements.waive_verification",
  input: z.object({
    agreement: agreementKey,
    organisation: organisationKey,
    reason: noteText.trim().min(10),
  }),
  output: z.object({ id: z.uuid(), points: z.array(z.string()) }),
  scope: "object",
  judges: true,
  async run(ctx, { agreement: key, organisation, reason }) {
    const agreement = await lockedAgreement(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const partner = (await unverifiedParties(ctx, agreement.id)).find(
      ({ id, reference }) => organisation === id || organisation === reference,
    );
    if (partner === undefined)
      throw agreementErrors.nothing_to_waive({ organisation, reference: agreement.reference });
    const id = ctx.ids.next();
    const points = [...partner.points];
    await sql`
      insert into verification_waivers (id, agreement_id, organisation_id, points, reason, waived_by, recorded_at)
      values (${id}, ${agreement.id}, ${partner.id}, ${points}::text[], ${reason}, ${ctx.actor.label},
              ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { waiver: id, organisation: partner.id, points },
      reason,
    });
    await ctx.emit({ type: "agreements.verification_waived", objectId: agreement.id });
    return { id, points };
  },
});
