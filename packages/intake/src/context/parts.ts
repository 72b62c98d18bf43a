import type { DraftEvent } from "../draft/model.ts";
import { coded, literal } from "../draft/values.ts";
import { lexicon } from "../lexicon/load.ts";
import { type Found, findTerms } from "../lexicon/terms.ts";
import type { Reading, Span } from "../text/reading.ts";

type Row = Readonly<Record<string, string>>;
const PARTS = lexicon("parts");
const QUOTED = /[«“]\s*([^»”]{4,200}?)\s*[»”]/g;
/** More round tables than this are a way of speaking. */
const MOST = 12;

/** Round tables, workshops, visits: as many as the text counts, with their themes when it quotes as many. */
export function partsOf(reading: Reading): DraftEvent["parts"] {
  const found: DraftEvent["parts"] = [];
  for (const sentence of reading.sentences)
    for (const hit of findTerms(reading.tokens, PARTS, sentence.from, sentence.to)) {
      if (found.some((part) => part.kind?.value === hit.row.kind)) continue;
      found.push(...partsAt(reading, hit, sentence));
    }
  return found;
}

function partsAt(reading: Reading, hit: Found<Row>, sentence: Span): DraftEvent["parts"] {
  const kind = hit.row.kind ?? "other";
  const number = reading.numbers.find(
    ({ to, value, from }) => to <= hit.from && hit.from - to <= 1 && from >= sentence.from && value !== null,
  );
  const count = number?.value ?? 1;
  if (count < 2 || count > MOST) return [{ kind: coded(reading, hit, kind), name: null }];
  const span = { from: number?.from ?? hit.from, to: hit.to };
  const themes = quotedIn(reading, { from: hit.to, to: sentence.to });
  return Array.from({ length: count }, (_, index) => {
    const theme = themes.length === count ? themes[index] : undefined;
    return { kind: coded(reading, span, kind), name: theme ? literal(reading, theme) : null };
  });
}

function quotedIn(reading: Reading, span: Span): Span[] {
  const start = reading.tokens[span.from]?.start ?? 0;
  const end = reading.tokens[span.to - 1]?.end ?? start;
  return [...reading.text.slice(start, end).matchAll(QUOTED)].flatMap((match) => {
    const at = start + match.index + match[0].indexOf(match[1] ?? "");
    const from = reading.tokens.findIndex((token) => token.start >= at);
    const to = reading.tokens.findIndex((token) => token.end >= at + (match[1] ?? "").length) + 1;
    return from >= 0 && to > from ? [{ from, to }] : [];
  });
}
