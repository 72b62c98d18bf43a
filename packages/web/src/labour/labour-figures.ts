// Who seeks work at a place, and the rates, each by its method: the census and the survey are never put together. Pure.
import type { LabourFigure } from "../api/places.ts";

export type Method = LabourFigure["method"];

export interface Seekers {
  readonly value: number;
  readonly active: number;
  readonly employed: number;
  readonly year: number;
  readonly source: string;
}

const isWhole = ({ sex, milieu }: LabourFigure) => sex === "all" && milieu === "all";

/** The newest first. */
const byYear = (a: LabourFigure, b: LabourFigure) => b.year - a.year;

/** The active less the employed of the latest census that tells both; null: no denominator is published there. */
export function seekersAt(figures: readonly LabourFigure[], territory: string): Seekers | null {
  const here = figures.filter(
    (one) => one.territory === territory && one.method === "census" && isWhole(one),
  );
  const found = here.filter(({ measure }) => measure === "active").toSorted(byYear);
  for (const { year, value: active, source } of found) {
    const employed = here.find((one) => one.measure === "employed" && one.year === year)?.value;
    if (employed !== undefined) return { value: active - employed, active, employed, year, source };
  }
  return null;
}

/** The unemployment rates of a method that are told of whole places, the newest first. */
export function ratesBy(figures: readonly LabourFigure[], method: Method): LabourFigure[] {
  return figures
    .filter((one) => one.method === method && one.measure === "unemployment_rate" && isWhole(one))
    .toSorted(byYear);
}

/** The latest year in which a method tells of any of these places; null when it tells of none. */
export function latestYear(
  figures: readonly LabourFigure[],
  method: Method,
  territories: readonly string[],
): number | null {
  const told = ratesBy(figures, method).filter(({ territory }) => territories.includes(territory));
  return told[0]?.year ?? null;
}

/** The census's rate of a place for women and men, towns and country, where it is told. */
export function ratesByGroup(figures: readonly LabourFigure[], territory: string): LabourFigure[] {
  return figures.filter(
    (one) =>
      one.territory === territory &&
      one.method === "census" &&
      one.measure === "unemployment_rate" &&
      !isWhole(one),
  );
}
