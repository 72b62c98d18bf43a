// What a commitment's target is on a day, and what remains of it. Pure: values in, values out (ledger.md §1, §3.8).
import { z } from "zod";
import { endsInOrdinal, plainDate } from "../kernel/index.ts";

export const commitmentReference = z
  .string()
  .regex(
    /^[A-Z0-9-]{3,32}\/[1-9][0-9]{0,4}$/,
    "an agreement's reference, a slash and a number, as FES-MEKNES-1/2",
  )
  .refine(endsInOrdinal, "a number up to 32767");

export const targetQualifier = z.enum([
  "exact",
  "approximate",
  "estimated",
  "at_least",
  "at_most",
  "unquantified",
  "best_efforts",
]);
export type TargetQualifier = z.infer<typeof targetQualifier>;

/** One version of a target: in force from `from` until the day before `to`, known from `recordedAt`. */
export const targetVersion = z.object({
  version: z.int(),
  quantity: z.int().nullable(),
  qualifier: targetQualifier,
  periodFrom: plainDate.nullable(),
  periodTo: plainDate.nullable(),
  deadline: plainDate.nullable(),
  from: plainDate,
  to: plainDate.nullable(),
  recordedAt: z.string(),
  closedAt: z.string().nullable(),
  amendment: z.int().nullable(),
  clause: z.string().nullable(),
  reason: z.string().nullable(),
});
export type TargetVersion = z.infer<typeof targetVersion>;

/** Under which an assertion is linked that gives the words of a version of the signed target. */
export const signedField = (version: number): string => `signed_${version}`;

/** Words of a document that say something of a promise. */
export const quotedWords = z.object({
  document: z.uuid(),
  title: z.string(),
  language: z.string(),
  passage: z.uuid(),
  words: z.string(),
});
export type QuotedWords = z.infer<typeof quotedWords>;

/** Splits `REF/n`; the caller has checked the form. */
export function splitReference(reference: string): { agreement: string; number: number } {
  const [agreement = "", number = ""] = reference.split("/");
  return { agreement, number: Number(number) };
}

/**
 * The original and the current target on a day. `versions` are those known at the instant of reading, with an end that
 * was recorded later already taken away.
 */
export function targetsOn(
  versions: readonly TargetVersion[],
  day: string,
): { original: TargetVersion | null; current: TargetVersion | null } {
  const begun = versions.filter((version) => version.from <= day);
  return {
    original: begun.find((version) => version.version === 1) ?? null,
    current: begun.find((version) => version.to === null || day < version.to) ?? null,
  };
}

/** The versions with what each changed: an amendment that lowers a target stays visible. */
export function withChange(
  versions: readonly TargetVersion[],
): (TargetVersion & { change: number | null })[] {
  return versions.map((version, index) => {
    const before = versions[index - 1]?.quantity ?? null;
    const change = before === null || version.quantity === null ? null : version.quantity - before;
    return { ...version, change };
  });
}

/**
 * What remains of a signed number, and what lies above it. Both null without a number.
 * @example remaining(1500, 1620) // { remaining: 0, above: 120 }
 */
export function remaining(
  signed: number | null,
  counted: number,
): { remaining: number | null; above: number | null } {
  if (signed === null) return { remaining: null, above: null };
  return { remaining: Math.max(0, signed - counted), above: Math.max(0, counted - signed) };
}
