// A reviewed draft becomes records, through the acts of the folders below and in one transaction: the document with its
// passages, every value as an assertion, parties, event, agreements, commitments, money, figures, doubts.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, canonicalJson, defineAct, firstRow } from "../kernel/index.ts";
import { keepDocument } from "../sources/index.ts";
import { draft as draftFormat } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import { proposedValues } from "./proposed-values.ts";
import { recordAgreements } from "./record-agreements.ts";
import { recordEvent, recordOutcome } from "./record-event.ts";
import { recordDoubts, recordFigures, recordStated } from "./record-figures.ts";
import { recordOrganisations, recordPeople, recordRelations } from "./record-parties.ts";
import { recordCommitments, recordContributions } from "./record-promises.ts";
import { recordValues } from "./record-values.ts";
import { placesOf, type Recording } from "./recording.ts";
import { review as reviewFormat } from "./review-format.ts";

const input = z.object({
  draft: draftFormat,
  review: reviewFormat,
  /** The file that was read; left out for a text whose bytes are its UTF-8. */
  fileBase64: z.base64().optional(),
});
type Given = z.output<typeof input>;

const hashOf = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

/**
 * Records a reviewed draft. The same draft with the same review again changes nothing; a second source of a known event
 * joins it by the references that the review gives: its words are kept beside the others, its figures count once.
 * @throws `drafts.file_differs`, `recorded_otherwise`, `organisation_unmatched`, `person_unmatched`, `place_unknown`,
 * `object_unknown`, `reference_differs`, `unreviewed`, and the refusals of the acts that it calls
 */
export const recordDraft = defineAct({
  name: "drafts.record",
  permission: "drafts.record",
  scope: "somewhere",
  input,
  output: z.object({
    document: z.uuid(),
    recorded: z.boolean(),
    assertions: z.int(),
    agreements: z.array(z.string()),
  }),
  async run(ctx, given) {
    const agreements = given.review.agreements.map((agreement) => agreement.reference);
    const document = await keep(ctx, given);
    const known = await recordedBefore(ctx, document.id, given);
    const assertions = known ? 0 : await record(ctx, document.id, given);
    const after = { document: document.hash, recorded: !known, assertions, agreements };
    await ctx.journal({ object: { kind: "document", id: document.id }, after });
    return { document: document.id, recorded: !known, assertions, agreements };
  },
});

async function keep(ctx: ActContext, { draft, review, fileBase64 }: Given) {
  const file = Buffer.from(fileBase64 ?? "", "base64");
  const bytes = fileBase64 === undefined ? Buffer.from(draft.source.text, "utf8") : file;
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (hash !== draft.source.sha256)
    throw draftErrors.file_differs({ file: draft.source.file, expected: draft.source.sha256 });
  const { language, text, publishedOn } = draft.source;
  return keepDocument(ctx, {
    ...{ space: review.space, ...review.document, language, text },
    publishedOn: publishedOn?.value ?? null,
    fileBase64: bytes.toString("base64"),
  });
}

/** Whether the very same was recorded before. @throws `drafts.recorded_otherwise` when it was, from another review */
async function recordedBefore(ctx: ActContext, documentId: string, given: Given): Promise<boolean> {
  const hashes = { draft_hash: hashOf(given.draft), review_hash: hashOf(given.review) };
  const known = await firstRow(
    ctx.tx,
    sql<typeof hashes>`select draft_hash, review_hash from recorded_drafts where document_id = ${documentId}`,
  );
  if (known && (known.draft_hash !== hashes.draft_hash || known.review_hash !== hashes.review_hash)) {
    throw draftErrors.recorded_otherwise({ file: given.draft.source.file });
  }
  if (known) return true;
  await sql`
    insert into recorded_drafts (document_id, space, draft_hash, review_hash, recorded_at)
    values (${documentId}, ${given.review.space}, ${hashes.draft_hash}, ${hashes.review_hash}, ${ctx.clock.now()})`.execute(
    ctx.tx,
  );
  return false;
}

async function record(ctx: ActContext, documentId: string, { draft, review }: Given): Promise<number> {
  const values = proposedValues(draft, review);
  const places = await placesOf(ctx, review, values);
  await recordOrganisations(ctx, review, places);
  const people = await recordPeople(ctx, review);
  const assertions = await recordValues(ctx, documentId, values, { places, people });
  const recording: Recording = {
    ctx,
    draft,
    review,
    documentId,
    places,
    people,
    assertions,
    values,
    objects: new Map(),
  };
  await recordRelations(recording);
  await recordEvent(recording);
  await recordAgreements(recording);
  await recordOutcome(recording);
  await recordCommitments(recording);
  await recordContributions(recording);
  await recordFigures(recording);
  await recordStated(recording);
  await recordDoubts(recording);
  await ctx.emit({ type: "drafts.recorded", objectId: documentId, payload: { assertions: values.length } });
  return values.length;
}
