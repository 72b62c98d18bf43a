import { z } from "zod";
import { dayOf, defineAct, lineText, plainDate, space } from "../kernel/index.ts";
import { paperErrors } from "./errors.ts";
import { findSubject } from "./find-subject.ts";
import { gatherContent } from "./gather-content.ts";
import { paperNumber, question } from "./model.ts";
import { insertPaper, nextNumber, sealed } from "./store.ts";

/**
 * Freezes the committee file of a region or of a branch of the tree, or the answer to a question about it, as it stood on a day and as that was known on another
 * (both today unless they are said).
 * @throws `papers.one_subject`, `region_unknown`, `no_agreement`, `too_many_agreements`, `day_to_come`; `agreements.unknown`
 */
export const preparePaper = defineAct({
  name: "papers.prepare",
  permission: "papers.prepare",
  scope: "object",
  input: z.object({
    space,
    /** The code of a region or province. */
    region: z.string().max(20).optional(),
    agreement: z.string().min(3).max(36).optional(),
    title: lineText.nullish(),
    /** What it answers; without one it is the file of a committee. */
    question: question.optional(),
    asOf: plainDate.optional(),
    knownOn: plainDate.optional(),
  }),
  output: z.object({ number: paperNumber, hash: z.string(), agreements: z.int() }),
  async run(ctx, given) {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const { asOf = today, knownOn = today } = given;
    for (const day of [asOf, knownOn]) if (day > today) throw paperErrors.day_to_come({ day });
    const subject = await findSubject(ctx, given);
    ctx.authorise(subject.scope);
    const content = await gatherContent(ctx, subject, {
      ...{ space: given.space, title: given.title ?? null, asOf, knownOn, question: given.question },
    });
    const { text, hash } = sealed(content);
    const [id, number] = [ctx.ids.next(), await nextNumber(ctx, given.question ? "answer" : "committee")];
    const { territoryId, agreementId, of } = subject;
    const agreements = content.agreements.length;
    await insertPaper(ctx, {
      ...{ id, number, space: given.space, title: content.title, territoryId, agreementId },
      ...{ asOf, knownOn, hash, content: text, agreements },
    });
    await ctx.journal({
      object: { kind: "paper", id: number },
      after: { number, of: of.reference, asOf, knownOn, agreements, hash },
    });
    return { number, hash, agreements };
  },
});
