// The words of the folder: what an edition says. Pure, no I/O. docs/formats/edition.md describes the same.
import { z } from "zod";
import { partialDate, plainDate, space } from "../kernel/index.ts";
import { promiseStates } from "../standings/index.ts";

export const editionFormat = "iltizam-edition/1";
export const editionKind = z.enum(["edition", "extract"]);
export type EditionKind = z.infer<typeof editionKind>;

const names = z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() });
export type Names = z.infer<typeof names>;

/** A count that is told, or null: not told, so that nobody finds out about few. */
const told = z.int().nullable();
const line = z.object({ code: z.string(), realised: told, proven: told });
const breakdowns = z.object({ sex: z.array(line), year: z.array(line), region: z.array(line) });
export type Breakdowns = z.infer<typeof breakdowns>;

const announced = z.object({
  value: z.number().nullable(),
  indicator: z.string().nullable(),
  passage: z.string(),
  source: z.string(),
  adopted: z.boolean(),
});

const comment = z.object({
  organisation: names,
  text: z.string(),
  language: z.enum(["fr", "ar", "en"]),
  on: plainDate,
});

/** A promise with what came of it, as an edition tells it. */
export const editionPromise = z.object({
  reference: z.string(),
  agreement: z.string(),
  kind: z.enum(["result", "best_efforts"]),
  /** In the words of its text, in the language of the text. */
  wording: z.string(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  territory: names.nullable(),
  /** `scheme:code` of the region in which it lies. */
  region: z.string().nullable(),
  owner: names.nullable(),
  period: z.object({ from: plainDate.nullable(), to: plainDate.nullable() }),
  deadline: plainDate.nullable(),
  announced: z.array(announced),
  signed: z.object({ original: z.int().nullable(), current: z.int().nullable() }),
  declared: z.int().nullable(),
  declaredBy: z.array(names),
  realised: told,
  proven: told,
  /** The evidence levels that verifications have reached, and the administrative sources that matched. */
  verified: z.object({ by: names.nullable(), levels: z.array(z.int()), matchedWith: z.array(z.string()) }),
  /** Null: not told, because it would tell about few. */
  state: z.enum(promiseStates).nullable(),
  elapsed: z.number().nullable(),
  comments: z.array(comment),
  breakdowns,
});
export type EditionPromise = z.infer<typeof editionPromise>;

export const editionAgreement = z.object({
  reference: z.string(),
  title: names,
  kind: z.string(),
  type: z.string().nullable(),
  state: z.string(),
  /** Signed by a press report: no text is recorded. */
  reported: z.boolean(),
  signed: partialDate,
  period: z.object({ from: plainDate.nullable(), to: plainDate.nullable() }),
  territory: names.nullable(),
  lead: names.nullable(),
  parties: z.array(z.object({ name: names, role: z.string() })),
});
export type EditionAgreement = z.infer<typeof editionAgreement>;

/** All promises of an indicator together, each subject once. */
export const editionTogether = z.object({
  indicator: z.string(),
  promises: z.int(),
  realised: told,
  proven: told,
  /** What the promises add up to beyond the realised: counted in more than one. Null where a count is not told. */
  inMoreThanOne: told,
  breakdowns,
});
export type EditionTogether = z.infer<typeof editionTogether>;

export const editionIndicator = z.object({
  code: z.string(),
  label: names,
  unit: z.string(),
  persons: z.boolean(),
  version: z.int(),
  definition: names,
  proofLevel: z.int(),
});

/** Everything that an edition says; its hash is the SHA-256 of this as RFC 8785 JSON. */
export const editionContent = z.object({
  format: z.literal(editionFormat),
  number: z.int(),
  kind: editionKind,
  title: z.string().nullable(),
  space,
  asOf: plainDate,
  knownOn: plainDate,
  madeOn: plainDate,
  threshold: z.int(),
  supersedes: z.int().nullable(),
  indicators: z.array(editionIndicator),
  regions: z.array(z.object({ code: z.string(), name: names })),
  agreements: z.array(editionAgreement),
  promises: z.array(editionPromise),
  together: z.array(editionTogether),
});
export type EditionContent = z.infer<typeof editionContent>;

/** Which promises go into an extract; an edition holds all. */
export const editionChoice = z.object({
  agreements: z.array(z.string().min(3).max(36)).min(1).max(200).optional(),
  /** `scheme:code` */
  region: z.string().max(40).optional(),
  indicator: z.string().max(40).optional(),
});
export type EditionChoice = z.infer<typeof editionChoice>;
