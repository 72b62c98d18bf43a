import type { StandingRow } from "../api/read.ts";

/** The lowest and the highest announced number, or the adopted one twice; null without a number. */
export function announcedRange(row: Pick<StandingRow, "announced">): {
  low: number | null;
  high: number | null;
} {
  const adopted = row.announced.filter((reading) => reading.adopted);
  const held = adopted.length > 0 ? adopted : row.announced;
  const numbers = held.flatMap(({ value }) => (value === null ? [] : [value]));
  if (numbers.length === 0) return { low: null, high: null };
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}
