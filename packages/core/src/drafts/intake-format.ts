// What the addresses of intakes answer: a text that waits for review, with everything that wants a decision.
import { z } from "zod";
import { space } from "../kernel/index.ts";
import { documentLanguage } from "../sources/index.ts";
import { basis, choiceKinds, told } from "./choices-format.ts";
import { decision, decisions } from "./decisions-format.ts";
import { draft, passage } from "./draft-format.ts";
import { review } from "./review-format.ts";

/**
 * unread: kept, and not read yet (the reading broke off) · open: waits for review · recorded · nothing: set aside, there
 * is nothing to record in it
 */
export const intakeState = z.enum(["unread", "open", "recorded", "nothing"]);
export type IntakeState = z.infer<typeof intakeState>;

export const intakeSummary = z.object({
  id: z.uuid(),
  space,
  file: z.string(),
  /** SHA-256 of the file. */
  hash: z.string(),
  language: documentLanguage.nullable(),
  state: intakeState,
  openedAt: z.iso.datetime(),
  openedBy: z.string(),
  /** Who changed it last, and when. */
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
  /** Grows with each change. */
  revision: z.int(),
  /** Values and choices that want a decision, and those that have one. */
  wanted: z.int(),
  decided: z.int(),
  /** Why there is nothing to record, as the reviewer said it. */
  reason: z.string().nullable(),
  /** The document and the agreements that were recorded. */
  document: z.uuid().nullable(),
  agreements: z.array(z.string()),
});

/** Something that wants a decision, in the order of the text's draft, then of the review. */
export const item = z.object({
  path: z.string(),
  /** value: of the draft · addition: a value or thing that was added · choice */
  what: z.enum(["value", "addition", "choice"]),
  /** event, source, frameworks, I1…, shared, otherFigures, orientations, attendees, doubts, review */
  group: z.string(),
  /** Of a choice. */
  kind: z.enum(choiceKinds as [string, ...string[]]).nullable(),
  /** What the choice is about: words, a ref, a path of the draft. */
  about: z.string().nullable(),
  /** As proposed or suggested, or as it was added. */
  value: z.json(),
  passages: z.array(passage),
  /** Of a value. */
  as: z.enum(["literal", "normalised", "inferred"]).nullable(),
  /** Of a choice. */
  basis: basis.nullable(),
  /** Inferred: only a decision on exactly this path counts. */
  inferred: z.boolean(),
  why: z.array(told),
  decision: decision.nullable(),
  /** Whether it is decided, by its own decision or by one on what holds it. */
  decided: z.boolean(),
  /** The suggestion is no longer the one that was accepted. */
  suggestedAnew: z.boolean(),
});
export type Item = z.infer<typeof item>;

/** What stands in the way of recording. */
export const obstacle = z.object({
  path: z.string(),
  code: z.enum(["undecided", "suggested_anew", "invalid"]),
  /** For an invalid one: what is wrong. */
  fault: z.string().nullable(),
});
export type Obstacle = z.infer<typeof obstacle>;

/** A recorded event that this one looks like. */
export const likelyRecorded = z.object({
  event: z.string(),
  name: z.string().nullable(),
  kind: z.string(),
  agreements: z.array(z.string()),
  /** 0 to 1; from `likely` on it is proposed. */
  score: z.number(),
  agrees: z.array(told),
  differs: z.array(told),
  sources: z.array(z.object({ document: z.uuid(), title: z.string() })),
});
export type LikelyRecorded = z.infer<typeof likelyRecorded>;

/** A figure that is recorded already: it counts once, its wordings stand side by side. */
export const joined = z.object({
  path: z.string(),
  /** The commitment or contribution. */
  reference: z.string(),
  quantity: z.string().nullable(),
  conflict: z.boolean(),
  here: z.object({ words: z.string(), indicator: z.string().nullable(), unit: z.string().nullable() }),
  there: z.array(
    z.object({
      words: z.string(),
      indicator: z.string().nullable(),
      unit: z.string().nullable(),
      quantity: z.string().nullable(),
      title: z.string(),
    }),
  ),
});

const newAndKnown = z.object({ new: z.int(), known: z.int() });

/** What recording would write. */
export const outline = z.object({
  agreements: newAndKnown,
  commitments: newAndKnown,
  contributions: newAndKnown,
  organisations: newAndKnown,
  events: newAndKnown,
  figures: z.int(),
  people: z.int(),
  doubts: z.int(),
  assertions: z.int(),
  conflicts: z.int(),
});

export const intakeInFull = intakeSummary.extend({
  /** As the engine proposed it; null while unread. */
  draft: draft.nullable(),
  /** The engine's own sentences (why, doubts) in the three languages, by the one that stands in the draft. */
  words: z.record(z.string(), z.object({ fr: z.string(), ar: z.string(), en: z.string() })),
  /** Pages of a pdf that hold no text, most often pictures: nothing in them was read. */
  pagesWithoutText: z.array(z.int()),
  decisions,
  items: z.array(item),
  obstacles: z.array(obstacle),
  likely: z.array(likelyRecorded),
  joined: z.array(joined),
  /** The draft and the review as decided so far, suggestions in the open places; null while they cannot be put together. */
  result: z.object({ draft, review }).nullable(),
  outline: outline.nullable(),
});
export type IntakeInFull = z.infer<typeof intakeInFull>;
