// Exact arithmetic between two currencies. Amounts are minor units, rates decimal texts; nothing passes through a float.
import { z } from "zod";
import { decimalsOf } from "../kernel/index.ts";

export const currency = z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code, as MAD");

/** How many units of the other currency one unit is worth. */
export const rateText = z
  .string()
  .regex(
    /^(?=.*[1-9])[0-9]{1,9}(\.[0-9]{1,10})?$/,
    "a number above zero as 3.4127, with at most ten digits after the point",
  );

/** A rate that was published longer before is too old to stand for the day. */
export const oldestDays = 31;

interface Between {
  readonly from: string;
  readonly to: string;
}

/**
 * The amount in minor units of `to`, rounded half up once.
 * @example convert(1_234_567n, "3.4127", { from: "TND", to: "MAD" }) is 421_321n: 1,234.567 × 3.4127 = 4,213.2067…
 */
export function convert(minor: bigint, rate: string, { from, to }: Between): bigint {
  const [whole = "0", fraction = ""] = rate.split(".");
  const above = minor * BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(to));
  const below = 10n ** BigInt(fraction.length + decimalsOf(from));
  return (2n * above + below) / (2n * below);
}
