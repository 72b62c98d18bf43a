import type { NumberMention } from "../figures/numbers.ts";
import { lexicon } from "../lexicon/load.ts";
import { type Found, findTerms, indexTerms, termAt } from "../lexicon/terms.ts";
import type { Span } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

/** « huit conventions », « la première convention », « une lettre d'entente »: words that stand for instruments. */
export type InstrumentMention = Span & {
  readonly sentence: number;
  /** Empty for « la première » without its noun. */
  readonly type: string;
  readonly plural: boolean;
  readonly determiner: "number" | "several" | "one" | "definite" | "ordinal" | "bare";
  /** How many, null when the text does not count them. */
  readonly count: number | null;
  /** The words that say how many. */
  readonly countSpan: Span | null;
  readonly ordinal: number | null;
  /** « la première », not « l'une … l'autre ». */
  readonly ordinalWord: boolean;
  /** « une autre convention »: not the one spoken of before. */
  readonly additional: boolean;
};

type Row = Readonly<Record<string, string>>;
const INSTRUMENTS = lexicon("instruments");
const WORDS = lexicon("words");
const SIGNING_WORDS = lexicon("signing", (row) => row.cue === "additional");
const SIGNED = lexicon("signing", (row) => row.cue === "signed" || row.cue === "future");
const PARTNERSHIPS = indexTerms<Row>(() => [
  ["partenariat|partnership|شراكة", { type: "partnership_agreement", number: "1" }],
  ["partenariats|partnerships|شراكات", { type: "partnership_agreement", number: "2" }],
]);
const DETERMINERS = new Set(["definite", "one", "several", "some", "negated"]);
const PRESENT_OTHER = new Set(["autre", "another", "اخري", "اخر", "second"]);
const BACK = 4;

type Determined = Pick<InstrumentMention, "determiner" | "count" | "countSpan" | "ordinal">;

const isOrdinal = (row: Row | undefined) => row?.kind?.startsWith("ordinal") ?? false;
const ordinalOf = (row: Row) => Number(row.kind?.slice("ordinal".length));

function determinedBy(tokens: readonly Token[], at: number, end: number): Determined | null {
  const hit = termAt(tokens, at, WORDS);
  if (!hit) return null;
  const span = { from: hit.from, to: end };
  if (isOrdinal(hit.row))
    return { determiner: "ordinal", count: null, countSpan: null, ordinal: ordinalOf(hit.row) };
  if (!DETERMINERS.has(hit.row.kind ?? "")) return null;
  if (hit.row.kind === "one") return { determiner: "one", count: 1, countSpan: span, ordinal: null };
  if (hit.row.kind === "several" || hit.row.kind === "some")
    return { determiner: "several", count: null, countSpan: span, ordinal: null };
  return { determiner: "definite", count: null, countSpan: null, ordinal: null };
}

/** Reads backwards from the noun over adjectives: a number, an article, « plusieurs », « la première ». */
function before(
  tokens: readonly Token[],
  hit: Found<Row>,
  sentence: Sentence,
  numbers: readonly NumberMention[],
): Determined | null {
  let definite = false;
  for (let at = hit.from - 1; at >= Math.max(sentence.from, hit.from - BACK); at--) {
    const token = tokens[at];
    if (!token || (token.kind === "mark" && !["'", "’", "-"].includes(token.text))) break;
    const number = numbers.find((n) => n.to === at + 1 && n.value !== null && n.value >= 2 && n.value < 1000);
    if (number && hit.row.number !== "1")
      return {
        determiner: isDefinite(tokens, number.from - 1) ? "definite" : "number",
        count: number.value,
        countSpan: { from: number.from, to: hit.to },
        ordinal: null,
      };
    const found = determinedBy(tokens, at, hit.to);
    if (found?.determiner === "ordinal") return found;
    if (found?.determiner === "definite") definite = true;
    else if (found) return found;
    if (token.kind === "mark") continue;
    if (definite || token.arabic) break;
  }
  return definite ? { determiner: "definite", count: null, countSpan: null, ordinal: null } : null;
}

function isDefinite(tokens: readonly Token[], at: number): boolean {
  const hit = tokens[at] ? termAt(tokens, at, WORDS) : null;
  return hit?.row.kind === "definite";
}

function arabicDeterminer(tokens: readonly Token[], hit: Found<Row>): Determined | null {
  const first = tokens[hit.from]?.fold ?? "";
  const next = termAt(tokens, hit.to, WORDS);
  if (next && isOrdinal(next.row))
    return { determiner: "ordinal", count: null, countSpan: null, ordinal: ordinalOf(next.row) };
  const definite = tokens.slice(hit.from, hit.to).some((t) => /^[وفبك]?ال|^[وف]?لل/.test(t.fold));
  if (definite) {
    const count = hit.row.number === "dual" ? 2 : null;
    return { determiner: "definite", count, countSpan: null, ordinal: null };
  }
  if (hit.row.number === "dual")
    return { determiner: "number", count: 2, countSpan: { from: hit.from, to: hit.to }, ordinal: null };
  if (first === "" || hit.row.number === "2")
    return { determiner: "several", count: null, countSpan: { from: hit.from, to: hit.to }, ordinal: null };
  return null;
}

