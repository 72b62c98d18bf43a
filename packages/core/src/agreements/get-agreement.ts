// GET /agreements/:agreement: one agreement in full, as its tree, readings and states were known on a day.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, dbOf, defineQuery, plainDate, rows } from "../kernel/index.ts";
import { doubt, doubtsOf, type ReadingLink, readingsOf, readingsOfObject } from "../sources/index.ts";
import {
  amendment,
  amendmentsOf,
  approval,
  approvalsOf,
  field,
  fieldsOf,
  link,
  linksOf,
  orientation,
  orientationsOf,
  partiesOf,
  party,
  partyVerification,
  partyVerifications,
  signature,
  signaturesOf,
  waiver,
  waiversOf,
} from "./details.ts";
import { passagesOf, stateOn, stateOnDay, statePassage } from "./history.ts";
import { agreementKey, competence } from "./model.ts";
import { agreementOf, agreementScope } from "./store.ts";
import { agreementSummary, summariesOf } from "./summaries.ts";
import { ancestorsOf, treeNode, treeOf } from "./tree.ts";

export const getAgreement = defineQuery({
  name: "agreements.get",
  permission: "agreements.read",
  input: z.object({ agreement: agreementKey, asOf: plainDate.optional(), knownOn: plainDate.optional() }),
  output: agreementSummary.extend({
    purpose: z.string().nullable(),
    competence: competence.nullable(),
    signedTerritoryId: z.uuid().nullable(),
    signedDocumentId: z.uuid().nullable(),
    revision: z.int(),
    above: z.array(treeNode.omit({ depth: true, parentId: true })),
    children: z.array(treeNode),
    partiesInFull: z.array(party),
    links: z.array(link),
    fields: z.array(field),
    orientations: z.array(orientation),
    history: z.array(statePassage),
    stateAsOf: stateOnDay.nullable(),
    amendments: z.array(amendment),
    /** The parties that have to be verified. */
    verifications: z.array(partyVerification),
    waivers: z.array(waiver),
    approvals: z.array(approval),
    signatures: z.array(signature),
    /** For each field or row that a passage gives: every reading, with its words, and the adopted one. */
    sources: z.array(readingsOfObject),
    doubts: z.array(doubt),
  }),
  scope: "object",
  async run(ctx, input) {
    const row = await agreementOf(ctx.tx, input.agreement);
    ctx.authorise(await agreementScope(ctx.tx, row));
    const knownOn = input.knownOn ?? null;
    const [summary] = await summariesOf(ctx.tx, [row.id]);
    if (summary === undefined) throw new Error(`${row.reference} is gone`);
    const nodes = await treeOf(ctx.tx, row.id, knownOn);
    return {
      ...summary,
      purpose: row.purpose,
      competence: row.competence,
      signedTerritoryId: row.signed_territory_id,
      signedDocumentId: row.signed_document_id,
      revision: row.revision,
      above: await ancestorsOf(ctx.tx, row.id, knownOn),
      children: nodes.filter((node) => node.depth === 1),
      partiesInFull: await partiesOf(ctx.tx, row.id),
      links: await linksOf(ctx.tx, row.id),
      fields: await fieldsOf(ctx.tx, row.id),
      orientations: await orientationsOf(ctx.tx, row.id),
      history: await passagesOf(ctx, row.id, knownOn),
      stateAsOf: input.asOf ? await stateOn(ctx, row.id, input.asOf, knownOn) : null,
      amendments: await amendmentsOf(ctx, row.id, knownOn),
      verifications: await partyVerifications(ctx, row.id),
      waivers: await waiversOf(ctx.tx, row.id),
      approvals: await approvalsOf(ctx.tx, row.id),
      signatures: await signaturesOf(ctx.tx, row.id),
      sources: await readingsOfAgreement(ctx, row.id, knownOn),
      doubts: await doubtsOf(ctx.tx, [row.id]),
    };
  },
});

/** The readings of every field and row of an agreement that a passage gives, as known at the end of a day (null: now). */
export async function readingsOfAgreement(ctx: Context, agreementId: string, knownOn: string | null = null) {
  const links = await rows(
    dbOf(ctx),
    sql<ReadingLink>`
      select 'agreement.' || field as "objectKind", coalesce(row_id, agreement_id) as "objectId",
             assertion_id as "assertionId"
      from agreement_assertions
      where agreement_id = ${agreementId}
      order by field, row_id, assertion_id`,
  );
  return readingsOf(ctx, links, knownOn);
}
