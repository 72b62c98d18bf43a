import { describe, expect, test } from "vitest";
import type { PlaceRow } from "../api/places.ts";
import { type Measure, measures, numberAt, placesShown } from "./measures.ts";

const place = (
  code: string,
  kind: PlaceRow["kind"],
  parent: string | null,
  more: Partial<PlaceRow> = {},
): PlaceRow => ({
  ...{ code, kind, parent, name: { fr: code, ar: code, en: null } },
  promised: {
    ...{ promises: 0, announced: null, signed: null, original: null, shares: null },
    ...{ declared: null, declaringAgreements: 0 },
  },
  parts: { announced: null, signed: null },
  counted: { realised: 0, proven: 0, women: 0, men: 0, rural: 0, urban: 0 },
  jobSeekers: null,
  ...more,
});
const counted = { realised: 40, proven: 25, women: 10, men: 30, rural: 0, urban: 40 };
const numbers = (one: PlaceRow) =>
  Object.fromEntries(measures.map((measure: Measure) => [measure, numberAt(one, measure)]));

describe("the number of a place", () => {
  test("is none where nobody counts and nobody declared: that is no zero", () => {
    expect(Object.values(numbers(place("03", "region", "MA")))).toEqual(measures.map(() => null));
  });

  test("takes its own signed figure and its shares of wider ones; a rate has both its counts", () => {
    const jobSeekers = { value: 2000, year: 2024, method: "census", source: "" } as const;
    const promised = {
      ...place("", "region", null).promised,
      signed: 30,
      shares: 20,
      announced: { low: 50, high: 60 },
    };
    expect(numbers(place("03", "region", "MA", { promised, counted, jobSeekers }))).toEqual({
      ...{ announced: 50, signed: 50, declared: null, realised: 40, proven: 25 },
      ...{ provenOfSigned: 0.5, perThousand: 20 },
    });
  });

  test("is none where the reader may not see counts", () => {
    expect(numberAt(place("03", "region", "MA", { counted: null }), "realised")).toBeNull();
  });
});

test("a country of one region is seen by its provinces, once it has some", () => {
  const codes = (list: readonly PlaceRow[], asked = {}) => placesShown(list, asked).map(({ code }) => code);
  const one = [place("ZZ", "nation", null), place("90", "region", "ZZ")];
  expect(codes(one)).toEqual(["90"]);
  expect(codes([...one, place("90.1", "province", "90")])).toEqual(["90.1"]);
  const two = [
    ...one,
    place("91", "region", "ZZ"),
    place("90.1", "province", "90"),
    place("91.1", "province", "91"),
  ];
  expect(codes(two)).toEqual(["90", "91"]);
  expect(codes(two, { level: "province" })).toEqual(["90.1", "91.1"]);
  expect(codes(two, { region: "91" })).toEqual(["91.1"]);
});
