// How large a number is that somebody gives: larger ones are slips, and would break the tables or the sums above them.
import { z } from "zod";

/** A place among its siblings: the second amendment, the third part. */
export const ordinal = z.int().min(1).max(32_767);

/** Whether the number that ends a reference is an ordinal: one that is larger names nothing that there could be. */
export const endsInOrdinal = (reference: string): boolean => Number(/[0-9]+$/.exec(reference)?.[0]) <= 32_767;

/** Persons, jobs, places, hours; thousands of them add up exactly. */
export const count = z.int().min(0).max(1_000_000_000_000);

/** Whether nothing stands twice in a list: of two that differ, chance would decide which one holds. */
export const eachOnce = <Item>(items: readonly Item[], keyOf: (item: Item) => string): boolean =>
  new Set(items.map(keyOf)).size === items.length;
