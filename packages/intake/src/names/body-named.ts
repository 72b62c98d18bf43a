import { lexiconRows, type Row } from "../lexicon/load.ts";
import type { Language } from "../text/language.ts";
import { tokenise } from "../text/tokens.ts";
import { nameKey } from "./organisation.ts";

/** A body of the lexicon with the names that it bears in every language. */
export type BodyNamed = {
  readonly kind: string;
  readonly country: string;
  readonly names: readonly { readonly name: string; readonly language: Language }[];
};

const keyOf = (name: string): string => {
  const tokens = tokenise(name);
  return nameKey(tokens, 0, tokens.length);
};

let known: ReadonlyMap<string, Row> | undefined;
const bodies = () => {
  known ??= new Map(
    lexiconRows("organisations").flatMap((row) =>
      (row.names ?? "").split("|").map((name) => [keyOf(name), row] as const),
    ),
  );
  return known;
};

const languageOf = (name: string): Language => {
  if (/\p{Script=Arabic}/u.test(name)) return "ar";
  return / (of|for|and|the) |^(National|Federation) /.test(name) ? "en" : "fr";
};

/** The body that these words name, with or without an acronym in brackets; null when the lexicon has none. */
export function bodyNamed(words: string): BodyNamed | null {
  const plain = words.replace(/\s*\([^()]*\)\s*$/u, "");
  const row = bodies().get(keyOf(words)) ?? bodies().get(keyOf(plain));
  if (!row) return null;
  const names = (row.names ?? "").split("|").map((name) => ({ name, language: languageOf(name) }));
  return { kind: row.kind ?? "other", country: row.country ?? "", names };
}
