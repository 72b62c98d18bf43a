// The format `iltizam-review/1`: what the person who reviewed a draft decided. Which existing object a reference of the
// draft is (or which reference a new one gets), who the named organisations and persons are, at which level a shared
// figure stands, and what the draft's format has no place for, each value again with its passage.
import { z } from "zod";
import {
  agreementKind,
  agreementType,
  competence,
  fieldKind,
  linkKind,
  partyRole,
} from "../agreements/index.ts";
import { noteText, partialDate, space } from "../kernel/index.ts";
import { attendanceRole, eventReference, topicKind } from "../meetings/index.ts";
import { figureKind } from "../needs/index.ts";
import {
  nameKind,
  nameLanguage,
  organisationKind,
  organisationReference,
  relationKind,
  servicePointKind,
} from "../organisations/index.ts";
import { documentKind, publicationDate } from "../sources/index.ts";
import { datePeriod, proposed, territoryCode } from "./draft-format.ts";

const word = proposed(noteText);
const place = territoryCode.nullable();
/** A person by the key that the review gives: who says it. */
const saidBy = noteText.nullable();

export const reviewedOrganisation = z.object({
  reference: organisationReference,
  /** The words of the text that mean it. */
  words: z.array(noteText),
  kind: organisationKind,
  name: noteText,
  otherNames: z.array(
    z.object({ name: noteText, language: nameLanguage, kind: nameKind.exclude(["official"]) }),
  ),
  country: noteText,
  territory: place,
  parent: noteText.nullable(),
});

export const reviewedPerson = z.object({
  key: noteText,
  words: z.array(noteText.nullable()),
  organisation: organisationReference,
  name: noteText.nullable(),
  function: noteText,
});

/** framework: a law, plan or programme in force, as the press tells · existing: signed before, as the press tells */
const reviewedState = z.enum(["framework", "existing", "lead", "reported"]);

export const reviewedAgreement = z.object({
  /** The draft's ref, or a new one for a node that only groups. */
  ref: noteText,
  reference: noteText,
  kind: agreementKind,
  type: agreementType.nullable(),
  title: noteText,
  /** The reference of the node under which it counts. */
  parent: noteText.nullable(),
  /** The draft's instruments whose parties stand here and not on each of them. */
  partiesOf: z.array(noteText),
  state: reviewedState,
  territory: place,
  competence: proposed(competence).nullable(),
  standsFor: proposed(z.int().positive()).nullable(),
  period: proposed(datePeriod).nullable(),
  nextAction: noteText.nullable(),
  parties: z.array(z.object({ organisation: organisationReference, role: partyRole })),
});
export type ReviewedAgreement = z.infer<typeof reviewedAgreement>;

const saidValue = proposed(z.union([noteText, z.number(), partialDate, territoryCode]));

export const reviewedEvent = z.object({
  reference: eventReference,
  territory: place,
  dateText: word.nullable(),
  announced: z.array(noteText),
  signed: z.array(noteText),
  discussed: z.array(noteText),
  decided: z.array(noteText),
  frameworks: z.array(noteText),
});

export const reviewedFigure = z.object({
  figure: noteText,
  territory: place,
  organisation: noteText.nullable(),
  saidBy,
  sectors: z.array(z.object({ code: noteText, value: word })),
  sectorsExhaustive: z.boolean(),
  subject: word.nullable(),
  agreement: noteText.nullable(),
});

/** One more thing that the text says of an object: a reading, an inferred part of a date, who owes, where. */
export const furtherSaying = z.object({
  /** `event`, an agreement's or a commitment's reference, `orientations.n`. */
  about: noteText,
  field: noteText,
  value: saidValue,
  saidBy,
  indicator: word.nullable(),
  unit: word.nullable(),
  qualifier: word.nullable(),
  populations: z.array(word),
});
export type FurtherSaying = z.infer<typeof furtherSaying>;

export const review = z.object({
  format: z.literal("iltizam-review/1"),
  draft: noteText,
  space,
  document: z.object({
    kind: documentKind,
    title: noteText,
    publisher: noteText.nullable(),
    address: noteText.nullable(),
    /** What the reviewer knows of it where the text does not say. */
    publishedOn: publicationDate.nullish(),
  }),
  organisations: z.array(reviewedOrganisation),
  people: z.array(reviewedPerson),
  event: reviewedEvent.nullable(),
  agreements: z.array(reviewedAgreement),
  /** The path of a target in the draft, and the commitment that it announces. */
  commitments: z.array(
    z.object({
      target: noteText,
      reference: noteText,
      wording: noteText,
      milieu: proposed(z.enum(["urban", "rural"])).nullable(),
    }),
  ),
  contributions: z.array(z.object({ amount: noteText, reference: noteText })),
  figures: z.array(reviewedFigure),
  /** For each orientation of the draft: where it stands (null: nowhere), and the person who is its author. */
  orientations: z.array(z.object({ agreement: noteText.nullable(), author: noteText.nullable() })),
  says: z.array(furtherSaying),
  fields: z.array(z.object({ agreement: noteText, kind: fieldKind, code: noteText, label: word, saidBy })),
  links: z.array(z.object({ from: noteText, to: noteText, kind: linkKind, value: word.nullable() })),
  topics: z.array(z.object({ kind: topicKind, code: noteText.nullable(), label: word, saidBy })),
  attendance: z.array(
    z.object({
      /** The number of the draft's part, from 1. */
      part: z.int().positive().nullable(),
      role: attendanceRole,
      organisation: noteText.nullable(),
      person: noteText.nullable(),
      category: noteText.nullable(),
      headcount: z.int().positive().nullable(),
      value: word,
    }),
  ),
  decisions: z.array(
    z.object({
      decision: noteText,
      leadsTo: noteText.nullable(),
      owner: noteText.nullable(),
      value: word,
    }),
  ),
  /** Figures and intentions that the draft's format has no place for. */
  stated: z.array(
    z.object({
      kind: figureKind,
      subject: word,
      agreement: noteText.nullable(),
      event: z.boolean(),
      territory: place,
      populations: z.array(noteText),
      organisation: noteText.nullable(),
      saidBy,
    }),
  ),
  relations: z.array(z.object({ from: noteText, to: noteText, kind: relationKind })),
  servicePoints: z.array(
    z.object({
      organisation: noteText,
      kind: servicePointKind,
      name: noteText,
      founder: noteText.nullable(),
      programme: noteText.nullable(),
      territory: place,
      value: word,
    }),
  ),
  /** For each doubt of the draft: what it is about. */
  doubts: z.array(z.object({ object: noteText, field: noteText })),
});
export type Review = z.infer<typeof review>;
