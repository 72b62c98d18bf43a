import type { Gathering } from "../acts/entities.ts";
import type { Entity, PartyFound } from "../acts/entity.ts";
import type { FrameworkMention } from "../context/frameworks.ts";
import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import type { Organisation } from "../names/organisation.ts";
import { type Reading, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { dateNear, signatureDate } from "./dates.ts";
import { givesCount } from "./gives.ts";
import type { Duration, Instrument, PartialDate, Party, Proposed, Representative } from "./model.ts";
import { cleanName } from "./names.ts";
import { placeIn, placeName } from "./places.ts";
import { toSay } from "./sentences.ts";
import { coded, literal, passageOf, value } from "./values.ts";

const CLAUSES = lexicon("clauses");
const OBJECT = lexicon("cues", (row) => row.cue === "object");
const LONGEST_OBJECT = 30;

const sentencesWith = (reading: Reading, gathering: Gathering, entity: Entity): Sentence[] =>
  reading.sentences.filter((s) => gathering.active.get(s.index)?.some((item) => item.entity === entity));

function representative(reading: Reading, party: PartyFound): Representative | null {
  const { person } = party;
  if (!person?.title) return null;
  const name = person.name ? literal(reading, person.name) : null;
  return { name, title: literal(reading, person.title) };
}

/** « la région », « the company »: the mention that gives the name in full. */
function namedOut(reading: Reading, organisation: Organisation): Organisation {
  if (!organisation.generic) return organisation;
  return reading.organisations.find((o) => !o.generic && o.key === organisation.key) ?? organisation;
}

/** One party; « ministre de l'Emploi » stands for the ministry. */
export function partyOf(reading: Reading, found: PartyFound): Party {
  const { inferred } = found;
  const organisation = namedOut(reading, found.organisation);
  const base = cleanName(reading, organisation);
  const name = inferred ? { ...base, as: "inferred" as const, why: inferred } : base;
  return {
    name,
    kind: coded(reading, organisation, organisation.kind),
    role: inferred
      ? value(reading, organisation, found.role, "inferred", inferred)
      : coded(reading, organisation, found.role),
    representative: representative(reading, found),
  };
}

function objectOf(reading: Reading, sentences: readonly Sentence[], entity: Entity): Proposed<string> {
  for (const sentence of sentences) {
    const mention = entity.mentions.find((m) => m.sentence === sentence.index);
    const cue = mention && findTerms(reading.tokens, OBJECT, mention.to, sentence.to)[0];
    if (!cue) continue;
    let to = cue.to;
    while (to < sentence.to && to - cue.to < LONGEST_OBJECT && !endsObject(reading, to)) to++;
    if (to - cue.to >= 2) return literal(reading, { from: cue.to, to });
  }
  return null;
}

/** The object ends with its clause, or where the sentence comes back to the signing. */
function endsObject(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const decimal = token?.glued && reading.tokens[at + 1]?.glued && reading.tokens[at + 1]?.kind === "number";
  if ([".", ";", ",", "،", "(", "؛", ":"].includes(token?.text ?? "")) return !decimal;
  return reading.signing.some((cue) => cue.from === at && ["signed", "future"].includes(cue.row.cue ?? ""));
}

const DURATION_WORDS = new Set([
  "duree",
  "sur",
  "pour",
  "over",
  "for",
  "مدي",
  "لمده",
  "تمتد",
  "de",
  "d'une",
  "conclue",
  "conclu",
  "period",
  "runs",
  "امتداد",
  "خلال",
  "a",
  "the",
  "pendant",
]);

function durationOf(reading: Reading, sentences: readonly Sentence[]): Proposed<Duration> {
  for (const sentence of sentences)
    for (const duration of within(reading.durations, sentence)) {
      const before = reading.tokens.slice(Math.max(sentence.from, duration.from - 3), duration.from);
      const ages =
        /^(ans|years)$/.test(reading.tokens[duration.to - 1]?.fold ?? "") &&
        before.some((t) => t.text === "à" || t.fold === "aged");
      if (before.some((t) => DURATION_WORDS.has(t.fold)) && !ages)
        return coded(reading, duration, { months: duration.months });
    }
  return null;
}

function signing(reading: Reading, entity: Entity): { on: Proposed<PartialDate>; at: Proposed<string> } {
  const cue = entity.statusCue;
  const sentence = cue && reading.sentences.find((s) => s.from <= cue.from && s.to >= cue.to);
  if (!cue || !sentence || entity.status === "planned") return { on: null, at: null };
  if (entity.status === "existing") return { on: earlierDate(reading, entity, sentence), at: null };
  const date =
    dateNear(reading, sentence, cue) ?? (entity.status === "signed" ? signatureDate(reading) : null);
  return {
    on: date ? coded(reading, date, date.date) : null,
    at: placeName(reading, placeIn(reading, sentence)),
  };
}

/** « signée le 14 janvier 2022 », right after an earlier instrument. */
function earlierDate(reading: Reading, entity: Entity, sentence: Sentence): Proposed<PartialDate> {
  const own = entity.mentions.find((m) => m.sentence === sentence.index);
  const date = own && within(reading.dates, sentence).find((d) => d.from >= own.to && d.from - own.to <= 4);
  return date && date.date.year !== null ? coded(reading, date, date.date) : null;
}

function countOf(reading: Reading, entity: Entity, count: number | null): Instrument["count"] {
  const span = entity.countSpan;
  if (!span) return null;
  const words = passageOf(reading, span).text;
  if (!entity.plural) return givesCount(words, 1) ? value(reading, span, 1, "normalised") : null;
  if (entity.count === null) return value(reading, span, null, "literal");
  if (!givesCount(words, entity.count)) return null;
  return count === entity.count
    ? coded(reading, span, count)
    : value(reading, span, count, "inferred", toSay("told_apart"));
}

export type Refs = {
  readonly of: (entity: Entity) => string | null;
  readonly frameworks: readonly { readonly ref: string; readonly mentions: readonly FrameworkMention[] }[];
};

/** One entry of `instruments`, its targets and amounts still to come. */
export function instrumentOf(
  reading: Reading,
  gathering: Gathering,
  entry: { entity: Entity; count: number | null },
  refs: Refs,
): Instrument {
  const { entity } = entry;
  const own = sentencesWith(reading, gathering, entity);
  const sentences = entity.group ? [...own, ...sentencesWith(reading, gathering, entity.group)] : own;
  const { on, at } = signing(reading, entity);
  const named = refs.frameworks.filter((f) =>
    f.mentions.some((m) => sentences.some((s) => m.from >= s.from && m.to <= s.to)),
  );
  const clauses = own.flatMap((s) => findTerms(reading.tokens, CLAUSES, s.from, s.to));
  const parent = entity.parent ?? entity.group?.parent ?? null;
  return {
    ref: refs.of(entity) ?? "",
    type: coded(reading, entity.typeMention, entity.type),
    status: coded<string>(reading, entity.statusCue ?? entity.typeMention, entity.status ?? "signed"),
    count: countOf(reading, entity, entry.count),
    object: objectOf(reading, own, entity),
    fields: [],
    signedOn: on,
    signedAt: at,
    duration: durationOf(reading, sentences),
    parent: parent ? refs.of(parent) : null,
    leadsTo: entity.leadsTo ? refs.of(entity.leadsTo) : null,
    refersTo: named.map((f) => f.ref),
    parties: entity.parties.map((party) => partyOf(reading, party)),
    amounts: [],
    targets: [],
    clauses: clauses.map((hit) => ({ kind: coded(reading, hit, hit.row.kind ?? "other") })),
  };
}
