import { dateNear, signatureDate } from "../draft/dates.ts";
import type { DraftEvent } from "../draft/model.ts";
import { datelinePlace, placeIn, placeName } from "../draft/places.ts";
import { coded, literal } from "../draft/values.ts";
import { lexicon } from "../lexicon/load.ts";
import { type Found, findTerms } from "../lexicon/terms.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { organisersOf } from "./organisers.ts";
import { partsOf } from "./parts.ts";

type Row = Readonly<Record<string, string>>;
const EVENTS = lexicon("events");
/** What says most about the event comes first: a signature during a seminar makes a seminar. */
const RANK = [
  "seminar",
  "regional_assizes",
  "job_fair",
  "council_session",
  "progress_meeting",
  "board_meeting",
  "study_visit",
  "conference",
  "official_visit",
  "forum",
  "launch_ceremony",
  "signing_ceremony",
  "press_release",
];
const THEME = /(thème|theme|intitulé|themed|titled|تحت شعار)\s*:?\s*$/i;
const QUOTED = /[«“"]\s*([^»”"]{8,240}?)\s*[»”"]/g;

function eventHit(reading: Reading): Found<Row> | null {
  const hits = reading.sentences.flatMap((s) => findTerms(reading.tokens, EVENTS, s.from, s.to));
  const usable = hits.filter(
    (hit) =>
      hit.to - hit.from > 1 || !reading.organisations.some((o) => o.from <= hit.from && o.to >= hit.to),
  );
  return (
    usable.sort(
      (a, b) => RANK.indexOf(a.row.kind ?? "") - RANK.indexOf(b.row.kind ?? "") || a.from - b.from,
    )[0] ?? null
  );
}

const sentenceAt = (reading: Reading, span: Span | null): Sentence | null =>
  (span && reading.sentences.find((s) => s.from <= span.from && s.to >= span.to)) ?? null;

/** The slice of a quotation, as tokens. */
function theme(reading: Reading): Span | null {
  for (const match of reading.text.matchAll(QUOTED)) {
    if (!THEME.test(reading.text.slice(Math.max(0, match.index - 14), match.index))) continue;
    const start = match.index + match[0].indexOf(match[1] ?? "");
    const from = reading.tokens.findIndex((t) => t.start >= start);
    const end = start + (match[1]?.length ?? 0);
    const to = reading.tokens.findIndex((t) => t.end > end);
    if (from >= 0 && to > from) return { from, to };
  }
  return null;
}

function ranked(reading: Reading, spans: readonly (Span | null)[]): Sentence[] {
  const first = spans.map((span) => sentenceAt(reading, span)).filter((s) => s !== null);
  return [...new Set([...first, ...reading.sentences.filter((s) => !s.title), ...reading.sentences])];
}

const LABELS = /^(date|lieu|place|le)$/;

function dateOf(reading: Reading, sentences: readonly Sentence[], focus: Span | null): DraftEvent["date"] {
  const labelled = reading.sentences.find(
    (s) =>
      LABELS.test(reading.tokens[s.from]?.fold ?? "") &&
      reading.tokens[s.from + 1]?.text === ":" &&
      within(reading.dates, s).length > 0,
  );
  for (const sentence of labelled ? [labelled, ...sentences] : sentences.slice(0, 4)) {
    const date = dateNear(
      reading,
      sentence,
      focus && focus.from >= sentence.from && focus.to <= sentence.to
        ? focus
        : { from: sentence.from, to: sentence.from },
    );
    if (date) return coded(reading, date, date.date);
  }
  const signed = signatureDate(reading);
  return signed ? coded(reading, signed, signed.date) : null;
}

/** What happened, when and where: only what is written. `act` is the first act of signing, if any. */
export function eventOf(reading: Reading, act: Span | null): DraftEvent {
  const hit = eventHit(reading);
  const sentences = ranked(reading, [act, hit]);
  const place = sentences.map((s) => placeIn(reading, s)).find((p) => p !== null) ?? datelinePlace(reading);
  const dated = act ?? hit;
  const name = theme(reading);
  return {
    kind: hit ? coded(reading, hit, hit.row.kind ?? "other") : null,
    name: name ? literal(reading, name) : null,
    date: dateOf(reading, sentences, dated),
    place: placeName(reading, place),
    organisers: organisersOf(reading, hit),
    parts: partsOf(reading),
  };
}
