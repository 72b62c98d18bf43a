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
import { partialDate, space } from "../kernel/index.ts";
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

const word = proposed(z.string());
const place = territoryCode.nullable();
/** A person by the key that the review gives: who says it. */
const saidBy = z.string().nullable();

export const reviewedOrganisation = z.object({
  reference: organisationReference,
  /** The words of the text that mean it. */
  words: z.array(z.string()),
  kind: organisationKind,
  name: z.string(),
  otherNames: z.array(
    z.object({ name: z.string(), language: nameLanguage, kind: nameKind.exclude(["official"]) }),
  ),
  country: z.string(),
  territory: place,
  parent: z.string().nullable(),
});

export const reviewedPerson = z.object({
  key: z.string(),
  words: z.array(z.string().nullable()),
  organisation: organisationReference,
  name: z.string().nullable(),
  function: z.string(),
});

/** framework: a law, plan or programme in force, as the press tells · existing: signed before, as the press tells */
const reviewedState = z.enum(["framework", "existing", "lead", "reported"]);

export const reviewedAgreement = z.object({
  /** The draft's ref, or a new one for a node that only groups. */
  ref: z.string(),
  reference: z.string(),
  kind: agreementKind,
  type: agreementType.nullable(),
  title: z.string(),
  /** The reference of the node under which it counts. */
  parent: z.string().nullable(),
  /** The draft's instruments whose parties stand here and not on each of them. */
  partiesOf: z.array(z.string()),
  state: reviewedState,
  territory: place,
  competence: proposed(competence).nullable(),
  standsFor: proposed(z.int().positive()).nullable(),
  period: proposed(datePeriod).nullable(),
  nextAction: z.string().nullable(),
  parties: z.array(z.object({ organisation: organisationReference, role: partyRole })),
});
export type ReviewedAgreement = z.infer<typeof reviewedAgreement>;

const saidValue = proposed(z.union([z.string(), z.number(), partialDate, territoryCode]));

export const reviewedEvent = z.object({
  reference: eventReference,
  territory: place,
  dateText: word.nullable(),
  announced: z.array(z.string()),
  signed: z.array(z.string()),
  discussed: z.array(z.string()),
  decided: z.array(z.string()),
  frameworks: z.array(z.string()),
});

export const reviewedFigure = z.object({
  figure: z.string(),
  territory: place,
  organisation: z.string().nullable(),
  saidBy,
  sectors: z.array(z.object({ code: z.string(), value: word })),
  sectorsExhaustive: z.boolean(),
  subject: word.nullable(),
  agreement: z.string().nullable(),
});

/** One more thing that the text says of an object: a reading, an inferred part of a date, who owes, where. */
export const furtherSaying = z.object({
  /** `event`, an agreement's or a commitment's reference, `orientations.n`. */
  about: z.string(),
  field: z.string(),
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
  draft: z.string(),
  space,
  document: z.object({
    kind: documentKind,
    title: z.string(),
    publisher: z.string().nullable(),
    address: z.string().nullable(),
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
      target: z.string(),
      reference: z.string(),
      wording: z.string(),
      milieu: proposed(z.enum(["urban", "rural"])).nullable(),
    }),
  ),
  contributions: z.array(z.object({ amount: z.string(), reference: z.string() })),
  figures: z.array(reviewedFigure),
  /** For each orientation of the draft: where it stands (null: nowhere), and the person who is its author. */
  orientations: z.array(z.object({ agreement: z.string().nullable(), author: z.string().nullable() })),
  says: z.array(furtherSaying),
  fields: z.array(
    z.object({ agreement: z.string(), kind: fieldKind, code: z.string(), label: word, saidBy }),
  ),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: linkKind, value: word.nullable() })),
  topics: z.array(z.object({ kind: topicKind, code: z.string().nullable(), label: word, saidBy })),
  attendance: z.array(
    z.object({
      /** The number of the draft's part, from 1. */
      part: z.int().positive().nullable(),
      role: attendanceRole,
      organisation: z.string().nullable(),
      person: z.string().nullable(),
      category: z.string().nullable(),
      headcount: z.int().positive().nullable(),
      value: word,
    }),
  ),
  decisions: z.array(
    z.object({
      decision: z.string(),
      leadsTo: z.string().nullable(),
      owner: z.string().nullable(),
      value: word,
    }),
  ),
  /** Figures and intentions that the draft's format has no place for. */
  stated: z.array(
    z.object({
      kind: figureKind,
      subject: word,
      agreement: z.string().nullable(),
      event: z.boolean(),
      territory: place,
      populations: z.array(z.string()),
      organisation: z.string().nullable(),
      saidBy,
    }),
  ),
  relations: z.array(z.object({ from: z.string(), to: z.string(), kind: relationKind })),
  servicePoints: z.array(
    z.object({
      organisation: z.string(),
      kind: servicePointKind,
      name: z.string(),
      founder: z.string().nullable(),
      programme: z.string().nullable(),
      territory: place,
      value: word,
    }),
  ),
  /** For each doubt of the draft: what it is about. */
  doubts: z.array(z.object({ object: z.string(), field: z.string() })),
});
export type Review = z.infer<typeof review>;
