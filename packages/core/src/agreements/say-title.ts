// Says the title of an agreement in another language; what was agreed does not change by it.
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { noteTranslation } from "../translations/index.ts";
import { foldedOf } from "./create-agreement.ts";
import { agreementKey } from "./model.ts";
import { agreementScope, lockedAgreement, updateAgreement } from "./store.ts";

export const sayTitle = defineAct({
  name: "agreements.say_title",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    language: z.enum(["ar", "en"]),
    title: z.string().trim().min(1).max(500),
    /** Whether who gives it vouches for it; an Arabic title that nobody vouches for waits for a reader. */
    reviewed: z.boolean(),
  }),
  output: z.object({ id: z.uuid(), revision: z.int() }),
  scope: "object",
  async run(ctx, { agreement: key, language, title, reviewed }) {
    const agreement = await lockedAgreement(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const after = language === "ar" ? { title_ar: title } : { title_en: title };
    const { id, reference } = agreement;
    await updateAgreement(ctx.tx, id, { ...after, folded: foldedOf({ ...agreement, ...after }) });
    if (language === "ar")
      await noteTranslation(ctx, {
        ...{ kind: "agreement", key: id, field: "title", place: reference },
        ...{ original: agreement.title, content: title, reviewed },
      });
    const before = language === "ar" ? { title_ar: agreement.title_ar } : { title_en: agreement.title_en };
    await ctx.journal({ object: { kind: "agreement", id }, before, after: { ...after, reviewed } });
    return { id, revision: agreement.revision + 1 };
  },
});
