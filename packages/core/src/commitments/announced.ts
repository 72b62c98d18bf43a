// How announced figures are read (ledger.md §1, «announced»): readings of one indicator are a range that counts the
// lower; readings that differ in indicator are shown under each wording and enter no total until one is adopted.
import { z } from "zod";

export const announcedReading = z.object({
  assertion: z.string(),
  value: z.number().nullable(),
  /** The code as the reading gives it, and the one that it stands for when it is an alias. */
  indicator: z.string().nullable(),
  countsAs: z.string().nullable(),
  unit: z.string().nullable(),
  qualifier: z.string().nullable(),
  wording: z.string(),
  saidBy: z.string().nullable(),
  populations: z.array(z.string()),
  how: z.enum(["literal", "normalised", "inferred"]),
  why: z.string().nullable(),
  source: z.object({
    document: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    hash: z.string(),
    published: z.object({ year: z.int().nullable(), month: z.int().nullable(), day: z.int().nullable() }),
  }),
  passage: z.object({ id: z.string(), start: z.int(), end: z.int(), text: z.string() }),
});
export type AnnouncedReading = z.infer<typeof announcedReading>;

export const announcedFigure = z.object({
  /**
   * none: nothing announced · agreed: every reading gives the same · range: they differ in number · conflict: they
   * differ in indicator · adopted: a person decided on one · unquantified: announced without a number
   */
  status: z.enum(["none", "agreed", "range", "conflict", "adopted", "unquantified"]),
  indicator: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What enters a total of the indicator: the lower; null when it enters none. */
  counted: z.number().nullable(),
  adopted: z.string().nullable(),
});
export type AnnouncedFigure = z.infer<typeof announcedFigure>;

type Reading = Pick<AnnouncedReading, "assertion" | "value" | "countsAs">;

const figure = (
  status: AnnouncedFigure["status"],
  given: Partial<AnnouncedFigure> = {},
): AnnouncedFigure => ({
  status,
  indicator: null,
  low: null,
  high: null,
  counted: null,
  adopted: null,
  ...given,
});

/**
 * Reads one commitment's announced figures together. `adopted` is the assertion that a person decided on.
 * @example «6,000 durable jobs» and «6,000 direct jobs» → conflict, counted null
 * @example 20,815 and 20,850 placements → range 20,815–20,850, counted 20,815
 */
export function readAnnounced(readings: readonly Reading[], adopted: string | null): AnnouncedFigure {
  const chosen = readings.find((reading) => reading.assertion === adopted);
  const held = chosen ? [chosen] : readings;
  if (held.length === 0) return figure("none");
  const numbers = held.flatMap((reading) => (reading.value === null ? [] : [reading.value]));
  const low = numbers.length === 0 ? null : Math.min(...numbers);
  const high = numbers.length === 0 ? null : Math.max(...numbers);
  const indicators = new Set(held.map((reading) => reading.countsAs));
  if (indicators.size > 1) return figure("conflict", { low, high });
  const indicator = held[0]?.countsAs ?? null;
  const counted = indicator === null ? null : low;
  const found = { indicator, low, high, counted, adopted: chosen?.assertion ?? null };
  if (chosen) return figure("adopted", found);
  if (low === null) return figure("unquantified", found);
  return figure(low === high ? "agreed" : "range", found);
}

export const announcedTotal = z.object({
  indicator: z.string(),
  low: z.number(),
  high: z.number(),
  commitments: z.int(),
});

/** Totals by indicator of figures of one level; conflicting and unquantified ones enter none and are counted apart. */
export function totalAnnounced(figures: readonly AnnouncedFigure[]): {
  totals: z.infer<typeof announcedTotal>[];
  apart: number;
} {
  const totals = new Map<string, z.infer<typeof announcedTotal>>();
  let apart = 0;
  for (const { indicator, counted, high } of figures) {
    if (indicator === null || counted === null || high === null) {
      apart += 1;
      continue;
    }
    const sum = totals.get(indicator) ?? { indicator, low: 0, high: 0, commitments: 0 };
    totals.set(indicator, {
      indicator,
      low: sum.low + counted,
      high: sum.high + high,
      commitments: sum.commitments + 1,
    });
  }
  return { totals: [...totals.values()].sort((a, b) => a.indicator.localeCompare(b.indicator)), apart };
}
