// Chooses how an agreement's text is made: its template, its languages, its optional clauses, who signs by what power.
import { z } from "zod";
import { defineAct, kernelErrors, keyText } from "../kernel/index.ts";
import { bookOf } from "./books.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf, signatoryOf } from "./facts.ts";
import { type Choices, clauseKey, power, templateKind, textLanguage } from "./model.ts";
import { choicesOf, draftedAgreement, keepChoices } from "./store.ts";
import { templateOf } from "./templates.ts";

/**
 * @throws `kernel.edited_meanwhile`, `drafting.clause_unknown`, `drafting.party_unknown`, `drafting.holder_unknown`,
 * `drafting.template_unknown`, and what `draftedAgreement` refuses
 */
export const choose = defineAct({
  name: "drafting.choose",
  permission: "drafting.write",
  scope: "object",
  input: z.object({
    agreement: keyText,
    /** As the page read it: 0 before anything was chosen. */
    revision: z.int().min(0).max(2_147_483_647),
    template: templateKind.optional(),
    /** Another version of the templates than the one that the text was begun from. */
    templateVersion: z.int().min(1).max(32_767).optional(),
    languages: z.array(textLanguage).min(1).max(2).optional(),
    optional: z.array(clauseKey).max(40).optional(),
    powers: z.array(power).max(40).optional(),
  }),
  output: z.object({ revision: z.int() }),
  async run(ctx, given) {
    const agreement = await draftedAgreement(ctx, given.agreement);
    const { choices, book, revision } = await choicesOf(ctx.tx, agreement);
    if (revision !== given.revision) throw kernelErrors.edited_meanwhile();
    const { template = choices.template, languages = choices.languages } = given;
    const { templateVersion = choices.templateVersion } = given;
    const { optional = choices.optional, powers = choices.powers } = given;
    const changed: Choices = {
      ...choices,
      ...{ template, templateVersion, languages: [...new Set(languages)], powers },
    };
    const wanted =
      templateVersion === book.version ? book : await bookOf(ctx.tx, agreement.space, templateVersion);
    const { parties } = await factsOf(ctx, agreement.id);
    for (const { party, holder } of given.powers ?? []) {
      const found = parties.find(({ reference }) => reference === party);
      if (found === undefined) throw draftingErrors.party_unknown({ party });
      if (holder !== null && signatoryOf(found, holder) === null)
        throw draftingErrors.holder_unknown({ party });
    }
    const kept = await keepChoices(ctx, agreement, {
      ...changed,
      optional: fitting(templateOf(wanted, template).optional, optional, given.optional),
    });
    const { wordings: _, ...after } = changed;
    await ctx.journal({ object: { kind: "agreement", id: agreement.id }, after: { text: after } });
    return { revision: kept };
  },
});

/** Of the optional clauses those that the template has: another template leaves out what it does not know. */
function fitting(
  known: readonly string[],
  optional: readonly string[],
  asked: readonly string[] | undefined,
): string[] {
  const strange = asked?.find((key) => !known.includes(key));
  if (strange !== undefined) throw draftingErrors.clause_unknown({ clause: strange, known });
  return known.filter((key) => optional.includes(key));
}
