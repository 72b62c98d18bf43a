// Drafts the agreement that renews another one: what may be taken over is chosen, the rest begins anew.
import { z } from "zod";
import {
  addField,
  addParty,
  agreementKey,
  agreementReference,
  agreementScope,
  draftAgreement,
  getAgreement,
  linkAgreements,
  lockedAgreement,
  type State,
} from "../agreements/index.ts";
import { commitmentsOfAgreement, promise } from "../commitments/index.ts";
import { type ActContext, defineAct, eachOnce, keyText, lineText, plainDate } from "../kernel/index.ts";
import { closureErrors } from "./errors.ts";

const renewable: readonly State[] = ["in_force", "suspended", "closing", "closed"];

const input = z.object({
  agreement: agreementKey,
  reference: agreementReference.optional(),
  title: lineText.trim().min(1),
  titleAr: lineText.trim().min(1).nullish(),
  periodFrom: plainDate.nullish(),
  periodTo: plainDate.nullish(),
  /** Ids of its parties. */
  parties: z.array(z.uuid()).max(200),
  fields: z.boolean(),
  frameworks: z.boolean(),
  /** References of its promises: their words are taken over, their numbers are agreed anew. */
  promises: z
    .array(keyText)
    .max(200)
    .refine((promises) => eachOnce(promises, String), "each promise once"),
});
type Given = z.output<typeof input>;
type Read = Awaited<ReturnType<typeof getAgreement>>;

/** @throws `closure.not_renewable`, `closure.not_of_agreement` */
export const renewAgreement = defineAct({
  name: "closure.renew",
  permission: "closure.renew",
  input,
  output: z.object({ id: z.uuid(), reference: z.string(), promises: z.int() }),
  scope: "object",
  async run(ctx, given) {
    const row = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, row));
    if (!renewable.includes(row.state)) throw closureErrors.not_renewable({ reference: row.reference });
    const old = await getAgreement(ctx, { agreement: row.reference });
    const { id, reference } = await draftAgreement(ctx, {
      ...{ space: row.space, kind: row.kind, type: row.type, purpose: row.purpose },
      ...{ title: given.title, titleAr: given.titleAr ?? null, competence: row.competence },
      ...{ periodFrom: given.periodFrom ?? null, periodTo: given.periodTo ?? null },
      ...{ territoryId: row.territory_id, leadOrganisation: row.lead_organisation_id },
      ...(given.reference && { reference: given.reference }),
    });
    await takeOver(ctx, old, given, reference);
    const promises = await takePromises(ctx, given, reference);
    await linkAgreements(ctx, { from: reference, to: row.reference, kind: "renews" });
    await ctx.journal({ object: { kind: "agreement", id: row.id }, after: { renewedBy: reference } });
    return { id, reference, promises };
  },
});

async function takeOver(ctx: ActContext, old: Read, given: Given, agreement: string): Promise<void> {
  const strange = given.parties.find((id) => !old.partiesInFull.some((party) => party.id === id));
  if (strange !== undefined)
    throw closureErrors.not_of_agreement({ what: strange, reference: old.reference });
  for (const { id, reference: organisation, role, representatives } of old.partiesInFull) {
    if (!given.parties.includes(id)) continue;
    const people = representatives.map((person) => person.id);
    await addParty(ctx, { agreement, organisation, role, representatives: people });
  }
  if (given.fields) for (const field of old.fields) await addField(ctx, { agreement, ...field });
  if (!given.frameworks) return;
  for (const { kind, direction, reference: to } of old.links)
    if (kind === "framework" && direction === "to") await linkAgreements(ctx, { from: agreement, to, kind });
}

async function takePromises(ctx: ActContext, given: Given, agreement: string): Promise<number> {
  if (given.promises.length === 0) return 0;
  const { commitments } = await commitmentsOfAgreement(ctx, { agreement: given.agreement });
  for (const reference of given.promises) {
    const found = commitments.find((one) => one.reference === reference);
    if (found === undefined)
      throw closureErrors.not_of_agreement({ what: reference, reference: given.agreement });
    const { kind, indicator, unit, wording, territory, owedBy } = found;
    await promise(ctx, {
      ...{ agreement, kind, unit, wording, indicator: indicator?.code ?? null },
      populations: found.populations,
      territoryId: territory?.id ?? null,
      owedBy: owedBy?.reference ?? null,
    });
  }
  return given.promises.length;
}
