import type { Found } from "../lexicon/terms.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { InstrumentMention } from "./mentions.ts";

export type Status = "planned" | "signed" | "existing";
/** What one sentence says of one mention; `none` when the act is denied or only wished for. */
export type Reported = {
  readonly status: Status | "none" | null;
  readonly cue: Span | null;
  /** « qui lancera les jalons d'une convention »: what comes before leads to this one. */
  readonly led: boolean;
};

type Row = Readonly<Record<string, string>>;
type Cue = Found<Row>;
const NEAR = 7;
const MODAL_REACH = 26;
const ACTS = new Set(["signed", "neutral", "future", "approved", "participle", "list"]);

const distance = (a: Span, b: Span) => (a.to <= b.from ? b.from - a.to : b.to <= a.from ? a.from - b.to : 0);
const isBefore = (a: Span, b: Span) => a.to <= b.from;
const nothing: Reported = { status: null, cue: null, led: false };

function cueBefore(cues: readonly Cue[], kinds: readonly string[], span: Span, reach: number): Cue | null {
  const found = cues.filter(
    (c) => kinds.includes(c.row.cue ?? "") && isBefore(c, span) && distance(c, span) <= reach,
  );
  return found.at(-1) ?? null;
}

function cueAfter(cues: readonly Cue[], kinds: readonly string[], span: Span, reach: number): Cue | null {
  return (
    cues.find((c) => kinds.includes(c.row.cue ?? "") && isBefore(span, c) && distance(c, span) <= reach) ??
    null
  );
}

/** The latest year of a full date or of the publication: what is dated before it is history. */
export function referenceYear(reading: Reading): number | null {
  const years = reading.dates.filter((d) => d.date.month !== null).map((d) => d.date.year ?? 0);
  const latest = Math.max(0, reading.publishedYear ?? 0, ...years);
  return latest > 0 ? latest : null;
}

/** « signée en 2019 », « الموقعة سنة 2021 »: a year alone, or one before that of the event. */
function datedInThePast(reading: Reading, act: Span, sentence: Sentence): boolean {
  const date = reading.dates.find((d) => d.from >= act.to && d.from - act.to <= 4 && d.to <= sentence.to);
  const before = reading.dates.find(
    (d) => d.to <= act.from && act.from - d.to <= 2 && d.from >= sentence.from,
  );
  const hit = date ?? before;
  if (!hit || hit.date.year === null) return false;
  if (hit.date.month === null && hit.date.weekday === null) return hit === date;
  const reference = referenceYear(reading);
  return reference !== null && hit.date.year < reference;
}

function crossing(mentions: readonly InstrumentMention[], a: Span, b: Span): number {
  const [from, to] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return mentions.filter((m) => m.from >= from && m.to <= to).length;
}

/** The act of signing that a mention belongs to: the nearest one, at a price for every other mention between. */
function governing(
  reading: Reading,
  cues: readonly Cue[],
  mention: InstrumentMention,
  others: readonly InstrumentMention[],
): Cue | null {
  let best: Cue | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    if (!ACTS.has(cue.row.cue ?? "") || (cue.from >= mention.from && cue.to <= mention.to)) continue;
    if (cue.row.cue === "participle" && !isBefore(mention, cue) && !participleBefore(reading, cue)) continue;
    const stop = reading.tokens
      .slice(Math.min(cue.from, mention.from), Math.max(cue.to, mention.to))
      .filter((t) => t.text === ";" || t.text === "؛").length;
    const price =
      distance(cue, mention) +
      12 * crossing(others, cue, mention) +
      15 * stop +
      (cue.row.cue === "approved" && !isBefore(cue, mention) ? 30 : 0);
    if (price < cost) {
      best = cue;
      cost = price;
    }
  }
  return best;
}

/** « Signée jeudi, la convention … », « conclu mercredi ». */
function participleBefore(reading: Reading, cue: Cue): boolean {
  return reading.tokens[cue.from]?.capital ?? false;
}

/** Infinitives and nouns (« signer », « la signature de ») take their mood from the nearest modal word. */
function moodOf(cues: readonly Cue[], act: Cue): Status | "none" {
  const kinds = ["plan", "wish", "future", "former", "signed", "negation"];
  const before = cueBefore(cues, kinds, act, MODAL_REACH);
  const after = cueAfter(cues, ["plan", "wish"], act, NEAR);
  const modal = before?.row.cue === "signed" ? null : (before ?? after);
  if (!modal) return "signed";
  if (modal.row.cue === "wish") return "none";
  if (modal.row.cue === "negation") return distance(modal, act) <= 4 ? "none" : "signed";
  if (modal.row.cue === "former") return distance(modal, act) <= 3 ? "existing" : "signed";
  return modal.row.cue === "signed" ? "signed" : "planned";
}

