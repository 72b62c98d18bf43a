// A reviewed text becomes records; until then nothing of it is in the register. Or there is nothing to record in it.
import { z } from "zod";
import { type ActContext, defineAct, keyText } from "../kernel/index.ts";
import { keepSentences } from "../sources/index.ts";
import { draftErrors } from "./errors.ts";
import { summaryOf } from "./get-intake.ts";
import { intakeSummary } from "./intake-format.ts";
import { changeIntake, type IntakeRow, intakeOf, lockedIntake } from "./intake-store.ts";
import type { Words } from "./list-items.ts";
import { measureReview } from "./measure-review.ts";
import { recordDraft } from "./record-draft.ts";
import { reviewersSentences } from "./reviewers-sentences.ts";
import { openDraft } from "./save-review.ts";

const intakeAndRevision = { intake: keyText, revision: z.int().min(1) };

/** So many open places are named; the screen lists them all. */
const mostNamed = 8;

/**
 * Records what was reviewed. A second time it changes nothing.
 * @throws `drafts.undecided` with the places that are open, and the refusals of `recordDraft`
 */
export const recordIntake = defineAct({
  name: "drafts.record_intake",
  permission: "drafts.record",
  scope: "somewhere",
  input: z.object(intakeAndRevision),
  output: z.object({
    document: z.uuid(),
    recorded: z.boolean(),
    assertions: z.int(),
    agreements: z.array(z.string()),
  }),
  async run(ctx, given) {
    const before = await intakeOf(ctx.tx, given.intake);
    if (before.state === "recorded") return recordedAlready(ctx, before);
    const intake = await lockedIntake(ctx, given.intake, given.revision);
    const draft = openDraft(intake);
    const { application, obstacles } = await measureReview(ctx, { ...intake, draft });
    if (obstacles.length > 0 || !application.draft || !application.review) {
      const paths = [...new Set(obstacles.map(({ path }) => path))];
      throw draftErrors.undecided({ count: paths.length, paths: paths.slice(0, mostNamed) });
    }
    const result = { draft: application.draft, review: application.review };
    const file = await ctx.files.get(intake.file_hash);
    await keepSentences(ctx, sentencesIn(result, { ...reviewersSentences(), ...intake.words }));
    const done = await recordDraft(ctx, { ...result, fileBase64: file.toString("base64") });
    const { document, agreements } = done;
    await changeIntake(ctx, intake.id, { state: "recorded", document_id: document, agreements, result });
    const counts = { document, agreements, assertions: done.assertions, decisions: intake.decisions };
    await ctx.journal({ object: { kind: "intake", id: intake.id }, after: counts });
    return done;
  },
});

/** The sentences that stand somewhere in what is recorded. */
function sentencesIn(recorded: object, known: Words): Words {
  const text = JSON.stringify(recorded);
  return Object.fromEntries(
    Object.entries(known).filter(([sentence]) => text.includes(JSON.stringify(sentence))),
  );
}

async function recordedAlready(ctx: ActContext, { id, document_id, agreements }: IntakeRow) {
  await ctx.journal({ object: { kind: "intake", id }, after: { recorded: false } });
  return { document: document_id ?? "", recorded: false, assertions: 0, agreements: [...agreements] };
}

/** The clean answer to a text in which nothing is signed or planned. */
export const setAside = defineAct({
  name: "drafts.nothing_to_record",
  permission: "drafts.review",
  scope: "somewhere",
  input: z.object({ ...intakeAndRevision, reason: z.string().trim().min(1).max(1000).optional() }),
  output: intakeSummary,
  async run(ctx, given) {
    const intake = await lockedIntake(ctx, given.intake, given.revision);
    if (intake.state === "recorded") throw draftErrors.intake_recorded({ file: intake.file_name });
    if (intake.draft === null) throw draftErrors.intake_unread({ file: intake.file_name });
    await changeIntake(ctx, intake.id, { state: "nothing", reason: given.reason ?? null });
    await ctx.journal({
      object: { kind: "intake", id: intake.id },
      after: { state: "nothing" },
      reason: given.reason,
    });
    return summaryOf(await intakeOf(ctx.tx, intake.id));
  },
});

/** A text that was set aside waits again. What is recorded stays recorded. */
export const reopen = defineAct({
  name: "drafts.reopen",
  permission: "drafts.review",
  scope: "somewhere",
  input: z.object(intakeAndRevision),
  output: intakeSummary,
  async run(ctx, given) {
    const intake = await lockedIntake(ctx, given.intake, given.revision);
    if (intake.state === "recorded") throw draftErrors.intake_recorded({ file: intake.file_name });
    if (intake.state === "nothing") await changeIntake(ctx, intake.id, { state: "open", reason: null });
    await ctx.journal({ object: { kind: "intake", id: intake.id }, after: { state: "open" } });
    return summaryOf(await intakeOf(ctx.tx, intake.id));
  },
});
