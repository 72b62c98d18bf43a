// Along what a target is split: an axis has entries, each of which is a place, an agency, a population, a quarter.
export const axisNames = [
  "territory",
  "service_point",
  "population",
  "sex",
  "milieu",
  "quarter",
  "whole",
] as const;
export type AxisName = (typeof axisNames)[number];

export interface Entry {
  /** What is kept: an id, a code, the first day of a quarter; empty for the whole. */
  readonly code: string;
  readonly words: string;
}

export interface Axis {
  readonly name: AxisName;
  readonly entries: readonly Entry[];
}

/** The field of a part that an axis fills. */
export const fieldOf = {
  territory: "territoryId",
  service_point: "servicePointId",
  population: "population",
  sex: "sex",
  milieu: "milieu",
  quarter: "quarterFrom",
} as const;

/** A person may belong to several populations: along them nothing is added up. */
export const addsUp = (axis: AxisName): boolean => axis !== "population";

/** The first days of the quarters that a period touches, at most forty. */
export function quartersOf(from: string, to: string): string[] {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const first = year * 4 + Math.floor((month - 1) / 3);
  const [lastYear = 0, lastMonth = 1] = to.split("-").map(Number);
  const last = lastYear * 4 + Math.floor((lastMonth - 1) / 3);
  const count = Math.min(40, Math.max(1, last - first + 1));
  return Array.from({ length: count }, (_, index) => {
    const quarter = first + index;
    return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, "0")}-01`;
  });
}