function denied(cues: readonly Cue[], mention: InstrumentMention, act: Cue | null): boolean {
  if (cueBefore(cues, ["negation"], mention, 1) || cueBefore(cues, ["refusal"], mention, 6)) return true;
  if (!act) return false;
  const start = { from: act.from, to: act.from };
  return cues.some((c) => c.row.cue === "negation" && isBefore(c, start) && act.from - c.to <= 2);
}

function actStatus(
  reading: Reading,
  cues: readonly Cue[],
  act: Cue,
  mention: InstrumentMention,
  sentence: Sentence,
) {
  const kind = act.row.cue;
  if (kind === "future") return "planned" as const;
  if (kind === "approved") return isBefore(act, mention) ? ("planned" as const) : null;
  if (kind === "neutral") return moodOf(cues, act);
  if (kind === "list")
    return datedInThePast(reading, act, sentence) ? ("existing" as const) : ("signed" as const);
  const wished = kind === "participle" ? cueBefore(cues, ["wish"], mention, NEAR) : null;
  if (wished) return "none" as const;
  if (datedInThePast(reading, act, sentence)) return "existing" as const;
  return "signed" as const;
}

const POINTING = new Set([
  "cette",
  "cet",
  "ce",
  "ces",
  "ladite",
  "ledit",
  "this",
  "these",
  "هذه",
  "هذا",
  "هاته",
  "لهذه",
]);

/** « pour l'exécution de cette convention »: the one just spoken of, not an earlier one. */
const pointed = (reading: Reading, mention: InstrumentMention): boolean =>
  POINTING.has(reading.tokens[mention.from - 1]?.fold ?? "");

/** « depuis 2020 », « since 2019 »: it runs already. */
function runningSince(
  reading: Reading,
  sentence: Sentence,
  mention: InstrumentMention,
  reach: number,
): boolean {
  return within(reading.dates, sentence).some((d) => {
    const words = reading.tokens.slice(Math.max(sentence.from, d.from - 4), d.from);
    const since = words.some((token) => ["depuis", "since", "منذ"].includes(token.fold));
    return since && d.date.year !== null && distance(d, mention) <= reach;
  });
}

const DEFINITE = new Set(["definite", "ordinal"]);

/** What the sentence reports of this mention. */
export function statusIn(
  reading: Reading,
  sentence: Sentence,
  mention: InstrumentMention,
  others: readonly InstrumentMention[],
): Reported {
  const cues = within(reading.signing, sentence);
  const leads = cueBefore(cues, ["leads"], mention, 5);
  if (leads && crossing(others, leads, mention) === 0) return { status: "planned", cue: leads, led: true };
  const act = governing(reading, cues, mention, others);
  if (denied(cues, mention, act)) return { status: "none", cue: act, led: false };
  const former = cues.find(
    (c) => c.row.cue === "former" && distance(c, mention) <= (c.to - c.from > 1 ? 10 : 4),
  );
  if (former && crossing(others, former, mention) === 0)
    return { status: "existing", cue: former, led: false };
  const existing = cueBefore(cues, ["existing"], mention, 6);
  const definite = DEFINITE.has(mention.determiner) || mention.determiner === "bare";
  if (existing && definite && !pointed(reading, mention) && crossing(others, existing, mention) === 0) {
    const fresh =
      act && act.row.cue !== "participle" && cueAfter(cues, ["signed", "future"], mention, 6) === act;
    const amended = others.some(
      (m) => m.type === "amendment" && m.from < existing.to && existing.from < m.to,
    );
    if (!fresh || amended) return { status: "existing", cue: existing, led: false };
  }
  if (
    existing &&
    mention.determiner === "one" &&
    act?.row.cue !== "signed" &&
    distance(existing, mention) <= 3
  )
    return { status: "existing", cue: existing, led: false };
  const bound = act?.row.cue === "list" && mention.determiner === "definite";
  if (runningSince(reading, sentence, mention, bound ? 20 : 6))
    return { status: "existing", cue: existing ?? mention, led: false };
  if (!act) return nothing;
  return { status: actStatus(reading, cues, act, mention, sentence), cue: act, led: false };
}
