// The controlled words and the rules that hold for them. No I/O.
import { z } from "zod";
import { keyText, noteText, type PlainDate, plainDate } from "../kernel/index.ts";

/** A text in the three languages of the product. */
export const label = z.object({ fr: z.string(), ar: z.string(), en: z.string() });
export type Label = z.infer<typeof label>;

/** A label that somebody writes: none of the three may be missing. */
const written = z.string().trim().min(1).max(2000);
export const writtenLabel = z.object({ fr: written, ar: written, en: written });

/** Restricts one side of a ratio: women, rural milieu, a least evidence level, a cohort old enough to be closed. */
export const indicatorFilter = z.object({
  sex: keyText.optional(),
  milieu: keyText.optional(),
  minimumEvidence: z.int().optional(),
  cohortClosedAfterMonths: z.int().optional(),
});

export const parameters = z.record(
  keyText,
  z.union([z.number(), noteText, z.boolean(), z.null(), z.array(noteText)]),
);

/** What an indicator means from a day on. */
export const indicatorVersion = z.object({
  version: z.int(),
  effectiveFrom: plainDate,
  state: z.enum(["defined", "undefined"]),
  definition: label,
  /** The evidence level from which a result is proven (2 = E2). */
  proofLevel: z.int().min(1).max(4),
  parameters,
  evidence: label.nullable(),
  pitfalls: label.nullable(),
  reason: z.string().nullable(),
});
export type IndicatorVersion = z.infer<typeof indicatorVersion>;

export const nature = z.enum(["flow", "stock", "ratio", "money"]);
export const subject = z.enum(["person", "thing", "none"]);
export const aggregation = z.enum(["distinct", "sum", "last", "ratio", "none"]);
export const recordedIn = z.enum([
  "results",
  "agreements",
  "funding",
  "disbursement",
  "meetings",
  "needs",
  "delivery",
  "imported",
  "computed",
]);

/** An indicator with the version of its definition that holds on the day asked for. */
export const indicator = z.object({
  code: z.string(),
  label,
  arReviewed: z.boolean(),
  unit: z.string(),
  nature,
  subject,
  aggregation,
  recordedIn,
  numerator: z.string().nullable(),
  numeratorFilter: indicatorFilter.nullable(),
  denominator: z.string().nullable(),
  denominatorFilter: indicatorFilter.nullable(),
  appliesTo: z.array(z.string()).nullable(),
  /** Codes that stand for this indicator. */
  aliases: z.array(z.string()),
  definition: indicatorVersion,
});
export type Indicator = z.infer<typeof indicator>;

/** An indicator without its definition; an alias names what it stands for, and why. */
export interface IndicatorRow extends Omit<Indicator, "definition" | "aliases" | "appliesTo"> {
  readonly aliasOf: string | null;
  readonly aliasReason: Label | null;
  readonly appliesTo: readonly string[] | null;
}

/**
 * Why no fact may be posted under the indicator, or null when one may: it is not yet agreed (`undefined`), it is a
 * ratio, a stock or an amount, or its rows are kept elsewhere (`recorded_elsewhere`). Only flows are counted in the
 * ledger (ledger.md §2).
 */
export function whyNoFact(
  of: Pick<Indicator, "nature" | "recordedIn"> & { definition: Pick<IndicatorVersion, "state"> },
): "undefined" | "ratio" | "stock" | "money" | "recorded_elsewhere" | null {
  if (of.definition.state === "undefined") return "undefined";
  if (of.nature !== "flow") return of.nature;
  return of.recordedIn === "results" ? null : "recorded_elsewhere";
}

/** Whether a target on the indicator may be final: one that nobody has defined stays a draft (domain.md §0.2). */
export function mayBeFinal(of: { definition: Pick<IndicatorVersion, "state"> }): boolean {
  return of.definition.state === "defined";
}

/**
 * The version that holds on a day: the latest of those in effect; undefined before the first.
 * @example versions of 2000-01-01 and 2026-01-01: on 2025-12-31 the first holds, on 2026-01-01 the second.
 */
export function versionOn<Version extends { version: number; effectiveFrom: PlainDate }>(
  versions: readonly Version[],
  day: PlainDate,
): Version | undefined {
  return versions
    .filter((version) => version.effectiveFrom <= day)
    .reduce<Version | undefined>(
      (best, version) => (best === undefined || version.version > best.version ? version : best),
      undefined,
    );
}

/** Whether the value of a measure's term is one in its unit; of a unit that is not among these, any text is. Money is apart. */
export function isReadable(value: string, unit: string): boolean {
  if (unit === "boolean") return value === "true" || value === "false";
  return !countedUnits.has(unit) || /^\d{1,12}(\.\d{1,6})?$/u.test(value);
}
const countedUnits: ReadonlySet<string> = new Set(["days", "months", "years", "percent", "persons"]);

/**
 * Whether a new definition may take effect on a day: after the latest one, so that nothing published is read anew; from
 * the same day where the latest was undefined, since nothing was counted under it.
 */
export function mayTakeEffect(
  latest: Pick<IndicatorVersion, "effectiveFrom" | "state">,
  day: PlainDate,
): boolean {
  return latest.state === "undefined" ? day >= latest.effectiveFrom : day > latest.effectiveFrom;
}
