// Which promise stands where: its own place, a share of a wider one, or told already.
import { describe, expect, test } from "vitest";
import { announcedUnder, placePromises, promisedAt, type Trees } from "./placed-promises.ts";
import type { Announced, Promised } from "./promised.ts";

const trees: Trees = {
  agreementPath: new Map([
    ["programme", ["programme"]],
    ["local", ["local", "programme"]],
    ["beside", ["beside"]],
  ]),
  territoryPath: new Map([
    ["n:ZZ", ["n:ZZ"]],
    ["r:03", ["r:03", "n:ZZ"]],
    ["p:03.1", ["p:03.1", "r:03", "n:ZZ"]],
    ["r:04", ["r:04", "n:ZZ"]],
  ]),
  nation: "n:ZZ",
};

const reading = (value: number | null, countsAs: string | null, adopted = false): Announced => ({
  ...{ value, countsAs, adopted, indicator: countsAs, source: "", passage: "", saidBy: null },
  ...{ qualifier: null, documentId: "", passageId: "", assertionId: "" },
});

const promise = (reference: string, territory: string | null, more: Partial<Promised> = {}): Promised => ({
  ...{ id: reference, reference, agreement: reference.split("/")[0] ?? "" },
  ...{ agreementId: (reference.split("/")[0] ?? "").toLowerCase(), agreementState: "in_force" },
  ...{ reported: false, kind: "result", state: "final", space: "simulated", wording: "", indicator: "jobs" },
  ...{ version: 1, unit: "persons", populations: [], territory, periodFrom: null, periodTo: null },
  ...{ deadline: null, original: null, current: null, declared: null, announced: [], ...more },
});

describe("a promise at its place", () => {
  test("of an agreement in a programme is a share of the programme's, where its territory is narrower", () => {
    const placed = placePromises(
      [promise("PROGRAMME/1", "r:03", { current: 500 }), promise("LOCAL/1", "p:03.1", { current: 200 })],
      [],
      trees,
    );
    expect(placed.map(({ territory, as, of, signed }) => [territory, as, of, signed])).toEqual([
      ["r:03", "own", null, 500],
      ["p:03.1", "share", "PROGRAMME/1", 200],
    ]);
    const at = (place: string) => promisedAt(placed.filter(({ territory }) => territory === place));
    expect(at("r:03")).toMatchObject({ promises: 1, signed: 500, shares: null });
    expect(at("p:03.1")).toMatchObject({ promises: 0, signed: null, shares: 200 });
  });

  test("is told already where the programme promises for the same territory", () => {
    const placed = placePromises(
      [promise("PROGRAMME/1", "r:03", { current: 500 }), promise("LOCAL/1", "r:03", { current: 200 })],
      [],
      trees,
    );
    expect(placed[1]).toMatchObject({ as: "within", of: "PROGRAMME/1" });
    expect(promisedAt(placed)).toMatchObject({ promises: 1, signed: 500, shares: null });
  });

  test("is its own where the programme promises elsewhere, or without a number", () => {
    for (const above of [promise("PROGRAMME/1", "r:04", { current: 500 }), promise("PROGRAMME/1", "r:03")]) {
      const [, local] = placePromises([above, promise("LOCAL/1", "r:03", { current: 200 })], [], trees);
      expect(local).toMatchObject({ as: "own", signed: 200 });
    }
  });

  test("gives the target grid's parts to their provinces, as shares", () => {
    const splits = [
      { commitment: "BESIDE/1", territory: "p:03.1", quantity: 120 },
      { commitment: "BESIDE/1", territory: "r:03", quantity: 400 },
    ];
    const placed = placePromises(
      [promise("BESIDE/1", "r:03", { current: 400, original: 450 })],
      splits,
      trees,
    );
    expect(placed.map(({ territory, as, signed }) => [territory, as, signed])).toEqual([
      ["r:03", "own", 400],
      ["p:03.1", "share", 120],
    ]);
  });

  test("that names no place lies in the whole nation", () => {
    expect(placePromises([promise("BESIDE/1", null)], [], trees)[0]).toMatchObject({ territory: "n:ZZ" });
  });
});

test("declared numbers of two agreements are never added", () => {
  const declares = (reference: string, declared: number) => promise(reference, "r:03", { declared });
  const one = placePromises([declares("BESIDE/1", 30), declares("BESIDE/2", 12)], [], trees);
  expect(promisedAt(one)).toMatchObject({ declared: 42, declaringAgreements: 1 });
  const two = placePromises([declares("BESIDE/1", 30), declares("LOCAL/1", 12)], [], trees);
  expect(promisedAt(two)).toMatchObject({ declared: null, declaringAgreements: 2 });
});

test("announced is a range, the adopted reading alone once there is one, and never another indicator's", () => {
  const readings = [
    reading(4000, "jobs"),
    reading(4300, "jobs"),
    reading(9000, "training"),
    reading(null, "jobs"),
  ];
  expect(announcedUnder(readings, "jobs")).toEqual({ low: 4000, high: 4300 });
  expect(announcedUnder([...readings, reading(4100, "jobs", true)], "jobs")).toEqual({
    low: 4100,
    high: 4100,
  });
  expect(announcedUnder([reading(null, "jobs")], "jobs")).toBeNull();
});
