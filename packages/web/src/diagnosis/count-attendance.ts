// Who came, as the lines of a chart and of its table: one line an age band, one side a sex.
import type { AttendanceCell } from "../api/diagnoses.ts";

export const sexes = ["F", "M", "U"] as const;
export const ageBands = ["15-24", "25-34", "35-44", "45-59", "60+", "U"] as const;

export interface BandLine {
  readonly band: (typeof ageBands)[number];
  readonly of: Readonly<Record<(typeof sexes)[number], number>>;
  readonly all: number;
}

/** Bands in which somebody came, youngest first; the unknown last. */
export function linesOf(cells: readonly AttendanceCell[]): BandLine[] {
  return ageBands
    .map((band) => {
      const count = (sex: string) =>
        cells
          .filter((cell) => cell.ageBand === band && cell.sex === sex)
          .reduce((sum, { headcount }) => sum + headcount, 0);
      const of = { F: count("F"), M: count("M"), U: count("U") };
      return { band, of, all: of.F + of.M + of.U };
    })
    .filter(({ all }) => all > 0);
}

export const totalOf = (lines: readonly BandLine[], sex?: (typeof sexes)[number]): number =>
  lines.reduce((sum, line) => sum + (sex ? line.of[sex] : line.all), 0);

/** The message that names a band. */
export const bandWords = (band: (typeof ageBands)[number]): string =>
  `diagnosis.age.${band === "60+" ? "60up" : band}`;
