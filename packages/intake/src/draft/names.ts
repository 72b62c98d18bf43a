import { lexiconRows } from "../lexicon/load.ts";
import type { Organisation } from "../names/organisation.ts";
import { fold } from "../text/fold.ts";
import type { Reading } from "../text/reading.ts";
import type { Value } from "./model.ts";
import { literal } from "./values.ts";

const bare = (word: string) => (word.startsWith("ال") && word.length > 4 ? word.slice(2) : word);

/** First words of the Arabic names and heads that the lexicons know. */
let known: ReadonlySet<string> | undefined;
const firstWords = () => {
  known ??= new Set(
    ["organisation-heads", "organisations", "functions"]
      .flatMap((name) => lexiconRows(name))
      .flatMap((row) => (row.terms ?? row.names ?? "").split("|"))
      .map((term) => bare(fold(term.trim().split(/\s+/)[0] ?? ""))),
  );
  return known;
};

/** How many letters of a first word are « و », « ب », « ل » joined to it, not part of it. */
function joinedLetters(word: string): number {
  for (const count of [0, 1, 2]) {
    const rest = word.slice(count);
    if (count > 0 && !/^[وفبلك]+$/.test(word.slice(0, count))) break;
    if (firstWords().has(bare(rest))) return count;
  }
  return /^[وف]/.test(word) && word.length > 4 ? 1 : 0;
}

/** The words of a name; in Arabic without a conjunction or preposition joined to its first word. */
export function cleanName(reading: Reading, organisation: Organisation): Value<string> {
  const found = literal(reading, { from: organisation.nameFrom, to: organisation.nameTo });
  const token = reading.tokens[organisation.nameFrom];
  if (!token?.arabic) return found;
  const merged = /^و?لل/.exec(token.fold);
  if (merged && !firstWords().has(token.fold)) {
    const rest = found.value.slice(merged[0].length);
    return { ...found, value: `ال${rest}`, as: "normalised" };
  }
  const cut = joinedLetters(token.fold);
  if (cut === 0) return found;
  const start = found.passage.start + cut;
  const text = reading.text.slice(start, found.passage.end);
  return { ...found, value: text, passage: { ...found.passage, start, text } };
}
