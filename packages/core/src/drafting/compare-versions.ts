import { z } from "zod";
import { defineQuery, keyText } from "../kernel/index.ts";
import { assembleText } from "./assemble-text.ts";
import { compareTexts, comparison } from "./compare.ts";
import { draftingErrors } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { textLanguage } from "./model.ts";
import { choicesOf, contentOf, readAgreement, versionOf } from "./store.ts";

/** @throws `drafting.version_unknown`, `drafting.language_absent` */
export const compareVersions = defineQuery({
  name: "drafting.compare",
  permission: "drafting.read",
  scope: "object",
  input: z.object({
    agreement: keyText,
    from: z.coerce.number().int().min(1).max(32_767),
    /** Left out: the text as the register gives it now. */
    to: z.coerce.number().int().min(1).max(32_767).optional(),
    language: textLanguage,
  }),
  output: comparison,
  async run(ctx, { agreement: key, from, to, language }) {
    const agreement = await readAgreement(ctx, key);
    const before = contentOf(await versionOf(ctx.tx, agreement, from));
    const { choices } = await choicesOf(ctx.tx, agreement);
    const after =
      to === undefined
        ? assembleText(await factsOf(ctx, agreement.id), choices)
        : contentOf(await versionOf(ctx.tx, agreement, to));
    const [then, now] = [before, after].map(({ texts }) => texts.find((text) => text.language === language));
    if (then === undefined || now === undefined) {
      throw draftingErrors.language_absent({
        agreement: agreement.reference,
        version: then ? (to ?? from) : from,
        language,
      });
    }
    return compareTexts(then, now);
  },
});
