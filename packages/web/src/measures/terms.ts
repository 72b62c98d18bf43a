// The terms of a measure over time: what held, what holds, what will. Pure.
import type { Measure, Term } from "../api/measures.ts";
import { orNull } from "../form/texts.ts";
import { readAmount } from "../money/amount.ts";

/** Where a value stands on a day, from its first day to its last; an open end is not known, or not yet set. */
export function standingOf({ from, to }: Pick<Term, "from" | "to">, day: string) {
  if (from !== null && from > day) return "toCome";
  return to !== null && to < day ? "past" : "inForce";
}

/** The values of each term, in the order of their days. */
export function termsOf(settings: readonly Term[]): readonly (readonly [string, readonly Term[]])[] {
  const names = [...new Set(settings.map(({ setting }) => setting))];
  return names.map((name) => [name, settings.filter(({ setting }) => setting === name)]);
}

/** Measures with their components under them: each with how deep it stands. */
export function inTree(
  all: readonly Measure[],
): readonly { readonly measure: Measure; readonly depth: number }[] {
  const under = (parent: string | null, depth: number): { measure: Measure; depth: number }[] =>
    all
      .filter((one) => one.parent === parent)
      .flatMap((measure) => [{ measure, depth }, ...under(measure.code, depth + 1)]);
  return under(null, 0);
}

/** The unit of each term that some measure has, by the term's name. */
export const unitsOf = (all: readonly Measure[]): ReadonlyMap<string, string> =>
  new Map(all.flatMap(({ settings }) => settings.map(({ setting, unit }) => [setting, unit] as const)));

export const counted = ["months", "years", "days", "percent", "persons"] as const;

/**
 * A value as it is written in any of the three languages, as the API takes it; null when it is none in that unit.
 * @example "1,75" in percent is "1.75"; "6 000" in money of MAD is "6000"
 */
export function readValue(text: string, unit: string, currency: string): string | null {
  const value = orNull(text);
  if (value === null || unit === "") return null;
  if (unit === "money") return readAmount(value, currency);
  if (!counted.some((one) => one === unit)) return value;
  const bare = value.replace(/[\s\u00a0\u202f%٪]/gu, "").replace(",", ".");
  return /^\d{1,12}(\.\d{1,6})?$/u.test(bare) ? bare : null;
}
