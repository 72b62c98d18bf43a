import type { DateMention } from "../figures/dates.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { PartialDate, Proposed } from "./model.ts";
import { coded } from "./values.ts";

const DASHES = new Set(["-", "–", "—", ":", "("]);
const FAR = 30;

/** « Rabat, 14 novembre 2023 – … »: the date of the dispatch, not of what it tells. */
export function datelineOf(reading: Reading): DateMention | null {
  for (const sentence of reading.sentences.slice(0, 4)) {
    const date = within(reading.dates, sentence).find(
      (d) => d.date.month !== null && d.from - sentence.from <= 6,
    );
    if (!date) continue;
    const after = reading.tokens[date.to];
    const between = reading.tokens
      .slice(sentence.from, date.from)
      .some((t) => t.kind === "word" && !t.capital && !t.arabic && !["le", "the"].includes(t.fold));
    if (after && date.to < sentence.to && DASHES.has(after.text) && !between) return date;
    const monthFirst = date.from === sentence.from && date.date.day === null && after?.text === "—";
    if (monthFirst) return date;
  }
  return null;
}

/** The date of publication, only where the page gives it. */
export function publishedOn(reading: Reading): Proposed<PartialDate> {
  for (const sentence of reading.publication) {
    const date = within(reading.dates, sentence)[0];
    if (date) return coded(reading, date, date.date);
  }
  const first = reading.tokens[0];
  const tagged = reading.dates.find((d) => d.from <= 1 && first?.fold === "date" && d.date.month !== null);
  const dateline = tagged ?? datelineOf(reading);
  return dateline ? coded(reading, dateline, dateline.date) : null;
}

const ACTS = new Set(["signed", "neutral", "participle"]);

/** « La signature a eu lieu mardi 4 avril », « Fait à Zagora, le 2 février »: told in a sentence of its own. */
export function signatureDate(reading: Reading): DateMention | null {
  for (const sentence of reading.sentences) {
    const cues = within(reading.signing, sentence);
    const act = cues.find((cue) => ACTS.has(cue.row.cue ?? ""));
    const other = cues.some((cue) =>
      ["former", "existing", "negation", "plan", "wish"].includes(cue.row.cue ?? ""),
    );
    const date = act && !other ? dateNear(reading, sentence, act) : null;
    if (date && date.date.day !== null) return date;
  }
  return null;
}

/** The fullest date of a sentence nearest to a span, publication dates aside. */
export function dateNear(reading: Reading, sentence: Sentence, span: Span): DateMention | null {
  const dateline = datelineOf(reading);
  const near = within(reading.dates, sentence)
    .filter(
      (d) =>
        d.from !== dateline?.from &&
        (d.date.weekday !== null || d.date.month !== null) &&
        reading.tokens[d.from - 1]?.fold !== "date",
    )
    .map((d) => ({ d, far: Math.max(d.from - span.to, span.from - d.to, 0) }))
    .filter(({ far }) => far <= FAR)
    .sort((a, b) => a.far - b.far);
  return near[0]?.d ?? null;
}
