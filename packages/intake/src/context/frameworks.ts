import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import { capitalRun, nameEnd } from "../names/shapes-latin.ts";
import type { Span } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

/** A law, plan, strategy or programme that the text names. */
export type FrameworkMention = Span & {
  readonly kind: string;
  readonly key: string;
  /** « ce programme »: one named before. */
  readonly generic: boolean;
};

const FRAMEWORKS = lexicon("frameworks");
const QUOTES: Readonly<Record<string, string>> = { "«": "»", "“": "”", '"': '"', "”": "”" };
const ARABIC_STOPS = /^(الممتد|في|على|من|الذي|التي|و.*|ب.*|ل[^ل].*|يهدف|يستهدف)$/;

function quotedEnd(tokens: readonly Token[], at: number): number | null {
  const close = QUOTES[tokens[at]?.text ?? ""];
  if (!close) return null;
  for (let to = at + 1; to < Math.min(tokens.length, at + 12); to++)
    if (tokens[to]?.text === close) return to + 1;
  return null;
}

function endOf(tokens: readonly Token[], at: number, limit: number): number {
  const quoted = quotedEnd(tokens, at);
  if (quoted !== null) return quoted;
  if (tokens[at - 1]?.arabic) {
    let to = at;
    while (
      to < limit &&
      to - at < 5 &&
      tokens[to]?.kind === "word" &&
      !ARABIC_STOPS.test(tokens[to]?.text ?? "")
    )
      to++;
    return to;
  }
  const end = nameEnd(tokens, at, limit);
  return tokens[at]?.capital ? Math.max(end, capitalRun(tokens, at, limit)) : end;
}

/** « the Bridges programme »: in English the name comes first. */
function startOf(tokens: readonly Token[], from: number, least: number): number {
  let start = from;
  while (start > least && tokens[start - 1]?.capital && !tokens[start - 1]?.arabic && start - 1 > least)
    start--;
  return start;
}

/** « Min Ajliki, programme belgo-marocain … »: the name stands before, in apposition. */
function appositionStart(tokens: readonly Token[], from: number, least: number): number {
  if (tokens[from - 1]?.text !== ",") return from;
  let start = from - 1;
  while (start - 1 > least && tokens[start - 1]?.capital && from - start < 5) start--;
  return start < from - 1 ? start : from;
}

export function frameworksIn(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  instruments: readonly Span[],
): FrameworkMention[] {
  const found: FrameworkMention[] = [];
  for (const sentence of sentences)
    for (const hit of findTerms(tokens, FRAMEWORKS, sentence.from, sentence.to)) {
      if (hit.row.kind === "" || instruments.some((span) => hit.from < span.to && span.from < hit.to))
        continue;
      const before = startOf(tokens, hit.from, sentence.from);
      const apposed = appositionStart(tokens, hit.from, sentence.from);
      const from = Math.min(before, apposed);
      const to = apposed < hit.from ? hit.to : endOf(tokens, hit.to, sentence.to);
      const single = hit.to - hit.from === 1;
      const generic = single && from === hit.from && to === hit.to;
      const named =
        tokens.slice(from, to).some((t) => (t.capital && t.index > sentence.from) || t.text === "«") ||
        (tokens[hit.from]?.arabic ?? false);
      if (single && !generic && !named && to - hit.to < 2) continue;
      const nameTo = apposed < hit.from ? hit.from - 1 : to;
      const key = tokens
        .slice(from, nameTo)
        .map((t) => t.stems.at(-1))
        .join(" ");
      found.push({ from, to: nameTo, kind: hit.row.kind ?? "other", key, generic });
    }
  return found;
}
