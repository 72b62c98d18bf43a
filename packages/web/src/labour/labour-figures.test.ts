import { expect, test } from "vitest";
import type { LabourFigure } from "../api/places.ts";
import { latestYear, ratesBy, ratesByGroup, seekersAt } from "./labour-figures.ts";

const figure = (given: Partial<LabourFigure>): LabourFigure => ({
  ...{ territory: "01", measure: "active", method: "census", year: 2024, sex: "all", milieu: "all" },
  ...{ value: 1000, source: "census of 2024" },
  ...given,
});
const survey = { measure: "unemployment_rate", method: "survey", source: "survey" } as const;

const figures = [
  figure({ year: 2014, value: 900 }),
  figure({ year: 2014, measure: "employed", value: 800 }),
  figure({}),
  figure({ measure: "employed", value: 760 }),
  figure({ measure: "unemployment_rate", value: 24 }),
  figure({ measure: "unemployment_rate", sex: "F", value: 30 }),
  figure({ territory: "02", year: 2026 }),
  figure({ ...survey, year: 2023, value: 10.1 }),
  figure({ ...survey, territory: "02", year: 2025, value: 13 }),
];

test("job seekers are the active less the employed of the latest census that tells both", () => {
  expect(seekersAt(figures, "01")).toEqual({
    ...{ value: 240, active: 1000, employed: 760, year: 2024, source: "census of 2024" },
  });
  expect(seekersAt(figures, "02")).toBeNull();
  expect(seekersAt(figures, "01.001")).toBeNull();
});

test("census and survey are asked apart, and a group's rate is not the whole's", () => {
  expect(ratesBy(figures, "census").map(({ value }) => value)).toEqual([24]);
  expect(ratesBy(figures, "survey").map(({ value }) => value)).toEqual([13, 10.1]);
  expect(ratesByGroup(figures, "01").map(({ value }) => value)).toEqual([30]);
});

test("the latest year is that of the places asked for", () => {
  expect(latestYear(figures, "survey", ["01"])).toBe(2023);
  expect(latestYear(figures, "survey", ["01", "02"])).toBe(2025);
  expect(latestYear(figures, "survey", ["03"])).toBeNull();
});
