// The format `iltizam-draft/1`: what a reading of a text proposes, each value with the passage that gives it.
import { z } from "zod";
import { keyText, partialDate, wholeText } from "../kernel/index.ts";

/** UTF-16 offsets into the document's text. */
export const passage = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  text: wholeText.min(1),
  page: z.int().min(1).optional(),
});
export type Passage = z.infer<typeof passage>;

/** A proposed value; null when the text does not give it, a null inside when it names the thing without a value. */
export const proposed = <Value extends z.ZodType>(value: Value) =>
  z
    .object({
      value: value.nullable(),
      passage,
      as: z.enum(["literal", "normalised", "inferred"]),
      why: wholeText.nullable(),
    })
    .refine((given) => given.as !== "inferred" || given.why !== null, {
      path: ["why"],
      message: "an inference says why",
    });

export const territoryCode = z.object({ scheme: wholeText, code: wholeText });
export const datePeriod = z.object({ from: partialDate, to: partialDate });

const word = proposed(wholeText).nullable();
const number = proposed(z.number()).nullable();
const date = proposed(partialDate).nullable();

export const draftTarget = z.object({
  value: number,
  indicator: word,
  unit: word,
  qualifier: word,
  populations: z.array(proposed(wholeText)),
  territory: proposed(territoryCode).nullable(),
  period: proposed(datePeriod).nullable(),
  deadline: date,
});
export type DraftTarget = z.infer<typeof draftTarget>;

export const draftAmount = z.object({
  /** Decimal string in major units. */
  value: word,
  currency: word,
  role: word,
  qualifier: word,
  contributor: word,
  inKind: proposed(z.boolean()).nullable(),
  purpose: word,
});
export type DraftAmount = z.infer<typeof draftAmount>;

const covers = { covers: z.array(wholeText).min(1) };

export const draftParty = z.object({
  name: word,
  kind: word,
  role: word,
  representative: z.object({ name: word, title: word }).nullable(),
});

export const draftInstrument = z.object({
  ref: keyText,
  type: word,
  status: word,
  count: number,
  object: word,
  fields: z.array(proposed(wholeText)),
  signedOn: date,
  signedAt: word,
  duration: proposed(z.object({ months: z.number() })).nullable(),
  parent: wholeText.nullable(),
  leadsTo: wholeText.nullable(),
  refersTo: z.array(wholeText),
  parties: z.array(draftParty),
  amounts: z.array(draftAmount),
  targets: z.array(draftTarget),
  clauses: z.array(z.object({ kind: word })),
});
export type DraftInstrument = z.infer<typeof draftInstrument>;

export const draftFigure = z.object({
  ref: keyText,
  /** A number; an amount is a decimal string in major units. */
  value: proposed(z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])).nullable(),
  kind: word,
  unit: word,
  currency: word,
  per: word,
  /** The figure that a share is a share of. */
  of: wholeText.nullable(),
});

export const draft = z.object({
  format: z.literal("iltizam-draft/1"),
  source: z.object({
    file: wholeText,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.enum(["fr", "ar", "en"]),
    publishedOn: date,
    text: wholeText,
  }),
  event: z
    .object({
      kind: word,
      name: word,
      date,
      place: word,
      organisers: z.array(proposed(wholeText)),
      parts: z.array(z.object({ kind: word, name: word })),
    })
    .nullable(),
  frameworks: z.array(
    z.object({ ref: keyText, kind: word, name: word, period: proposed(datePeriod).nullable() }),
  ),
  instruments: z.array(draftInstrument),
  shared: z.object({
    amounts: z.array(draftAmount.extend(covers)),
    targets: z.array(draftTarget.extend(covers)),
  }),
  otherFigures: z.array(draftFigure),
  orientations: z.array(z.object({ kind: word, author: word })),
  attendees: z.array(z.object({ name: word, title: word, role: word })),
  doubts: z.array(
    z.object({ about: wholeText, readings: z.array(wholeText).min(2), passages: z.array(passage) }),
  ),
});
export type Draft = z.infer<typeof draft>;
