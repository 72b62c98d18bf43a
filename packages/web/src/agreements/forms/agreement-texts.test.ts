import { expect, test } from "vitest";
import { changesOf, checkPeriod, emptyAgreement } from "./agreement-texts.ts";

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
