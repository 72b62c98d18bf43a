import { expect, test } from "vitest";
import { conditionsIn, faultsOf, nothingPlanned } from "./planned-conditions.ts";

const filled = {
  ...nothingPlanned,
  ...{ amount: "500 000", plannedOn: "2026-01-01", commitment: "AGR-1/1", quantity: "100", by: "2025-12-31" },
  ...{ share: "80", documents: "Plan signé\n\n  Délibération  " },
};

test("what is written in the form becomes the conditions, a document a line", () => {
  expect(conditionsIn(nothingPlanned)).toEqual([]);
  expect(conditionsIn(filled)).toEqual([
    { kind: "results", commitment: "AGR-1/1", quantity: 100, by: "2025-12-31" },
    { kind: "justified", share: 80 },
    { kind: "document", document: "Plan signé" },
    { kind: "document", document: "Délibération" },
  ]);
});

test("a fault is said at its field", () => {
  expect(faultsOf(filled, "MAD")).toEqual({});
  const wrong = { ...filled, amount: "", quantity: "1,5", by: "", share: "101", documents: "ab" };
  expect(Object.keys(faultsOf(wrong, "MAD"))).toEqual(["amount", "quantity", "by", "share", "documents"]);
});
