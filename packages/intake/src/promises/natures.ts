import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

/** What a sentence tells of the figures near a word: promised, already done, needed, possible, counted … */
export type Nature =
  | "promise"
  | "past_result"
  | "need"
  | "capacity"
  | "statistic"
  | "population"
  | "unit_amount";
export type NatureCue = Span & { readonly nature: Nature };

const NATURES = lexicon("natures");
const BREAKS = new Set([
  ";",
  "؛",
  "tandis",
  "alors",
  "mais",
  "while",
  "but",
  "whereas",
  "فيما",
  "بينما",
  "لكن",
]);
const COMMAS = new Set([",", "،", ":", "(", ")"]);
const AUXILIARIES = new Set(["a", "ont", "avons", "ai", "avait", "avaient", "ayant", "avez"]);
const ADVERBS = new Set([
  "deja",
  "egalement",
  "aussi",
  "ainsi",
  "pu",
  "ete",
  "bien",
  "ainsi",
  "desormais",
  "y",
]);
const PARTICIPLE =
  /(inser|recrut|embauch|form|accompagn|plac|encadr|financ|cre|integr|trouv|appuy|qualifi|suivi|soutenu|ouvert|accueill|realis)(e|ee|es|ees|i|is)?$/;
/** Perfects that tell of a promise or a speech, not of a result. */
const ANNOUNCING =
  /^(annonc|decid|fix|engag|sign|allou|adopt|approuv|confirm|indiqu|soulign|precis|rappel|affirm|declar|not|ajout|expliqu|paraph|scell|lanc|presid|consacr|accord|octroy|debloqu|mobilis|insist|relev|estim|evoqu|salu|chiffr|evalu|port|programm|et|dot|present|expos|voulu|souhait|propos|pass|renouvel|examin|procéd|proced|invit|appel|assist|particip|organis|rencontr|visit|effectu|renforc|plaid|martel|convi|rejet|valid|enumer)/;
const FUTURE =
  /^(?!(opera|camera|malgre|contra|extra|infra|ultra|para|sahara)$)[a-z]{3,}(era|eront|ira|iront|dra|dront|rra|rront|ora|ura|uront|oiront|vra|vront)$/;
const ARABIC_FUTURE = /^[وف]?س[يتن](?!وي)[\u0621-\u064a]{3,}$/;
const PAST_VERBS_EN = new Set([
  "placed",
  "hired",
  "trained",
  "helped",
  "supported",
  "recruited",
  "created",
  "found",
  "employed",
  "assisted",
  "funded",
  "opened",
]);
const NOT_PAST_EN = new Set([
  "be",
  "to",
  "will",
  "being",
  "of",
  "and",
  "are",
  "is",
  "newly",
  "the",
  "a",
  "its",
]);

function pastParticiples(tokens: readonly Token[], sentence: Sentence): NatureCue[] {
  const found: NatureCue[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = tokens[at] as Token;
    if (!AUXILIARIES.has(token.fold)) continue;
    if (token.fold === "a" && token.text !== "a") continue;
    let verb = at + 1;
    while (verb < sentence.to && ADVERBS.has(tokens[verb]?.fold ?? "")) verb++;
    const word = tokens[verb];
    const pluperfect = /^avai/.test(token.fold) && /(é|ée|és|ées|i|u|us|is|ues)$/.test(word?.text ?? "");
    const perfect = /(é|ée|és|ées)$/.test(word?.text ?? "") && !ANNOUNCING.test(word?.fold ?? "");
    if (pluperfect || perfect || PARTICIPLE.test(word?.fold ?? ""))
      found.push({ from: at, to: verb + 1, nature: "past_result" });
  }
  return found;
}

/** « are to be trained and 17 job centres opened »: still to come. */
function passiveAhead(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens.slice(from, at);
  return before.some(
    (t, n) => t.fold === "be" && ["to", "will", "should"].includes(before[n - 1]?.fold ?? ""),
  );
}

