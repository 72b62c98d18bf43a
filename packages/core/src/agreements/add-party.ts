// Adds a party in a role, with the name that it bore then and those who represent it. Saying it twice changes nothing.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, onlyRow, ordinal, rows } from "../kernel/index.ts";
import {
  type OrganisationRow,
  organisationErrors,
  organisationInSpace,
  organisationKey,
} from "../organisations/index.ts";
import { amendmentOf } from "./amend.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, amendableFields, amendmentType, isFixed, mayHaveRole, partyRole } from "./model.ts";
import { type AgreementRow, agreementScope, lockedAgreement } from "./store.ts";

const input = z.object({
  agreement: agreementKey,
  organisation: organisationKey,
  role: partyRole,
  /** Its present name when it is not given. */
  nameAtSignature: z.string().trim().min(1).max(300).optional(),
  /** Whether the texts name it as one who signed; null when they leave it open. */
  signed: z.boolean().nullish(),
  /** Office-holders who act for it. */
  representatives: z.array(z.uuid()).default([]),
  /** The number of the amendment by which it joins a text that is signed. */
  amendment: ordinal.optional(),
});
type Input = z.output<typeof input>;

export const addParty = defineAct({
  name: "agreements.add_party",
  permission: "agreements.edit",
  input,
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const { kind } = agreement;
    if (!mayHaveRole(kind, given.role)) throw agreementErrors.role_not_of_kind({ kind, role: given.role });
    await checkAmendment(ctx, agreement, given.amendment);
    const organisation = await organisationInSpace(ctx.tx, agreement.space, given.organisation);
    const id = await keepParty(ctx, agreement, organisation, given);
    await keepRepresentatives(ctx, agreement, id, given.representatives);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { ...given, partyId: id, organisation: organisation.id },
    });
    await ctx.emit({
      type: "agreements.party_added",
      objectId: agreement.id,
      payload: { partyId: id, organisationId: organisation.id, role: given.role },
    });
    return { id };
  },
});

/** A text that is signed takes new parties by an amendment of that type only. */
async function checkAmendment(ctx: ActContext, agreement: AgreementRow, number: number | undefined) {
  if (!isFixed(agreement)) return;
  const type = number === undefined ? null : (await amendmentOf(ctx, agreement, number)).type;
  if (type !== null && amendableFields[amendmentType.parse(type)].includes("parties")) return;
  throw agreementErrors.needs_amendment({
    reference: agreement.reference,
    fields: ["parties"],
    types: ["party"],
  });
}

async function keepParty(
  ctx: ActContext,
  agreement: AgreementRow,
  organisation: OrganisationRow,
  given: Input,
): Promise<string> {
  const row = await onlyRow(
    ctx.tx,
    sql<{ id: string }>`
      insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature, signed)
      values (${ctx.ids.next()}, ${agreement.id}, ${agreement.space}, ${organisation.id}, ${given.role},
              ${given.nameAtSignature ?? organisation.name}, ${given.signed ?? null})
      on conflict (agreement_id, organisation_id, role)
      do update set signed = coalesce(excluded.signed, agreement_parties.signed)
      returning id`,
  );
  return row.id;
}

async function keepRepresentatives(
  ctx: ActContext,
  agreement: AgreementRow,
  partyId: string,
  holders: readonly string[],
): Promise<void> {
  if (holders.length === 0) return;
  const known = await rows(
    ctx.tx,
    sql<{ id: string }>`
      select id from office_holders where id = any(${holders}::uuid[]) and space = ${agreement.space}`,
  );
  const missing = holders.find((id) => !known.some((row) => row.id === id));
  if (missing) throw organisationErrors.office_holder_unknown({ id: missing, space: agreement.space });
  await sql`
    insert into agreement_representatives (party_id, office_holder_id)
    select ${partyId}, unnest(${holders}::uuid[])
    on conflict do nothing`.execute(ctx.tx);
}
