// The choices of a review: what a value of the draft is in the register, and where a figure stands. Each is suggested by
// a rule and decided by a person. Inside choices and additions an agreement goes by its ref in the draft (I1, P1, B1) or
// by its reference in the register, a commitment by the path of its target, a person by her key or her attendee's path.
import { z } from "zod";
import { partyRole } from "../agreements/index.ts";
import { eventReference } from "../meetings/index.ts";
import { organisationReference } from "../organisations/index.ts";
import { documentKind, publicationDate } from "../sources/index.ts";
import { proposed } from "./draft-format.ts";
import {
  furtherSaying,
  reviewedAgreement,
  reviewedEvent,
  reviewedFigure,
  reviewedOrganisation,
  reviewedPerson,
} from "./review-format.ts";

/** register: found in the register under these very words · rule: follows from the draft · inferred: a guess, with why */
export const basis = z.enum(["register", "rule", "inferred"]);
export type Basis = z.infer<typeof basis>;

/** A sentence in the three languages, with its code for a client that says it itself. */
export const told = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fr: z.string(),
  ar: z.string(),
  en: z.string(),
});
export type Told = z.infer<typeof told>;

/** Known: already in the register under this reference; its other fields then only bring new names. */
const known = z.boolean();

export const choiceValues = {
  document: z.object({
    kind: documentKind,
    title: z.string().trim().min(1).max(500),
    publisher: z.string().nullable(),
    address: z.string().nullable(),
    /** As far as the person who opened the text knows it; what the text itself says comes first. */
    publishedOn: publicationDate.nullish(),
  }),
  /** Is it an event that is recorded already? null: another one. */
  same_event: z.object({ event: eventReference.nullable() }),
  /** Who is meant by these words. */
  organisation: reviewedOrganisation.omit({ words: true }).extend({ known }),
  /** Who an attendee is; null: only a category (governors, experts). */
  /** The organisation by its reference, or by the words for which there is a choice. */
  person: reviewedPerson.omit({ words: true }).extend({ organisation: z.string() }).nullable(),
  /** Lists of agreements hold refs of the draft. */
  event: reviewedEvent.extend({ known }),
  agreement: reviewedAgreement
    .omit({ ref: true, parties: true })
    .extend({ known, parties: z.array(z.object({ organisation: organisationReference, role: partyRole })) }),
  /** At which agreement a target stands; `same`: the commitment that is announced again. */
  commitment: z.object({
    agreement: z.string(),
    same: z.string().nullable(),
    wording: z.string().trim().min(1).max(500),
    milieu: proposed(z.enum(["urban", "rural"])).nullable(),
  }),
  contribution: z.object({ agreement: z.string(), same: z.string().nullable() }),
  figure: reviewedFigure.omit({ figure: true }),
  /** Null: the text names no agreement at which it could stand; it stays a word of the document. */
  orientation: z.object({ agreement: z.string().nullable(), author: z.string().nullable() }),
  /** What the doubt is about; `reading`: the one that the reviewer holds for right, null: none yet, both are kept. */
  doubt: z.object({ object: z.string(), field: z.string(), reading: z.int().min(0).nullable() }),
  /** Something more that the text gives by an inference, such as the year of a date. */
  say: furtherSaying,
} as const;
export type ChoiceKind = keyof typeof choiceValues;
export type ChoiceValue<Kind extends ChoiceKind> = z.infer<(typeof choiceValues)[Kind]>;
export const choiceKinds = Object.keys(choiceValues) as readonly ChoiceKind[];

/** A choice that waits for a decision under the path `review/<kind>/<about>`. */
export interface Choice<Kind extends ChoiceKind = ChoiceKind> {
  readonly path: string;
  readonly kind: Kind;
  /** What it is about: words, a ref, a path of the draft. */
  readonly about: string;
  readonly suggestion: ChoiceValue<Kind>;
  readonly basis: Basis;
  readonly why: readonly Told[];
}

export const choicePath = (kind: ChoiceKind, about: string) => `review/${kind}/${about}`;

/** Kinds of choice that may be refused: without the others, something of the draft would have no place. */
export const refusableChoices: readonly ChoiceKind[] = ["person", "say", "doubt"];

/** What somebody may add to the review, each by its list. */
export const additionLists = [
  "organisations",
  "people",
  "agreements",
  "says",
  "fields",
  "links",
  "topics",
  "attendance",
  "decisions",
  "stated",
  "relations",
  "servicePoints",
] as const;
export type AdditionList = (typeof additionLists)[number];
