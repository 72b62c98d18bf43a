import type { Token } from "../text/tokens.ts";

/** An organisation as the text names it. */
export type Organisation = {
  readonly from: number;
  readonly to: number;
  /** The words of the name itself, without article, without acronym in brackets. */
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly kind: string;
  /** Identity in this text: the id of the lexicon, or the folded name. */
  readonly key: string;
  /** The row of the lexicon, when it is a known one. */
  readonly known: string | null;
  /** « la région », « the company »: refers to one that is named elsewhere. */
  readonly generic: boolean;
  /** Only capitals tell: counts as an organisation where parties are listed. */
  readonly weak: boolean;
  readonly acronym: string | null;
  /** « ministre de l'Emploi »: the office stands for the ministry. */
  readonly office: boolean;
};

const LITTLE = new Set([
  "le",
  "la",
  "les",
  "l",
  "the",
  "de",
  "du",
  "des",
  "d",
  "of",
  "et",
  "and",
  "for",
  "pour",
  "en",
  "a",
]);

/** The name as it is compared: folded, without little words. */
export function nameKey(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .filter((token) => token.kind !== "mark" && !LITTLE.has(token.fold))
    .map((token) =>
      token.arabic && token.fold.startsWith("ال") ? token.fold.slice(2) : (token.stems.at(1) ?? token.fold),
    )
    .join(" ");
}

/** `(FENAGRI)` directly after a name: the acronym and where the bracket ends. */
export function acronymAfter(
  tokens: readonly Token[],
  at: number,
): { acronym: string; from: number; to: number } | null {
  if (tokens[at]?.text !== "(") return null;
  let to = at + 1;
  while (to < tokens.length && to - at < 7 && tokens[to]?.text !== ")") to++;
  if (tokens[to]?.text !== ")" || to === at + 1) return null;
  const inside = tokens.slice(at + 1, to);
  const words = inside.filter((token) => token.kind === "word");
  const name = words.length > 0 && words.length <= 3 && words.every((w) => w.capital || w.arabic || w.glued);
  if (!name || inside.some((token) => token.kind === "number")) return null;
  return { acronym: words.map((w) => w.fold).join(" "), from: at, to: to + 1 };
}

const COUNCIL = /\b(conseil|region|regional|council|مجلس|جهه|جهوي|مجلس جهه)\b/g;

/** The same region under « conseil de la région de X », « région X » and « regional council of X ». */
export function identity(
  tokens: readonly Token[],
  candidate: Pick<Organisation, "nameFrom" | "nameTo" | "kind" | "generic">,
): string {
  const key = nameKey(tokens, candidate.nameFrom, candidate.nameTo);
  if (candidate.kind === "regional_council" && !candidate.generic)
    return `region ${key
      .replace(COUNCIL, "")
      .replace(/مجلس|جهه/g, "")
      .replace(/\s+/g, " ")
      .trim()}`;
  if (candidate.kind === "ministry" && !candidate.generic)
    return `ministry ${key.replace(/^(ministre|ministere|ministry|minister|وزير|وزاره|وزيره)\s*/, "")}`;
  return key;
}
