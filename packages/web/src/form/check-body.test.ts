import { expect, test } from "vitest";
import bodies from "./bodies.gen.json" with { type: "json" };
import { type BodyRules, faultOfText } from "./check-body.ts";

const lead: BodyRules = bodies.openLead;
const edit: BodyRules = bodies.editAgreement;

test("a field is held against what the API's document says of it", () => {
  expect(faultOfText(lead.title, " ")).toEqual({ id: "form.fault.needed" });
  expect(faultOfText(lead.title, "x".repeat(501))).toEqual({ id: "form.fault.long", values: { most: 500 } });
  expect(faultOfText(lead.title, "Convention")).toBeNull();
  expect(faultOfText(lead.reference, "fès 1")).toEqual({ id: "form.fault.shape" });
  expect(faultOfText(lead.reference, "FES-1")).toBeNull();
  expect(faultOfText(lead.reference, "")).toBeNull();
  expect(faultOfText(lead.periodFrom, "2025-02-29")).toEqual({ id: "form.fault.date" });
});

test("the fields inside a body's part are known too, and numbers are read as numbers", () => {
  expect(faultOfText(edit.standsFor, "huit")).toEqual({ id: "form.fault.number" });
  expect(faultOfText(edit.standsFor, "0")).toEqual({ id: "form.fault.least", values: { least: 1 } });
  expect(faultOfText(edit.standsFor, "8")).toBeNull();
  expect(faultOfText(undefined, "anything")).toBeNull();
});
