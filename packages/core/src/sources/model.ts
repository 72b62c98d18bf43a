// The words of the folder: what a document is, what a passage asserts, and when two readings contradict. No I/O.
import { z } from "zod";
import { keyText, type PartialDate, partialDate } from "../kernel/index.ts";

export const documentKinds = [
  "press",
  "press_release",
  "minutes",
  "signed_text",
  "speech",
  "report",
  "deliberation",
  "statement",
  "other",
] as const;
export const documentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKind>;
export const documentLanguage = z.enum(["fr", "ar", "en"]);

/** `year-month-day` as far as the document gives them. */
export const publicationDate = partialDate.omit({ weekday: true });

/** How a value follows from its passage: as it stands, by a named rule, or by an inference that says why. */
export const readingHow = z.enum(["literal", "normalised", "inferred"]);
export type ReadingHow = z.infer<typeof readingHow>;

/** What is read: `<kind of object>` or `<kind of object>.<field>`, for example `commitment`, `agreement.signed_on`. */
export const objectKind = z
  .string()
  .regex(/^[a-z_]{2,40}(\.[a-z_]{2,40})?$/, "kind or kind.field, for example agreement.signed_on");

const decimal = z
  .string()
  .regex(/^-?\d{1,20}(\.\d{1,6})?$/, "a decimal number with a point, for example 374800000.00");

/** What a passage may give, in fields. */
export const assertedFields = z.object({
  documentId: z.uuid(),
  passageId: z.uuid(),
  topic: z.string().regex(/^[a-z_]{2,40}$/, "a word such as target, amount, date, party"),
  /** The office-holder who says it in the text, when not the text itself. */
  saidBy: z.uuid().nullish(),
  saidByText: z.string().trim().min(1).max(500).nullish(),
  quantity: z.union([z.number().min(-1e15).max(1e15), decimal]).nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "three letters of ISO 4217, for example MAD")
    .nullish(),
  unit: z.string().max(40).nullish(),
  indicator: z.string().max(40).nullish(),
  qualifier: z.string().max(40).nullish(),
  text: z.string().max(4000).nullish(),
  date: partialDate.nullish(),
  populations: z.array(keyText).default([]),
  territoryId: z.uuid().nullish(),
  how: readingHow,
  why: z.string().trim().min(1).max(2000).nullish(),
});

/** One value that a passage asserts. Nothing is invented: without a passage there is no assertion. */
export const assertedValue = assertedFields.refine((value) => value.how !== "inferred" || value.why, {
  path: ["why"],
  message: "an inference says why",
});
export type AssertedValue = z.output<typeof assertedValue>;

/** Where two readings may differ; null where the text is silent. */
export interface Comparable {
  readonly topic: string;
  readonly quantity: string | null;
  readonly currency: string | null;
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly text: string | null;
  readonly date: PartialDate | null;
  readonly territoryId: string | null;
}

const compared = ["currency", "unit", "indicator", "text", "territoryId"] as const;
const dateParts = ["year", "month", "day", "weekday"] as const;

/**
 * Whether two readings of one thing cannot both hold. What one of them leaves open contradicts nothing: «15 December»
 * and «15 December 2021» agree; 6,000 persons and 6,000 jobs do not.
 */
export function contradict(a: Comparable, b: Comparable): boolean {
  if (a.topic !== b.topic) return false;
  const differ = (one: unknown, other: unknown) => one !== null && other !== null && one !== other;
  return (
    differ(plain(a.quantity), plain(b.quantity)) ||
    compared.some((field) => differ(a[field], b[field])) ||
    dateParts.some((part) => differ(a.date?.[part] ?? null, b.date?.[part] ?? null))
  );
}

/** A decimal without the zeros that say nothing: "160000000.00" and "160000000" are the same number. */
function plain(decimalText: string | null): string | null {
  if (decimalText === null || !decimalText.includes(".")) return decimalText;
  return decimalText.replace(/0+$/, "").replace(/\.$/, "");
}

/** Whether any two of the readings contradict. */
export function inConflict(readings: readonly Comparable[]): boolean {
  return readings.some((a, at) => readings.slice(at + 1).some((b) => contradict(a, b)));
}

/** Whether the text can be kept and cut by UTF-16 offsets: no NUL and no half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

/** The first UTF-16 offset at which the two texts differ. */
export function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}
