// Money by party at one level of the tree: promised, called, paid, justified. Levels are never added together, and what
// has no payer is shown as having none (ledger.md §1, §3.3). Pure: amounts are minor units of one currency.
import { z } from "zod";
import { endsInOrdinal, formatMoney } from "../kernel/index.ts";

export const contributionReference = z
  .string()
  .regex(
    /^[A-Z0-9-]{3,32}\/M[1-9][0-9]{0,4}$/,
    "an agreement's reference, a slash, M and a number, as FES-MEKNES-1/M1",
  )
  .refine(endsInOrdinal, "a number up to 32767");

/** An amount as it is written; the currency decides how many decimals it may have. */
export const amountText = z
  .string()
  .max(40)
  .refine((text) => !text.trim().startsWith("-"), "an amount of zero or more, for example 374800000.00");

export const amountQualifier = z.enum([
  "exact",
  "approximate",
  "estimated",
  "at_least",
  "at_most",
  "unquantified",
]);
export type AmountQualifier = z.infer<typeof amountQualifier>;

export const contributionRole = z.enum(["total", "contribution", "line"]);
export type ContributionRole = z.infer<typeof contributionRole>;

export const movementKind = z.enum(["called", "paid", "justified"]);
export type MovementKind = z.infer<typeof movementKind>;

export const paperKind = z.enum([
  "call_letter",
  "bank_notice",
  "invoice",
  "payroll",
  "contract",
  "deliberation",
  "other",
]);

/** Splits `REF/Mn`; the caller has checked the form. */
export function splitContribution(reference: string): { agreement: string; number: number } {
  const [agreement = "", number = ""] = reference.split("/M");
  return { agreement, number: Number(number) };
}

/** One amount as it stands on a day. */
export interface Standing {
  readonly role: ContributionRole;
  readonly contributor: string | null;
  readonly promised: bigint | null;
  readonly called: bigint;
  readonly paid: bigint;
  readonly justified: bigint;
}

export interface Picture {
  /** The total that the texts give; null when none does. */
  readonly total: bigint | null;
  /** The sum of the contributions whose payer is known. */
  readonly known: bigint;
  /** Total − known: nobody is named for it. Without a total, the contributions without a payer. */
  readonly withoutPayer: bigint;
  /** The totals of the agreements directly below, and total − their sum; null without a total or children's totals. */
  readonly below: { readonly sum: bigint; readonly difference: bigint } | null;
  readonly called: bigint;
  readonly paid: bigint;
  readonly justified: bigint;
}

const sum = (amounts: readonly (bigint | null)[]): bigint =>
  amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);

/**
 * The control sums of one agreement in one currency.
 * @example a total of 406.80 MDH, children of 374.80 and 32.00, a region that pays 160 →
 * below { sum 406.80, difference 0 }, known 160, withoutPayer 246.80
 */
export function pictureOf(standings: readonly Standing[], childTotals: readonly bigint[]): Picture {
  const totals = standings.filter(({ role, promised }) => role === "total" && promised !== null);
  const total = totals.length === 0 ? null : sum(totals.map(({ promised }) => promised));
  const shares = standings.filter(({ role }) => role === "contribution");
  const known = sum(shares.filter(({ contributor }) => contributor !== null).map(({ promised }) => promised));
  const unnamed = sum(
    shares.filter(({ contributor }) => contributor === null).map(({ promised }) => promised),
  );
  const children = sum(childTotals);
  return {
    total,
    known,
    withoutPayer: total === null ? unnamed : total - known,
    below:
      total === null || childTotals.length === 0 ? null : { sum: children, difference: total - children },
    called: sum(standings.map(({ called }) => called)),
    paid: sum(standings.map(({ paid }) => paid)),
    justified: sum(standings.map(({ justified }) => justified)),
  };
}

/** Decimal string in major units, null for null. */
export function written(minor: bigint | null, currency: string): string | null {
  return minor === null ? null : formatMoney({ minor, currency });
}
