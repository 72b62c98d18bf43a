// Records one signature: who signed for which party, in which capacity, with which power, on which day.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey, requireOfficeHolder } from "../organisations/index.ts";
import { dayOfStep, notAllowed } from "./advance.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, type State, signatureSide } from "./model.ts";
import { keepScan, scan } from "./scan-signature.ts";
import { type AgreementRow, agreementScope, lockedAgreement } from "./store.ts";

const signable: readonly State[] = ["approved", "signed", "in_force", "suspended", "closing", "closed"];

export const recordSignature = defineAct({
  name: "agreements.record_signature",
  permission: "agreements.sign",
  input: z.object({
    agreement: agreementKey,
    /** The signatory. */
    organisation: organisationKey,
    officeHolderId: z.uuid(),
    side: signatureSide.nullish(),
    /** As whom the person signs: president, director general, by delegation. */
    capacity: z.string().trim().min(1).max(200),
    /** The decision that gives the power to sign. */
    power: z.string().trim().min(1).max(500).nullish(),
    signedOn: plainDate,
    place: z.string().trim().min(1).max(200).nullish(),
    /** The page that bears it; it may come later. */
    scan: scan.nullish(),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, { scan: base64, ...given }) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    if (!signable.includes(agreement.state)) throw notAllowed(agreement, "record_signature");
    dayOfStep(ctx, given.signedOn);
    const partyId = await signatoryOf(ctx, agreement, given.organisation);
    const holder = await requireOfficeHolder(ctx.tx, agreement.space, given.officeHolderId);
    const row = await firstRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into signatures (id, agreement_id, party_id, office_holder_id, side, capacity, power, signed_on, place,
                                recorded_at)
        values (${ctx.ids.next()}, ${agreement.id}, ${partyId}, ${holder.id}, ${given.side ?? null}, ${given.capacity},
                ${given.power ?? null}, ${given.signedOn}, ${given.place ?? null}, ${ctx.clock.now()})
        on conflict (agreement_id, party_id, office_holder_id) do nothing
        returning id`,
    );
    if (row === undefined)
      throw agreementErrors.signature_known({
        reference: agreement.reference,
        signatory: holder.name ?? holder.function,
      });
    const kept = base64
      ? { scan: await keepScan(ctx, { agreementId: agreement.id, signature: row.id, base64 }) }
      : {};
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { ...given, signatureId: row.id, partyId, ...kept },
    });
    await ctx.emit({
      type: "agreements.signature_recorded",
      objectId: agreement.id,
      payload: { signatureId: row.id, partyId },
    });
    return row;
  },
});

async function signatoryOf(ctx: ActContext, agreement: AgreementRow, key: string): Promise<string> {
  const organisation = await organisationInSpace(ctx.tx, agreement.space, key);
  const party = await firstRow(
    ctx.tx,
    sql<{ id: string }>`
      select id from agreement_parties
      where agreement_id = ${agreement.id} and organisation_id = ${organisation.id} and role = 'signatory'`,
  );
  if (party === undefined)
    throw agreementErrors.not_a_signatory({
      reference: agreement.reference,
      organisation: organisation.reference,
    });
  return party.id;
}
