import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import type { Organisation } from "./organisation.ts";
import { capitalRun, startsOnly } from "./shapes-latin.ts";

/** Somebody with a function, a name, or both; `organisation` is the index of the body that the function is of. */
export type Person = {
  readonly from: number;
  readonly to: number;
  readonly title: { readonly from: number; readonly to: number } | null;
  readonly name: { readonly from: number; readonly to: number } | null;
  readonly organisation: Organisation | null;
};

const FUNCTIONS = lexicon("functions");
const CIVILITY = new Set(["m", "mm", "mme", "mlle", "mr", "mrs", "ms", "dr", "السيد", "السيده", "مـ"]);
const LINKS = new Set([
  "de",
  "du",
  "des",
  "d",
  "la",
  "le",
  "l",
  "les",
  "of",
  "the",
  "at",
  "for",
  "in",
  "'",
  "’",
  "au",
  "adjoint",
  "adjointe",
  "delegue",
  "regional",
  "provincial",
]);
const NO_NAME = new Set(["من", "في", "علي", "الي", "عن", "ان", "التي", "الذي", "وعدد", "قد", "خلال"]);
const COMMAS = new Set([",", "،", "("]);

/** « , Hicham Teghzout » : two to four capitals, or two to four Arabic words up to the next comma. */
function nameAt(tokens: readonly Token[], at: number, limit: number): { from: number; to: number } | null {
  let from = at;
  if (CIVILITY.has(tokens[from]?.fold ?? "")) {
    from++;
    if (tokens[from]?.text === ".") from++;
  }
  const first = tokens[from];
  if (first?.kind !== "word") return null;
  if (first.arabic) {
    let to = from;
    while (to < limit && tokens[to]?.kind === "word" && tokens[to]?.arabic && to - from < 5) to++;
    const closed = COMMAS.has(tokens[to]?.text ?? "") || tokens[to]?.text === "." || to === limit;
    const words = tokens.slice(from, to).some((token) => NO_NAME.has(token.fold));
    return closed && !words && to - from >= 2 && to - from <= 4 ? { from, to } : null;
  }
  if (!first.capital || startsOnly(tokens, from, -1)) return null;
  const to = capitalRun(tokens, from, limit);
  return to - from <= 5 && (to - from >= 2 || from > at) ? { from, to } : null;
}

function organisationAfter(
  tokens: readonly Token[],
  at: number,
  organisations: readonly Organisation[],
): Organisation | null {
  let to = at;
  while (to - at < 4 && LINKS.has(tokens[to]?.fold ?? "")) to++;
  const org = organisations.find((candidate) => candidate.from >= at && candidate.from <= to);
  return org && (org.from > at || tokens[at]?.arabic) ? org : null;
}

function withFunction(
  tokens: readonly Token[],
  hit: { from: number; to: number },
  sentence: Sentence,
  organisations: readonly Organisation[],
): Person {
  const own = organisations.find((org) => org.office && org.from === hit.from);
  const organisation = own ?? organisationAfter(tokens, hit.to, organisations);
  let to = organisation ? organisation.to : hit.to;
  if (tokens[to]?.text === "(" && organisation?.acronym)
    while (to < sentence.to && tokens[to - 1]?.text !== ")") to++;
  const title = { from: hit.from, to };
  const comma = COMMAS.has(tokens[to]?.text ?? "");
  const after = nameAt(tokens, comma ? to + 1 : to, sentence.to);
  const name =
    after && !organisations.some((o) => !o.weak && o.from <= after.from && o.to >= after.to) ? after : null;
  return { from: hit.from, to: name ? name.to : to, title, name, organisation };
}

/** Everybody whom a function or a civility names, sentence by sentence. */
export function personsIn(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  organisations: readonly Organisation[],
): Person[] {
  const found: Person[] = [];
  for (const sentence of sentences) {
    const functions = findTerms(tokens, FUNCTIONS, sentence.from, sentence.to);
    let last = sentence.from;
    for (const hit of functions) {
      if (hit.from < last) continue;
      const inOrg = organisations.some((o) => !o.office && o.from < hit.from && o.to >= hit.to);
      if (inOrg) continue;
      let person = withFunction(tokens, hit, sentence, organisations);
      const before = nameBefore(tokens, hit.from, sentence, last);
      if (!person.name && before) person = { ...person, from: before.from, name: before };
      found.push(person);
      last = person.to;
    }
    found.push(...civilities(tokens, sentence, found));
  }
  return found.sort((a, b) => a.from - b.from);
}

/** « Salim Ourdane, président de … ». */
function nameBefore(tokens: readonly Token[], at: number, sentence: Sentence, least: number) {
  const words = [",", "،", "(", "son", "sa", "the", "le", "la", "l", "'", "’", "its"];
  let end = at;
  while (end > least && words.includes(tokens[end - 1]?.fold ?? "")) end--;
  if (end === at || !COMMAS.has(tokens[end]?.text ?? "")) return null;
  let from = end;
  while (from > least && tokens[from - 1]?.capital && !tokens[from - 1]?.arabic && end - from < 4) from--;
  while (from < end && startsOnly(tokens, from, sentence.from) && end - from > 2) from++;
  return end - from >= 2 ? { from, to: end } : null;
}

function civilities(tokens: readonly Token[], sentence: Sentence, persons: readonly Person[]): Person[] {
  const found: Person[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!CIVILITY.has(tokens[at]?.fold ?? "") || !(tokens[at]?.capital || tokens[at]?.arabic)) continue;
    if (persons.some((person) => person.from <= at && person.to > at)) continue;
    const name = nameAt(tokens, at, sentence.to);
    if (name) found.push({ from: at, to: name.to, title: null, name, organisation: null });
  }
  return found;
}
