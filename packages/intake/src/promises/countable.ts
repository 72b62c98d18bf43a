import type { NumberMention } from "../figures/numbers.ts";
import { overlaps } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { FigureContext } from "./figure.ts";

/** « les deux entreprises » speaks of two that are known. */
const REFERRING = new Set(["les", "ces", "des", "the", "these", "leurs", "ses", "both", "aux"]);
export const SINGLE = new Set(["service_points_created", "mobile_units_deployed"]);
const SHARE = /^(dont|soit|including|منهم|منها|من)$/;
const SKIP_AFTER = new Set([
  "e",
  "er",
  "eme",
  "ere",
  "re",
  "th",
  "st",
  "nd",
  "rd",
  "h",
  "km",
  "kilometres",
  "°",
  "ans",
  "fois",
]);
const SKIP_BEFORE = new Set([
  "article",
  "art",
  "n°",
  "°",
  "loi",
  "law",
  "page",
  "chapitre",
  "phase",
  "annexe",
  "n",
  "edition",
  "المادة",
  "الماده",
  "رقم",
  "تحت",
]);
export const VERBS_AFTER = new Set([
  "ont",
  "were",
  "have",
  "sont",
  "seront",
  "had",
  "a",
  "ete",
  "etaient",
  "was",
  "كان",
  "dans",
  "notamment",
  "in",
  "of",
  "d'entre",
  ",",
  ".",
  ";",
  "(",
  "among",
  "dont",
  "et",
  "concernent",
  "prevus",
  "prevues",
  "the",
  "mostly",
  "،",
  "at",
  "au",
  "en",
  "d",
  "منصب",
  "comme",
]);

/** Numbers that count nothing: ordinals, hours, articles, list numbers, instruments. */
export function counts(context: FigureContext, number: NumberMention, sentence: Sentence): boolean {
  const { tokens } = context.reading;
  const [before, after] = [tokens[number.from - 1], tokens[number.to]];
  if (
    after &&
    SKIP_AFTER.has(after.fold) &&
    (after.glued || ["ans", "fois", "km", "kilometres"].includes(after.fold))
  )
    return false;
  if (before && SKIP_BEFORE.has(before.fold)) return false;
  if (number.from === sentence.from && !number.words && after?.text === ".") return false;
  if (before?.text === "-" && before.glued && !number.words && tokens[number.from]?.glued) return false;
  if (
    !number.words &&
    (after?.text === ":" || after?.text === "/") &&
    after.glued &&
    tokens[number.to + 1]?.kind === "number"
  )
    return false;
  if (!number.words && before && [":", "/"].includes(before.text) && tokens[number.from]?.glued) return false;
  if (!number.words && after?.text === ")" && before?.text !== "(") return false;
  if (number.words && (number.value ?? 0) < 10 && before && REFERRING.has(before.fold)) return false;
  const mentions = (context.gathering.active.get(sentence.index) ?? []).map((item) => item.mention);
  return (
    !mentions.some((m) => m.countSpan && overlaps(m.countSpan, number)) &&
    !context.names.some((n) => overlaps(n, number))
  );
}

/** « 400 of them », « 900 d'entre eux », « 75 منهم ». */
export function pronominal(context: FigureContext, at: number): boolean {
  const after = context.reading.tokens
    .slice(at, at + 4)
    .map((t) => t.fold)
    .join(" ");
  return /^(of them|of whom|d ['’] entre|منهم|منها|d entre)/.test(after);
}

export function isShare(context: FigureContext, number: NumberMention, sentence: Sentence): boolean {
  const { tokens } = context.reading;
  for (let at = number.from - 1; at >= Math.max(sentence.from, number.from - 3); at--) {
    const token = tokens[at];
    if (!token || token.text === ".") return false;
    const two = `${token.fold} ${tokens[at + 1]?.fold ?? ""}`;
    if (
      [
        "of which",
        "of whom",
        "من بينهم",
        "من بينها",
        "parmi lesquels",
        "parmi lesquelles",
        "among them",
      ].includes(two)
    )
      return true;
    if (SHARE.test(token.fold) && token.fold !== "من") return true;
  }
  return pronominal(context, number.to);
}
