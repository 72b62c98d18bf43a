import { z } from "zod";
import { dayOf, defineQuery, keyText, plainDate, space } from "../kernel/index.ts";
import { paperErrors } from "./errors.ts";
import { findSubject } from "./find-subject.ts";
import { gatherContent } from "./gather-content.ts";
import { paperContent } from "./model.ts";

/**
 * What a file or an answer would hold if it were frozen now; nothing is kept. A question is not read: only the figures that
 * answer it.
 * @throws what `preparePaper` throws
 */
export const previewPaper = defineQuery({
  name: "papers.preview",
  permission: "papers.prepare",
  scope: "object",
  input: z.object({
    space,
    region: z.string().max(20).optional(),
    agreement: z.string().min(3).max(36).optional(),
    indicators: z.array(keyText).max(20).default([]),
    asOf: plainDate.optional(),
    knownOn: plainDate.optional(),
  }),
  output: paperContent,
  async run(ctx, given) {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const { asOf = today, knownOn = today, indicators } = given;
    for (const day of [asOf, knownOn]) if (day > today) throw paperErrors.day_to_come({ day });
    const subject = await findSubject(ctx, given);
    ctx.authorise(subject.scope);
    return gatherContent(ctx, subject, { space: given.space, title: null, asOf, knownOn, indicators });
  },
});
