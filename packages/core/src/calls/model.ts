// The words of a call for projects: its states, its terms, what an application must hold. No I/O.
import { z } from "zod";
import { count, keyText, lineText, noteText, ordinal, plainDate } from "../kernel/index.ts";
import { type OrganisationKind, organisationKind } from "../organisations/index.ts";

export const callStates = [
  "prepared",
  "open",
  "closed",
  "scored",
  "decided",
  "published",
  "cancelled",
] as const;
export const callState = z.enum(callStates);
export type CallState = z.infer<typeof callState>;

/** The states in which marks are seen by everybody who judges. */
export const revealed: readonly CallState[] = ["scored", "decided", "published"];

export const applicationState = z.enum(["draft", "submitted", "withdrawn"]);
export type ApplicationState = z.infer<typeof applicationState>;

export const verdict = z.enum(["accepted", "reserve", "rejected"]);
export type Verdict = z.infer<typeof verdict>;

export const callReference = z.string().regex(/^[A-Z0-9-]{3,32}$/, "3 to 32 of A-Z, 0-9 and -");
/** How acts and addresses name a call: by its reference or its id. */
export const callKey = keyText.min(3);

/** A decimal string in major units of the call's currency, as "120000.00". */
export const amount = z.string().regex(/^\d{1,15}(\.\d{1,3})?$/, "an amount such as 120000.00");

const words = lineText.trim().min(1);
export const criterion = z.object({
  label: words,
  labelAr: words.nullable().default(null),
  /** Percent; those of a call add up to 100. */
  weight: z.int().min(1).max(100),
  /** Marks go from 0 to this. */
  scale: z.int().min(1).max(100),
  /** A median below it eliminates. */
  atLeast: z.int().min(1).max(100).nullable().default(null),
});
export type Criterion = z.infer<typeof criterion>;

export const askedDocument = z.object({
  label: words,
  labelAr: words.nullable().default(null),
  required: z.boolean().default(true),
});
export type AskedDocument = z.infer<typeof askedDocument>;

/** What a call says; amounts in its currency. */
export const terms = z.object({
  title: words,
  titleAr: words.nullable().default(null),
  purpose: noteText.trim().min(1).nullable().default(null),
  /** Where anybody asks and hands in a file, told to everybody: a desk, its address and mailbox, never a person. */
  contact: words.nullable().default(null),
  /** Provinces of the call's territory, by id; none: all of it. */
  provinces: z.array(z.uuid()).max(100).default([]),
  kinds: z.array(organisationKind).min(1),
  currency: z.string().regex(/^[A-Z]{3}$/, "three letters of ISO 4217, for example MAD"),
  envelope: amount,
  ceiling: amount,
  ownSharePercent: z.int().min(0).max(99).default(0),
  passMark: z.int().min(0).max(100).nullable().default(null),
  disagreementPercent: z.int().min(1).max(100).default(40),
  opensOn: plainDate,
  /** The last day, whole, in the installation's zone. */
  closesOn: plainDate,
  criteria: z.array(criterion).min(1).max(20),
  documents: z.array(askedDocument).max(20).default([]),
});
export type Terms = z.output<typeof terms>;

export const applicationPromise = z.object({
  indicator: keyText.min(1),
  quantity: count.min(1),
  wording: noteText.trim().min(1),
});
export type ApplicationPromise = z.infer<typeof applicationPromise>;

/** What an application says. Everything may be missing until it is given in. */
export const applicationWords = z.object({
  title: words.nullable().default(null),
  summary: noteText.trim().min(1).nullable().default(null),
  places: z.array(z.uuid()).max(100).default([]),
  asked: amount.nullable().default(null),
  own: amount.nullable().default(null),
  promises: z.array(applicationPromise).max(20).default([]),
});
export type ApplicationWords = z.output<typeof applicationWords>;

export const givenFile = z.object({
  /** Which of the documents asked. */
  number: ordinal,
  name: lineText.trim().min(1),
  base64: z.base64(),
});

/** A part that an application lacks: of the form, or a document by its number. */
export const formPart = z.enum(["title", "summary", "places", "asked", "own", "promises"]);
export const missingPart = z.object({
  part: z.enum([...formPart.options, "document", "kind", "ceiling", "own_share"]),
  /** Of a document. */
  number: z.int().nullable(),
  label: z.string().nullable(),
  labelAr: z.string().nullable(),
});
export type MissingPart = z.infer<typeof missingPart>;

export interface Held {
  readonly kind: OrganisationKind;
  readonly title: string | null;
  readonly summary: string | null;
  readonly places: readonly string[];
  readonly asked: bigint | null;
  readonly own: bigint | null;
  readonly promises: number;
  /** The numbers of the documents that were given. */
  readonly files: readonly number[];
}
export interface Wanted {
  readonly kinds: readonly string[];
  readonly ceiling: bigint;
  readonly ownSharePercent: number;
  readonly documents: readonly (Pick<AskedDocument, "label" | "labelAr" | "required"> & {
    readonly number: number;
  })[];
}

/**
 * What an application lacks or breaks, item by item; nothing: it is complete.
 * @example asked 90,000 and own 10,000 with an own share of 10 %: 10,000 of 100,000 is enough
 */
export function missingOf(held: Held, wanted: Wanted): MissingPart[] {
  const empty = formPart.options.filter((part) => {
    if (part === "places") return held.places.length === 0;
    if (part === "promises") return held.promises === 0;
    return held[part] === null;
  });
  const { asked, own } = held;
  const tooMuch = asked !== null && asked > wanted.ceiling;
  const tooLittle =
    asked !== null && own !== null && own * 100n < (asked + own) * BigInt(wanted.ownSharePercent);
  const broken = [
    ...(wanted.kinds.includes(held.kind) ? [] : ["kind" as const]),
    ...(tooMuch ? ["ceiling" as const] : []),
    ...(tooLittle ? ["own_share" as const] : []),
  ];
  const files = wanted.documents.filter((one) => one.required && !held.files.includes(one.number));
  return [
    ...[...broken, ...empty].map((part) => ({ part, number: null, label: null, labelAr: null })),
    ...files.map(({ number, label, labelAr }) => ({ part: "document" as const, number, label, labelAr })),
  ];
}

/** Whether a day is one on which applications are taken. */
export const takesOn = (
  day: string,
  { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string },
): boolean => day >= opensOn && day <= closesOn;
