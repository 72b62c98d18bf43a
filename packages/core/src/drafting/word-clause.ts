// Writes a clause in other words, adds one of its own, or gives the template's words back.
import { z } from "zod";
import { defineAct, kernelErrors, keyText, lineText, noteText } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { type Choices, clauseKey, textLanguage } from "./model.ts";
import { dataOf } from "./name-data.ts";
import { strangeName } from "./names.ts";
import { choicesOf, draftedAgreement, keepChoices } from "./store.ts";
import { type TemplateBook, templateOf } from "./templates.ts";

/**
 * @throws `drafting.clause_unknown`, `drafting.name_unknown` (with what can be asked for), `kernel.edited_meanwhile`, and
 * what `draftedAgreement` refuses
 */
export const wordClause = defineAct({
  name: "drafting.word_clause",
  permission: "drafting.write",
  scope: "object",
  input: z.object({
    agreement: keyText,
    revision: z.int().min(0).max(2_147_483_647),
    /** Left out: a new clause, behind `after`. */
    clause: clauseKey.optional(),
    after: clauseKey.optional(),
    language: textLanguage,
    title: lineText.trim().optional(),
    /** A paragraph a line; empty gives the template's words back, and takes away a clause of one's own. */
    text: noteText,
  }),
  output: z.object({ clause: clauseKey, revision: z.int() }),
  async run(ctx, given) {
    const agreement = await draftedAgreement(ctx, given.agreement);
    const { choices, book, revision } = await choicesOf(ctx.tx, agreement);
    if (revision !== given.revision) throw kernelErrors.edited_meanwhile();
    const { language, title, after } = given;
    const paragraphs = given.text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const strange = strangeName(paragraphs, dataOf(await factsOf(ctx, agreement.id), choices));
    if (strange !== null) throw draftingErrors.name_unknown(strange);
    const key = given.clause ?? nextOwn(choices);
    requireClause(choices, book, given.clause, after);
    const others = choices.wordings.filter((one) => one.clause !== key || one.language !== language);
    const wordings =
      paragraphs.length === 0
        ? others
        : [...others, { clause: key, language, title: title || null, paragraphs, by: "jurist" as const }];
    const isThere = wordings.some(({ clause }) => clause === key);
    const own = given.clause ? choices.own : [...choices.own, { key, after: after ?? "object" }];
    const kept = own.filter((one) => one.key !== key || isThere);
    const changed = await keepChoices(ctx, agreement, { ...choices, wordings, own: kept });
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { clause: key, language, title, paragraphs },
    });
    return { clause: key, revision: changed };
  },
});

/** @throws `drafting.clause_unknown` */
function requireClause(
  choices: Choices,
  book: TemplateBook,
  clause: string | undefined,
  after: string | undefined,
): void {
  const { order } = templateOf(book, choices.template);
  const known = [...order, ...choices.own.map(({ key }) => key)];
  for (const key of [clause, after]) {
    if (key !== undefined && !known.includes(key))
      throw draftingErrors.clause_unknown({ clause: key, known });
  }
}

function nextOwn({ own }: Choices): string {
  const last = Math.max(0, ...own.map(({ key }) => Number(key.slice("own-".length))));
  return `own-${last + 1}`;
}
