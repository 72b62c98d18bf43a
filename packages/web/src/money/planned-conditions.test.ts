import { expect, test } from "vitest";
import {
  conditionsIn,
  emptyCondition,
  faultsOf,
  faultsOfCondition,
  nothingPlanned,
  textOfConditions,
} from "./planned-conditions.ts";

const results = { kind: "results", commitment: "AGR-1/1", quantity: "100", by: "2025-12-31" };
const rows = [
  results,
  { kind: "justified", share: "80" },
  { kind: "document", document: "Plan signé" },
  { kind: "document", document: "  Délibération " },
  { ...results, commitment: "AGR-1/2" },
].map((row) => ({ ...emptyCondition, ...row }));
const filled = { amount: "500 000", plannedOn: "2026-01-01", conditions: textOfConditions(rows) };

test("each row of the form becomes a condition, several of one kind too, in their order", () => {
  expect(conditionsIn(nothingPlanned)).toEqual([]);
  expect(conditionsIn(filled)).toEqual([
    { kind: "results", commitment: "AGR-1/1", quantity: 100, by: "2025-12-31" },
    { kind: "justified", share: 80 },
    { kind: "document", document: "Plan signé" },
    { kind: "document", document: "Délibération" },
    { kind: "results", commitment: "AGR-1/2", quantity: 100, by: "2025-12-31" },
  ]);
});

test("a fault is said at its field, and which condition it is in", () => {
  expect(faultsOf(filled, "MAD")).toEqual({});
  const wrong = [...rows, { ...emptyCondition, kind: "report" }];
  const conditions = textOfConditions(wrong);
  expect(faultsOf({ ...filled, amount: "", conditions }, "MAD")).toMatchObject({
    amount: { id: "form.fault.needed" },
    conditions: { values: { number: 6 } },
  });
  const faults = (row: object) => Object.keys(faultsOfCondition({ ...emptyCondition, ...row }));
  expect([
    ...[faults({}), faults({ kind: "report" }), faults({ ...results, quantity: "1,5", by: "" })],
    ...[faults({ kind: "justified", share: "101" }), faults({ kind: "document", document: "ab" })],
  ]).toEqual([["kind"], ["report"], ["quantity", "by"], ["share"], ["document"]]);
});
