// What was said of a text: on the version that is read, each comment stands where its words still do.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, keyText, rows } from "../kernel/index.ts";
import { assembleText } from "./assemble-text.ts";
import { factsOf } from "./facts.ts";
import { clauseKey, clauseWords, type DraftContent, textLanguage } from "./model.ts";
import { placeOf } from "./passage.ts";
import { choicesOf, contentOf, readAgreement, versionOf } from "./store.ts";

const answer = z.object({
  answer: z.string().nullable(),
  settled: z.boolean().nullable(),
  by: z.string(),
  at: z.string(),
});
const commentShown = z.object({
  id: z.uuid(),
  version: z.int(),
  language: textLanguage,
  clause: clauseKey,
  quote: z.string(),
  comment: z.string(),
  by: z.string(),
  at: z.string(),
  settled: z.boolean(),
  answers: z.array(answer),
  /** Where its words stand in the text that is read; null: it no longer says them. */
  place: z.object({ start: z.int(), end: z.int() }).nullable(),
});

/** @throws `agreements.unknown`, `drafting.version_unknown` */
export const readComments = defineQuery({
  name: "drafting.comments",
  permission: "drafting.read",
  scope: "object",
  input: z.object({
    agreement: keyText,
    /** Left out: the text as the register gives it now. */
    version: z.coerce.number().int().min(1).max(32_767).optional(),
  }),
  output: z.object({ comments: z.array(commentShown) }),
  async run(ctx, given) {
    const agreement = await readAgreement(ctx, given.agreement);
    const { choices, book } = await choicesOf(ctx.tx, agreement);
    const content =
      given.version === undefined
        ? assembleText(await factsOf(ctx, agreement.id), choices, book)
        : contentOf(await versionOf(ctx.tx, agreement, given.version));
    const found = await commentRows(ctx.tx, agreement.id, given.version ?? null);
    return {
      comments: found.map(({ start, ...one }) => ({
        ...one,
        settled: one.answers.findLast(({ settled }) => settled !== null)?.settled ?? false,
        place: placeOf(wordsIn(content, one), one.quote, start),
      })),
    };
  },
});

type Row = Omit<z.infer<typeof commentShown>, "place" | "settled"> & { readonly start: number };

function wordsIn({ texts }: DraftContent, { language, clause }: Pick<Row, "language" | "clause">): string {
  const text = texts.find((one) => one.language === language);
  const found = text?.clauses.find(({ key }) => key === clause);
  return found === undefined ? "" : clauseWords(found);
}

/** Those of the version and of earlier ones. */
function commentRows(db: Db, agreementId: string, version: number | null): Promise<Row[]> {
  return rows(
    db,
    sql<Row>`
      select c.id, v.number as version, c.language, c.clause, c.quote, c.comment, c.recorded_by_label as by,
             to_json(c.recorded_at) #>> '{}' as at, c.start_offset as start,
             coalesce((select json_agg(json_build_object('answer', a.answer, 'settled', a.settled,
                                                         'by', a.recorded_by_label, 'at', a.recorded_at)
                                       order by a.recorded_at, a.id)
                       from text_answers a where a.comment_id = c.id), '[]') as answers
      from text_comments c join text_versions v on v.id = c.version_id
      where v.agreement_id = ${agreementId} and (${version}::int is null or v.number <= ${version}::int)
      order by c.recorded_at, c.id`,
  );
}