function mentionOf(
  tokens: readonly Token[],
  hit: Found<Row>,
  sentence: Sentence,
  numbers: readonly NumberMention[],
): InstrumentMention {
  const arabic = tokens[hit.from]?.arabic ?? false;
  const plural = hit.row.number !== "1";
  const determined =
    before(tokens, hit, sentence, numbers) ??
    (arabic ? arabicDeterminer(tokens, hit) : null) ??
    (plural
      ? {
          determiner: "several" as const,
          count: null,
          countSpan: { from: hit.from, to: hit.to },
          ordinal: null,
        }
      : { determiner: "bare" as const, count: null, countSpan: null, ordinal: null });
  const near = findTerms(
    tokens,
    SIGNING_WORDS,
    Math.max(sentence.from, hit.from - 3),
    Math.min(hit.to + 2, sentence.to),
  );
  const additional = near.some(({ from }) => tokens[from]?.stems.some((stem) => PRESENT_OTHER.has(stem)));
  return {
    from: hit.from,
    to: hit.to,
    sentence: sentence.index,
    type: hit.row.type ?? "",
    plural,
    ...determined,
    ordinalWord: true,
    additional: additional && determined.determiner !== "ordinal",
  };
}

/** « La première prévoit … », « tandis que la seconde … »: an ordinal without its noun. */
function elliptic(tokens: readonly Token[], sentence: Sentence, taken: readonly Span[]): InstrumentMention[] {
  const found: InstrumentMention[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const hit = termAt(tokens, at, WORDS);
    if (!hit || !isOrdinal(hit.row) || taken.some((span) => at >= span.from - 2 && at < span.to + 2))
      continue;
    const token = tokens[at];
    const article = tokens[at - 1]?.fold ?? "";
    if (article === "de" || article === "d") continue;
    const opens =
      token?.arabic || ["la", "le", "the"].includes(article) || hit.to - hit.from > 1 || article === "";
    const next = tokens[hit.to];
    const noun = next?.kind === "word" && !next.arabic && hit.row.kind && isNounAfter(next);
    if (!opens || noun || (token?.arabic && !/^[وف]?ال/.test(token.fold))) continue;
    found.push({
      from: at,
      to: hit.to,
      sentence: sentence.index,
      type: "",
      plural: false,
      determiner: "ordinal",
      count: null,
      countSpan: null,
      ordinal: ordinalOf(hit.row),
      ordinalWord: hit.to - hit.from === 1,
      additional: false,
    });
  }
  return found;
}

/** « la première édition », « the first quarter »: followed by a noun, unless a verb or a comma follows. */
const VERB_AFTER = /(e|t|ra|s|ont|ait|oit|its)$/;
function isNounAfter(next: Token): boolean {
  return (
    /^(edition|trimestre|semestre|quarter|half|phase|etape|tranche|annee|year|time|fois|ministre|minister|lady|part|partie|session|journee|day|table|ligne|line|generation|vague|promotion|cohort)/.test(
      next.fold,
    ) || !VERB_AFTER.test(next.fold)
  );
}

/** « ont conclu un partenariat »: the word is an instrument only right after an act of signing. */
function partnershipsIn(
  tokens: readonly Token[],
  sentence: Sentence,
  named: readonly Span[],
  numbers: readonly NumberMention[],
): InstrumentMention[] {
  return findTerms(tokens, PARTNERSHIPS, sentence.from, sentence.to)
    .filter((hit) => !named.some((span) => hit.from < span.to && span.from < hit.to))
    .filter((hit) =>
      findTerms(tokens, SIGNED, Math.max(sentence.from, hit.from - 6), hit.from).some(
        (act) => hit.from - act.to <= 3,
      ),
    )
    .map((hit) => mentionOf(tokens, hit, sentence, numbers));
}

/** Every mention of an instrument, in the order of the text. */
export function mentionsIn(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  numbers: readonly NumberMention[],
): InstrumentMention[] {
  const found: InstrumentMention[] = [];
  for (const sentence of sentences) {
    const hits = findTerms(tokens, INSTRUMENTS, sentence.from, sentence.to).filter(
      (hit) => !acronym(tokens, hit),
    );
    const named = hits
      .filter((hit) => hit.row.type !== "")
      .map((hit) => mentionOf(tokens, hit, sentence, numbers));
    const partnerships = partnershipsIn(tokens, sentence, named, numbers);
    found.push(...named, ...partnerships, ...elliptic(tokens, sentence, named));
  }
  return found.sort((a, b) => a.from - b.from);
}

/** « deal » or « accord » inside a name in capitals is no instrument. */
function acronym(tokens: readonly Token[], hit: Found<Row>): boolean {
  return tokens[hit.from - 1]?.text === "(" && tokens[hit.to]?.text === ")";
}
