import { describe, expect, test } from "vitest";
import { templateKinds, textLanguages } from "./model.ts";
import { listOf, unknownNames } from "./patterns.ts";
import { firstBook, labelsOf, templateFor, templateOf } from "./templates.ts";

const always = [
  "responsibilities",
  "no_fee",
  "governance",
  "reports",
  "evaluation",
  "data_protection",
  "duration",
];

describe.each(templateKinds)("the template for a %s", (kind) => {
  const { mandatory, optional, order } = templateOf(firstBook, kind);

  test("has what no agreement may lack, and puts every clause in its place", () => {
    expect(always.filter((key) => !mandatory.includes(key))).toEqual([]);
    expect([...order].sort()).toEqual([...mandatory, ...optional].sort());
  });

  test.each(textLanguages)("says every clause in %s, and asks for nothing that nobody knows", (language) => {
    const { clauses, heads } = firstBook[language];
    expect(heads[kind]).not.toBe("");
    for (const key of order) expect(clauses[key]?.text.length, key).toBeGreaterThan(0);
    expect(order.flatMap((key) => clauses[key]?.text.flatMap(unknownNames) ?? [])).toEqual([]);
  });
});

test("both languages ask for the same of the register, clause by clause", () => {
  const asked = (language: "fr" | "ar") =>
    Object.entries(firstBook[language].clauses).map(([key, { text }]) => [
      key,
      text.map((line) => [listOf(line), [...line.matchAll(/\{[^}]*\}/g)].map(([name]) => name)]),
    ]);
  expect(asked("ar")).toEqual(asked("fr"));
  expect(Object.keys(labelsOf("ar"))).toEqual(Object.keys(labelsOf("fr")));
});

test.each([
  [["public_employment_service", "company"], "company"],
  [["public_employment_service", "professional_federation"], "federation"],
  [["public_employment_service", "regional_council"], "region"],
  [["public_employment_service", "cooperative"], "association"],
  [["public_employment_service", "foreign_public_employment_service"], "foreign_agency"],
  [["public_employment_service", "regional_council", "association"], "tripartite"],
])("the signatories %j ask for the template of a %s", (kinds, template) => {
  expect(templateFor(kinds)).toBe(template);
});
