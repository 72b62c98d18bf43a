import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Measure } from "../api/measures.ts";
import fr from "./messages/fr.json" with { type: "json" };
import { inTree, readValue, standingOf, termsOf, unitsOf } from "./terms.ts";

const term = (setting: string, value: string, from: string | null, to: string | null) => ({
  ...{ setting, value, from, to, unit: "months", currency: null },
  ...{ source: "loi de finances", confidence: "official_text" },
});
const measure = (code: string, parent: string | null, settings: Measure["settings"] = []): Measure => ({
  ...{ code, parent, settings, label: { fr: code, ar: code, en: code }, arReviewed: true },
  ...{ kind: "training", operator: null, startYear: null, status: null, source: null },
});

test("a value holds from its first day to its last, and an open end has none", () => {
  const held = [term("d", "24", null, "2024-12-31"), term("d", "18", "2025-01-01", null)];
  const on = (day: string) => held.map((one) => standingOf(one, day));
  expect(on("2024-12-31")).toEqual(["inForce", "toCome"]);
  expect(on("2025-01-01")).toEqual(["past", "inForce"]);
  expect(termsOf([...held, term("e", "2", null, null)]).map(([name, all]) => [name, all.length])).toEqual([
    ["d", 2],
    ["e", 1],
  ]);
});

test("a component stands under its measure, and a term has the unit in which it is kept", () => {
  const all = [measure("A", null), measure("B", null), measure("C", "A", [term("d", "1", null, null)])];
  expect(inTree(all).map((one) => [one.measure.code, one.depth])).toEqual([
    ["A", 0],
    ["C", 1],
    ["B", 0],
  ]);
  expect(unitsOf(all).get("d")).toBe("months");
});

test("a value is read as each language writes it, in its unit", () => {
  expect([readValue("1,75 %", "percent", ""), readValue("2.5", "months", "")]).toEqual(["1.75", "2.5"]);
  expect(readValue("6 000", "money", "MAD")).toBe("6000");
  expect([readValue("CDI", "contract_type", ""), readValue("true", "boolean", "")]).toEqual(["CDI", "true"]);
  expect([
    readValue("deux ans", "months", ""),
    readValue(" ", "percent", ""),
    readValue("1", "", ""),
  ]).toEqual([null, null, null]);
});

test("every term and kind of the reference lists has its words", () => {
  const rows = (file: string) =>
    readFileSync(new URL(`../../../reference/data/measures/${file}`, import.meta.url), "utf8")
      .trim()
      .split("\n");
  const terms = rows("measure_settings.csv")
    .slice(1)
    .map((row) => `measures.term.${row.split(",")[1]}`);
  const kinds = rows("measures.csv")
    .slice(1)
    .map((row) => `measures.kind.${row.split(",").at(-3)}`);
  expect([...terms, ...kinds].filter((id) => !(id in fr))).toEqual([]);
});