function englishPast(tokens: readonly Token[], sentence: Sentence): NatureCue[] {
  const found: NatureCue[] = [];
  for (let at = sentence.from + 1; at < sentence.to; at++) {
    if (!PAST_VERBS_EN.has(tokens[at]?.fold ?? "") || NOT_PAST_EN.has(tokens[at - 1]?.fold ?? "")) continue;
    const next = tokens[at + 1];
    if (next?.fold === "by" || next?.fold === "under" || passiveAhead(tokens, sentence.from, at)) continue;
    found.push({ from: at, to: at + 1, nature: "past_result" });
  }
  return found;
}

function futures(tokens: readonly Token[], sentence: Sentence): NatureCue[] {
  const found: NatureCue[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== "word") continue;
    const future = token.arabic ? ARABIC_FUTURE.test(token.fold) : FUTURE.test(token.fold) && !token.capital;
    if (future) found.push({ from: at, to: at + 1, nature: "promise" });
  }
  return found;
}

/** Every word of a sentence that tells how its figures are meant; words inside names do not count. */
export function natureCues(reading: Reading, sentence: Sentence, names: readonly Span[]): NatureCue[] {
  const { tokens } = reading;
  const found: NatureCue[] = findTerms(tokens, NATURES, sentence.from, sentence.to).map((hit) => ({
    from: hit.from,
    to: hit.to,
    nature: hit.row.kind as Nature,
  }));
  found.push(...pastParticiples(tokens, sentence), ...futures(tokens, sentence));
  if (reading.language === "en") found.push(...englishPast(tokens, sentence));
  const perfects = found.filter((cue) => cue.nature === "past_result" && cue.to - cue.from > 1);
  const inside = (cue: Span, spans: readonly Span[]) =>
    spans.some((s) => s !== cue && cue.from >= s.from && cue.to <= s.to);
  return found.filter((cue) => !inside(cue, names) && !(cue.nature === "promise" && inside(cue, perfects)));
}

const decimalComma = (token: Token, next: Token | undefined) =>
  token.glued && next?.glued === true && next.kind === "number";

const count = (tokens: readonly Token[], from: number, to: number, set: ReadonlySet<string>) =>
  tokens
    .slice(from, to)
    .filter(
      (token) =>
        (set.has(token.fold) || set.has(token.text)) && !decimalComma(token, tokens[token.index + 1]),
    ).length;

/** How far a word is from a figure: words between, more for commas and for words that come after. */
export function costOf(tokens: readonly Token[], cue: Span, figure: Span): number {
  const before = cue.to <= figure.from;
  const [from, to] = before ? [cue.to, figure.from] : [figure.to, cue.from];
  const gap = Math.max(0, to - from);
  const late = before || gap <= 1 ? 0 : 3;
  return gap + 5 * count(tokens, from, to, COMMAS) + 40 * count(tokens, from, to, BREAKS) + late;
}

/** Kinds whose words must stand close to the figure to mean it. */
const REACH: Readonly<Partial<Record<Nature, number>>> = { unit_amount: 14, capacity: 14, population: 12 };

/** « 225.000 habitants »: the thing counted says itself what the figure is. */
const COUNTED = new Set([
  "habitants",
  "inhabitants",
  "residents",
  "visiteurs",
  "visitors",
  "participants",
  "exposants",
  "exhibitors",
  "menages",
  "نسمه",
  "زايرا",
  "زاير",
]);

/** What the nearest word says of this figure; null when no word says anything. */
export function natureOf(
  reading: Reading,
  cues: readonly NatureCue[],
  figure: Span,
  skip: readonly Nature[] = [],
): { nature: Nature; cost: number; cue: NatureCue } | null {
  let best: { nature: Nature; cost: number; cue: NatureCue } | null = null;
  for (const cue of cues) {
    const inside = cue.from < figure.to && figure.from < cue.to;
    const counted = COUNTED.has(reading.tokens[cue.from]?.fold ?? "");
    if (skip.includes(cue.nature) || (inside && !counted && cue.nature !== "need")) continue;
    const cost = costOf(reading.tokens, cue, figure);
    if (cost > (REACH[cue.nature] ?? 60)) continue;
    if (best === null || cost < best.cost) best = { nature: cue.nature, cost, cue };
  }
  return best;
}

/** « dix-huit mois », « par an »: numbers that measure time are no figures of their own. */
export function sentenceOf(reading: Reading, span: Span): Sentence | null {
  return reading.sentences.find((sentence) => within([span], sentence).length > 0) ?? null;
}
