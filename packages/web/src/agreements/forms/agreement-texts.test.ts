import { expect, test } from "vitest";
import { changesOf, checkPeriod, emptyAgreement, partialText, readPartial } from "./agreement-texts.ts";

test("a date is as partial as it is written, and written as partial as it is", () => {
  expect(readPartial("2021")).toEqual({ year: 2021, month: null, day: null, weekday: null });
  expect(readPartial("2021-12")).toMatchObject({ year: 2021, month: 12, day: null });
  expect(readPartial(" 2021-12-15 ")).toMatchObject({ day: 15 });
  expect(["2021-13", "2021-02-30", "15/12/2021", "décembre"].map(readPartial)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(partialText({ year: 2021, month: 2, day: null })).toBe("2021-02");
  expect(partialText({ year: null, month: 12, day: 15 })).toBe("");
});

test("a period that goes backwards, and a date that is none, are said at their field", () => {
  expect(checkPeriod({ periodFrom: "2026-02-01", periodTo: "2026-01-01" })).toEqual({
    periodTo: { id: "form.fault.order" },
  });
  expect(checkPeriod({ periodFrom: "2026-01-01", periodTo: "", signedOn: "hier" })).toEqual({
    signedOn: { id: "form.fault.partialDate" },
  });
});

test("only what was changed is sent; what was emptied is null", () => {
  const values = {
    ...emptyAgreement,
    signedOn: "2021",
    signedTerritoryId: "",
    title: " Un ",
    standsFor: "8",
  };
  expect(changesOf(values, ["title", "titleAr", "standsFor", "signedOn"])).toEqual({
    ...{ title: "Un", titleAr: null, standsFor: 8 },
    signedOn: { year: 2021, month: null, day: null, weekday: null },
  });
});
