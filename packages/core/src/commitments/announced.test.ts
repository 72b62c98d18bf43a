import { describe, expect, test } from "vitest";
import { readAnnounced, totalAnnounced } from "./announced.ts";

const reading = (assertion: string, value: number | null, countsAs: string | null) => ({
  assertion,
  value,
  countsAs,
});

describe("readings of one announced figure", () => {
  test("that differ in number are a range, of which the lower counts", () => {
    const map = reading("a", 20815, "placements");
    const ministry = reading("b", 20850, "placements");
    expect(readAnnounced([map, ministry], null)).toMatchObject({
      status: "range",
      low: 20815,
      high: 20850,
      counted: 20815,
    });
  });

  test("that differ in indicator enter no total, although the number is the same", () => {
    const both = [reading("a", 6000, "durable_jobs"), reading("b", 6000, "jobs_created")];
    expect(readAnnounced(both, null)).toMatchObject({
      status: "conflict",
      indicator: null,
      low: 6000,
      counted: null,
    });
  });

  test("of which a person adopted one count as that one", () => {
    const both = [reading("a", 6000, "durable_jobs"), reading("b", 6000, "jobs_created")];
    const read = readAnnounced(both, "b");
    expect(read).toMatchObject({ status: "adopted", indicator: "jobs_created", counted: 6000, adopted: "b" });
  });

  test("that agree are one figure, counted once", () => {
    const both = [
      reading("a", 1200, "project_holders_supported"),
      reading("b", 1200, "project_holders_supported"),
    ];
    expect(readAnnounced(both, null)).toMatchObject({
      status: "agreed",
      low: 1200,
      high: 1200,
      counted: 1200,
    });
  });

  test("without a number stay without one", () => {
    expect(readAnnounced([reading("a", null, "mobile_units_deployed")], null)).toMatchObject({
      status: "unquantified",
      counted: null,
    });
    expect(readAnnounced([], null).status).toBe("none");
  });
});

test("totals add the lower readings of an indicator and keep conflicts apart", () => {
  const figures = [
    readAnnounced([reading("a", 20815, "placements"), reading("b", 20850, "placements")], null),
    readAnnounced([reading("c", 100, "placements")], null),
    readAnnounced([reading("d", 6000, "durable_jobs"), reading("e", 6000, "jobs_created")], null),
  ];
  expect(totalAnnounced(figures)).toEqual({
    totals: [{ indicator: "placements", low: 20915, high: 20950, commitments: 2 }],
    apart: 1,
  });
});
