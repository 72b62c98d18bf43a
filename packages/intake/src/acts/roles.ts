import type { Found } from "../lexicon/terms.ts";
import type { Organisation } from "../names/organisation.ts";
import type { Person } from "../names/persons.ts";
import { overlaps, type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { InstrumentMention } from "./mentions.ts";

/** The part that a sentence gives an organisation. `signatory` and `support` make a party of an instrument. */
export type Part =
  | "subject"
  | "signatory"
  | "support"
  | "operator"
  | "presence"
  | "chair"
  | "organiser"
  | "place"
  | "object"
  | "frame"
  | "speech"
  | "apposition"
  | "visit"
  | "none";

export type Cast = {
  readonly organisation: Organisation;
  readonly part: Part;
  readonly person: Person | null;
  /** Stands before the verb, as its subject. */
  readonly subject: boolean;
};

type Row = Readonly<Record<string, string>>;
type Cue = Found<Row>;
type Step = { readonly at: number; readonly kind: string; readonly to: number };

const SIGNS = new Set(["signed", "neutral", "future", "participle", "list"]);
const VERBS = new Set([...SIGNS, "plan", "approved", "operator", "chair", "speech", "visit", "organiser"]);
/** Parts that end with the comma: « en marge du forum, … ». */
const UNTIL_COMMA = new Set<Part>([
  "place",
  "frame",
  "speech",
  "organiser",
  "apposition",
  "support",
  "object",
  "visit",
  "chair",
]);
const FRAMES: ReadonlySet<Part> = new Set<Part>(["frame", "support"]);
const RELATIVES = new Set(["qui", "dont", "who", "which", "whose"]);
const COMMAS = new Set([",", "،"]);

function partOf(kind: string, current: Part, arabic: boolean): Part {
  switch (kind) {
    case "between":
    case "with":
    case "by":
      return current === "presence" && kind === "with" ? current : "signatory";
    case "list":
      return "signatory";
    case "signed":
    case "future":
    case "approved":
    case "plan":
    case "neutral":
      if (!arabic && (kind === "plan" || kind === "approved")) return current;
      return arabic ? "signatory" : "none";
    case "participle":
    case "instrument":
      return current === "subject" || current === "none"
        ? "none"
        : current === "signatory" && arabic
          ? "none"
          : current;
    default:
      return kind as Part;
  }
}

function stepsOf(reading: Reading, sentence: Sentence, mentions: readonly InstrumentMention[]): Step[] {
  const steps: Step[] = [];
  for (const cue of within(reading.cues, sentence))
    steps.push({ at: cue.from, to: cue.to, kind: cue.row.cue ?? "" });
  for (const cue of within(reading.signing, sentence))
    if (SIGNS.has(cue.row.cue ?? "") || cue.row.cue === "plan" || cue.row.cue === "approved")
      steps.push({ at: cue.from, to: cue.to, kind: cue.row.cue ?? "" });
  for (const mention of within(mentions, sentence))
    steps.push({ at: mention.from, to: mention.to, kind: "instrument" });
  return steps.sort((a, b) => a.at - b.at || b.to - a.to);
}

/** The first verb after a subject decides what the subject does. */
function verbAfter(reading: Reading, sentence: Sentence, span: Span): string | null {
  const signing = within(reading.signing, sentence).filter(
    (c) => VERBS.has(c.row.cue ?? "") && c.from >= span.to,
  );
  const others = within(reading.cues, sentence).filter(
    (c) =>
      ["chair", "speech", "visit", "presence", "organiser"].includes(c.row.cue ?? "") && c.from >= span.to,
  );
  const all = [...signing, ...others].sort((a, b) => a.from - b.from || b.to - a.to);
  return all.find((cue) => !passiveNoun(reading, cue))?.row.cue ?? null;
}

/** « La signature » as a noun is no verb of the subject, unless something is done for it. */
function passiveNoun(reading: Reading, cue: Cue): boolean {
  return (
    cue.row.cue === "neutral" &&
    /^(signatures?|signing|conclusion|التوقيع)$/.test(reading.tokens[cue.from]?.fold ?? "")
  );
}

function settle(part: Part, reading: Reading, sentence: Sentence, span: Span, framed: boolean): Part {
  if (part !== "subject") return part;
  const verb = verbAfter(reading, sentence, span);
  if (verb === null) return framed ? "signatory" : "subject";
  if (verb === "operator") return "operator";
  if (SIGNS.has(verb) || verb === "plan" || verb === "approved") return "signatory";
  return verb as Part;
}

/** Which person speaks for an organisation: the one whose function names it. */
function personOf(persons: readonly Person[], organisation: Organisation): Person | null {
  return (
    persons.find(
      (person) => overlaps(person, organisation) && person.organisation?.from === organisation.from,
    ) ?? null
  );
}

/** Gives every organisation of a sentence its part, reading from left to right. */
export function castOf(reading: Reading, sentence: Sentence, mentions: readonly InstrumentMention[]): Cast[] {
  const steps = stepsOf(reading, sentence, mentions);
  const persons = within(reading.persons, sentence);
  const casts: Cast[] = [];
  const framing = steps[0]?.kind === "frame" ? within(mentions, sentence)[0] : undefined;
  let part: Part = "subject";
  let outer: Part = "subject";
  let next = 0;
  const organisations = within(reading.organisations, sentence);
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = reading.tokens[at];
    for (let step = steps[next]; step && step.at <= at; step = steps[++next]) {
      if (step.at < at || inside(organisations, step) || inside(titles(persons), step)) continue;
      const framed: boolean = FRAMES.has(part) && ["signed", "participle", "neutral"].includes(step.kind);
      const changed: Part = framed ? part : partOf(step.kind, part, token?.arabic ?? false);
      if (UNTIL_COMMA.has(changed) && !UNTIL_COMMA.has(part)) outer = part;
      part = changed;
    }
    if (token && COMMAS.has(token.text) && UNTIL_COMMA.has(part)) part = outer === "none" ? "none" : outer;
    if (token && RELATIVES.has(token.fold) && part !== "signatory" && part !== "subject") part = "none";
    const organisation = organisations.find((org) => org.from === at);
    if (!organisation) continue;
    const person = personOf(persons, organisation);
    const span = person ?? organisation;
    casts.push({
      organisation,
      part: settle(part, reading, sentence, span, framing !== undefined && framing.to <= span.from),
      person,
      subject: part === "subject",
    });
  }
  return casts;
}

const titles = (persons: readonly Person[]): Span[] =>
  persons.map((person) => person.title).filter((t) => t !== null);
const inside = (spans: readonly Span[], step: Step) =>
  spans.some((s) => s.from <= step.at && s.to >= step.to);
