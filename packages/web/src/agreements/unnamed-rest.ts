// What of a stated total stands on no line yet. Amounts are decimal texts in major units, added without rounding.
import type { Money } from "../api/read.ts";

type Picture = Pick<Money, "total" | "withoutPayer"> & {
  readonly contributions: readonly Pick<
    Money["contributions"][number],
    "role" | "contributor" | "promised"
  >[];
};

/**
 * The part of the total for which nobody is named, less the contributions without a payer that have a line of their own:
 * each dirham stands once. Null when nothing is left, or no total is stated.
 * @example total 406.80, region 160, a contribution without a payer 46.80 → "200.00"
 */
export function unnamedRest({ total, withoutPayer, contributions }: Picture): string | null {
  if (total === null) return null;
  const listed = contributions
    .filter(({ role, contributor }) => role === "contribution" && contributor === null)
    .map(({ promised }) => promised);
  const places = Math.max(...[withoutPayer, ...listed].map(placesOf));
  const minor = listed.reduce(
    (rest, amount) => rest - minorOf(amount, places),
    minorOf(withoutPayer, places),
  );
  return minor > 0n ? majorOf(minor, places) : null;
}

const placesOf = (amount: string | null) => amount?.split(".")[1]?.length ?? 0;

function minorOf(amount: string | null, places: number): bigint {
  if (amount === null) return 0n;
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole + part.padEnd(places, "0"));
}

function majorOf(minor: bigint, places: number): string {
  if (places === 0) return String(minor);
  const digits = String(minor).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
