import { expect, test } from "vitest";
import { type Axis, quartersOf } from "./axes.ts";
import {
  cellsOf,
  clear,
  copy,
  fill,
  type Part,
  partsOf,
  paste,
  plannedBy,
  readTable,
  sumsOf,
} from "./split.ts";

const entries = (...codes: string[]) => codes.map((code) => ({ code, words: code }));
const places: Axis = { name: "territory", entries: entries("p1", "p2", "p3") };
const quarters: Axis = { name: "quarter", entries: entries("2026-01-01", "2026-04-01") };
const part = (more: Partial<Part>): Part => ({
  ...{
    territoryId: null,
    servicePointId: null,
    population: null,
    sex: null,
    milieu: null,
    quarterFrom: null,
  },
  ...{ quantity: 0, ...more },
});
const known = [
  part({ territoryId: "p1", quarterFrom: "2026-01-01", quantity: 10 }),
  part({ territoryId: "p9", quarterFrom: "2026-01-01", quantity: 7 }),
  part({ sex: "F", quantity: 60 }),
];

test("the grid shows the parts of its own axes, and saving leaves every other part as it is", () => {
  const cells = cellsOf(known, places, quarters);
  expect(cells["p1|2026-01-01"]).toBe("10");
  expect(Object.values(cells).filter(Boolean)).toEqual(["10"]);
  const after = partsOf({ ...cells, "p2|2026-04-01": "1 500", "p1|2026-01-01": "" }, places, quarters, known);
  expect(after).toEqual([
    known[1],
    known[2],
    part({ territoryId: "p2", quarterFrom: "2026-04-01", quantity: 1500 }),
  ]);
});

test("sums of rows and columns, and the rest to distribute; above the target it is no final split", () => {
  const cells = { "p1|2026-01-01": "10", "p2|2026-04-01": "20", "p3|2026-04-01": "5" };
  expect(sumsOf(cells, places, quarters, 40)).toEqual({
    ...{ ofRows: [10, 20, 5], ofColumns: [10, 25], total: 35, rest: 5, exceeds: false },
  });
  expect(sumsOf(cells, places, quarters, 30)).toMatchObject({ rest: -5, exceeds: true });
  expect(sumsOf(cells, places, quarters, null)).toMatchObject({ rest: null, exceeds: false });
});

test("along populations nothing is added up: each is held against the target by itself", () => {
  const people: Axis = { name: "population", entries: entries("youth", "women") };
  const cells = { "youth|2026-01-01": "30", "women|2026-01-01": "30" };
  expect(sumsOf(cells, people, quarters, 40)).toMatchObject({
    ...{ ofRows: [30, 30], ofColumns: [null, null], total: null, rest: null, exceeds: false },
  });
  expect(sumsOf({ ...cells, "women|2026-04-01": "11" }, people, quarters, 40).exceeds).toBe(true);
});

test("a table of a sheet is pasted from a cell on; what is no number or lies beyond is counted", () => {
  const table = readTable("10\t20\r\n1 500\tn.c.\r\n\t7\t8\r\n");
  expect(table).toHaveLength(3);
  const { cells, refused } = paste(table, places, quarters, 0, 0);
  expect(cells).toEqual({
    ...{ "p1|2026-01-01": "10", "p1|2026-04-01": "20", "p2|2026-01-01": "1500", "p3|2026-01-01": "" },
    "p3|2026-04-01": "7",
  });
  expect(refused).toBe(2);
});

test("what is copied can be pasted; filling repeats the first row, or the first cell of one row", () => {
  const cells = { "p1|2026-01-01": "10", "p1|2026-04-01": "20" };
  const all = { top: 0, bottom: 1, start: 0, end: 1 };
  expect(copy(cells, all, places, quarters)).toBe("10\t20\n\t");
  expect(fill(cells, all, places, quarters)).toMatchObject({ "p2|2026-01-01": "10", "p2|2026-04-01": "20" });
  expect(fill(cells, { ...all, bottom: 0 }, places, quarters)).toEqual({
    ...{ "p1|2026-01-01": "10", "p1|2026-04-01": "10" },
  });
  expect(clear({ ...all, bottom: 0, end: 0 }, places, quarters)).toEqual({ "p1|2026-01-01": "" });
});

test("quarters of a period, across years, and no more than forty", () => {
  expect(quartersOf("2025-11-15", "2026-05-01")).toEqual(["2025-10-01", "2026-01-01", "2026-04-01"]);
  expect(quartersOf("2026-01-01", "2025-01-01")).toEqual(["2026-01-01"]);
  expect(quartersOf("2000-01-01", "2099-12-31")).toHaveLength(40);
});

test("what is planned for women and men comes from the finest split that says it", () => {
  const parts = [
    part({ sex: "F", quantity: 60 }),
    part({ sex: "F", territoryId: "p1", quantity: 20 }),
    part({ sex: "M", territoryId: "p1", quantity: 15 }),
    part({ sex: "F", population: "youth", quantity: 99 }),
  ];
  expect(plannedBy(parts, "sex")).toEqual({ F: 20, M: 15 });
  expect(plannedBy(parts, "milieu")).toBeNull();
});
