// GET /translations: every Arabic text that waits for a reader, with its place; or those that were read.
import { foldName } from "@iltizam/reference";
import { z } from "zod";
import { defineQuery } from "../kernel/index.ts";
import { isOfRegister, nameOf, translationKind, translationKinds } from "./model.ts";
import { productWords } from "./product-words.ts";
import { type Noted, notedTranslations } from "./store.ts";

const shown = z.object({
  kind: translationKind,
  key: z.string(),
  field: z.string(),
  place: z.string(),
  original: z.string(),
  content: z.string(),
  reviewedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
});

export const listTranslations = defineQuery({
  name: "translations.list",
  permission: "translations.read",
  input: z.object({
    state: z.enum(["waiting", "reviewed"]).default("waiting"),
    kind: translationKind.optional(),
    /** Words of the French, of the Arabic or of the place, without regard to accents and spelling. */
    text: z.string().max(200).optional(),
    limit: z.int().min(1).max(500).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({
    total: z.int(),
    translations: z.array(shown),
    /** How many of each kind are in this state, whatever else is filtered. */
    counts: z.array(z.object({ kind: translationKind, count: z.int() })),
  }),
  async run(ctx, { state, kind, text, limit, offset }) {
    const inState = allOf(await notedTranslations(ctx.tx)).filter(
      ({ reviewedAt }) => (reviewedAt !== null) === (state === "reviewed"),
    );
    const words = foldName(text ?? "")
      .split(" ")
      .filter((word) => word !== "");
    const found = inState.filter((one) => (kind === undefined || one.kind === kind) && holds(one, words));
    const counted = Map.groupBy(inState, (one) => one.kind);
    return {
      total: found.length,
      translations: found.slice(offset, offset + limit),
      counts: translationKinds.map((one) => ({ kind: one, count: counted.get(one)?.length ?? 0 })),
    };
  },
});

/** The register's texts, then the product's words: each read when its very text was read. */
function allOf(noted: readonly Noted[]): Noted[] {
  const words = productWords();
  const own = new Set(words.map(nameOf));
  const read = new Map(noted.map((one) => [nameOf(one), one]));
  const unread = { reviewedAt: null, reviewedBy: null };
  return [
    ...noted.filter((one) => !own.has(nameOf(one)) && isOfRegister(one.kind)),
    ...words.map((word) => {
      const before = read.get(nameOf(word));
      return before?.content === word.content ? before : { ...word, ...unread };
    }),
  ];
}

function holds({ original, content, place }: Noted, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = `${foldName(original)} ${foldName(content)} ${foldName(place)}`;
  return words.every((word) => folded.includes(word));
}
