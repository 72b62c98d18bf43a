import type { Draft } from "../draft/model.ts";
import { coded, literal } from "../draft/values.ts";
import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";

const ORIENTATIONS = lexicon("orientations");
const INSTITUTIONS = lexicon("words", (row) => row.kind === "institutions");
const PRONOUNS = new Set(["il", "elle", "he", "she", "celui-ci", "celle-ci"]);
const SAYS = new Set([
  "dit",
  "explique",
  "ajoute",
  "precise",
  "souligne",
  "said",
  "says",
  "adds",
  "explains",
]);

type Author = Draft["orientations"][number]["author"];

/** Stated aims with the one who states them. */
export function orientationsOf(reading: Reading): Draft["orientations"] {
  const found: Draft["orientations"] = [];
  for (const sentence of reading.sentences)
    for (const hit of findTerms(reading.tokens, ORIENTATIONS, sentence.from, sentence.to)) {
      const kind = hit.row.kind ?? "other";
      if (found.some((o) => o.kind?.value === kind)) continue;
      found.push({ kind: coded(reading, hit, kind), author: authorOf(reading, sentence, hit.from) });
    }
  return found;
}

/** Whoever is named before the aim in its sentence; the two bodies whose aim it is; or the one a pronoun stands for. */
function authorOf(reading: Reading, sentence: Sentence, at: number): Author {
  const person = within(reading.persons, sentence).findLast((p) => p.to <= at);
  if (person) return literal(reading, person);
  const institutions = findTerms(reading.tokens, INSTITUTIONS, sentence.from, at).at(-1);
  if (institutions) return literal(reading, institutions);
  const meant = meantByPronoun(reading, sentence, at);
  return meant ? literal(reading, meant) : null;
}

/** « Il … et insiste sur », « l'agence, dit-il, veut »: the last one who was named in the paragraph. */
function meantByPronoun(reading: Reading, sentence: Sentence, at: number): Span | null {
  const tokens = reading.tokens.slice(sentence.from, at);
  const opens = PRONOUNS.has(tokens[0]?.fold ?? "");
  const says = tokens.some(
    (token, index) =>
      SAYS.has(token.fold) && tokens.slice(index + 1, index + 3).some((t) => PRONOUNS.has(t.fold)),
  );
  const glued = tokens.some(({ fold }) =>
    /^(dit|explique|ajoute|precise|souligne)(-t)?-(il|elle)$/.test(fold),
  );
  if (!opens && !says && !glued) return null;
  const paragraph = reading.sentences.filter(
    (other) => other.paragraph === sentence.paragraph && other.to <= sentence.from,
  );
  return (
    paragraph.flatMap((other) => within(reading.persons, other)).findLast((p) => p.name !== null) ?? null
  );
}
