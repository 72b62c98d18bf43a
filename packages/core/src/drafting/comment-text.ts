// Says something of a passage of a version; answers, settles and opens again.
import { sql } from "kysely";
import { z } from "zod";
import { agreementScope } from "../agreements/index.ts";
import { type ActContext, defineAct, firstRow, keyText, noteText } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import { clauseKey, clauseWords, textLanguage } from "./model.ts";
import { placeOf } from "./passage.ts";
import { contentOf, readAgreement, versionOf } from "./store.ts";

/** @throws `drafting.passage_absent` when the clause does not say these words, `drafting.version_unknown` */
export const commentText = defineAct({
  name: "drafting.comment",
  permission: "drafting.comment",
  scope: "object",
  input: z.object({
    agreement: keyText,
    version: z.int().min(1).max(32_767),
    language: textLanguage,
    clause: clauseKey,
    /** The words that it is about, as the clause says them; left out: the whole clause. */
    quote: noteText.trim().min(1).optional(),
    comment: noteText.trim().min(1),
  }),
  output: z.object({ comment: z.uuid() }),
  async run(ctx, given) {
    const agreement = await readAgreement(ctx, given.agreement);
    const row = await versionOf(ctx.tx, agreement, given.version);
    const text = contentOf(row).texts.find(({ language }) => language === given.language);
    const clause = text?.clauses.find(({ key }) => key === given.clause);
    const words = clause === undefined ? "" : clauseWords(clause);
    const place = placeOf(words, given.quote ?? words, 0);
    if (place === null) throw draftingErrors.passage_absent({ clause: given.clause, version: row.number });
    const id = ctx.ids.next();
    await sql`
      insert into text_comments (id, space, version_id, language, clause, start_offset, end_offset, quote, comment,
                                 recorded_by_label, recorded_at)
      values (${id}, ${agreement.space}, ${row.id}, ${given.language}, ${given.clause}, ${place.start}, ${place.end},
              ${words.slice(place.start, place.end)}, ${given.comment}, ${ctx.actor.label}, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { version: row.number, clause: given.clause, comment: given.comment },
    });
    await ctx.emit({ type: "drafting.commented", objectId: agreement.id, payload: { version: row.number } });
    return { comment: id };
  },
});

/** @throws `drafting.comment_unknown`, `drafting.answer_empty` */
export const answerComment = defineAct({
  name: "drafting.answer",
  permission: "drafting.comment",
  scope: "object",
  input: z.object({
    comment: z.uuid(),
    answer: noteText.trim().min(1).nullish(),
    settled: z.boolean().nullish(),
  }),
  output: z.object({ comment: z.uuid() }),
  async run(ctx, { comment, answer = null, settled = null }) {
    const agreement = await commentedAgreement(ctx, comment);
    if (answer === null && settled === null) throw draftingErrors.answer_empty();
    await sql`
      insert into text_answers (id, comment_id, answer, settled, recorded_by_label, recorded_at)
      values (${ctx.ids.next()}, ${comment}, ${answer}, ${settled}, ${ctx.actor.label}, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await ctx.journal({ object: { kind: "agreement", id: agreement }, after: { answer, settled } });
    return { comment };
  },
});

async function commentedAgreement(ctx: ActContext, comment: string): Promise<string> {
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string }>`
      select v.agreement_id as id from text_comments c join text_versions v on v.id = c.version_id
      where c.id = ${comment}`,
  );
  if (found === undefined) throw draftingErrors.comment_unknown({ comment });
  ctx.authorise(await agreementScope(ctx.tx, found));
  return found.id;
}
