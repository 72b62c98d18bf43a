// Somebody who writes Arabic for a living has read a text and found it right: who, when, and which text.
import { z } from "zod";
import { type ActContext, defineAct } from "../kernel/index.ts";
import { translationErrors } from "./errors.ts";
import { isOfRegister, nameOf, type Translation, translationKind } from "./model.ts";
import { productWords } from "./product-words.ts";
import { notedTranslation, writeTranslation } from "./store.ts";

const input = z.object({
  kind: translationKind,
  key: z.string().min(1).max(200),
  field: z.string().min(1).max(40),
  /** The text that was read: when another stands there by now, nothing is marked. */
  content: z.string().min(1).max(10_000),
});

/** @throws `translations.unknown`, `translations.text_changed` */
export const reviewTranslation = defineAct({
  name: "translations.review",
  permission: "translations.review",
  input,
  output: z.object({ reviewed: z.literal(true) }),
  async run(ctx, given) {
    const present = await presentText(ctx, given);
    const id = nameOf(given);
    if (present === undefined) throw translationErrors.unknown({ translation: id });
    if (present.content !== given.content)
      throw translationErrors.text_changed({ place: present.place, content: present.content });
    await writeTranslation(ctx, present, true);
    await ctx.journal({ object: { kind: "translation", id }, after: { content: given.content } });
    return { reviewed: true as const };
  },
});

async function presentText(ctx: ActContext, given: z.output<typeof input>): Promise<Translation | undefined> {
  if (isOfRegister(given.kind)) return notedTranslation(ctx.tx, given);
  return productWords().find((word) => nameOf(word) === nameOf(given));
}
