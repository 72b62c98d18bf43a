import { z } from "zod";
import { defineQuery, keyText } from "../kernel/index.ts";
import { assembleText } from "./assemble-text.ts";
import { bookOf } from "./books.ts";
import { compareTexts, comparison } from "./compare.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { textLanguage } from "./model.ts";
import { choicesOf, contentOf, readAgreement, versionOf } from "./store.ts";

const number = z.coerce.number().int().min(1).max(32_767).optional();

/** @throws `drafting.version_unknown`, `drafting.template_unknown`, `drafting.language_absent` */
export const compareVersions = defineQuery({
  name: "drafting.compare",
  permission: "drafting.read",
  scope: "object",
  input: z.object({
    agreement: keyText,
    /** A frozen version; left out: the text as the register gives it now. */
    from: number,
    /** Likewise. */
    to: number,
    /** The later one is the text of now as this version of the templates would have it. */
    template: number,
    language: textLanguage,
  }),
  output: comparison,
  async run(ctx, { agreement: key, from, to, template, language }) {
    const agreement = await readAgreement(ctx, key);
    const { choices, book } = await choicesOf(ctx.tx, agreement);
    const facts = await factsOf(ctx, agreement.id);
    const frozen = async (version: number) => contentOf(await versionOf(ctx.tx, agreement, version));
    const now = (of = book) => assembleText(facts, { ...choices, templateVersion: of.version }, of);
    const before = from === undefined ? now() : await frozen(from);
    const later = async () => (to === undefined ? now() : frozen(to));
    const after =
      template === undefined ? await later() : now(await bookOf(ctx.tx, agreement.space, template));
    const [then, since] = [before, after].map(({ texts }) =>
      texts.find((text) => text.language === language),
    );
    if (then === undefined || since === undefined) {
      throw draftingErrors.language_absent({
        agreement: agreement.reference,
        version: (then ? (to ?? from) : from) ?? 0,
        language,
      });
    }
    return compareTexts(then, since);
  },
});
