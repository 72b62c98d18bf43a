import { describe, expect, test } from "vitest";
import { units } from "./codes.ts";
import { indicatorAliases, indicators } from "./indicators.ts";

const DRAFT_CODES =
  "placements recruitments durable_jobs jobs_created salaried_employment_supported temporary_jobs return_to_work employability_improved persons_trained persons_trained_and_supported training_places project_holders_supported enterprises_created projects_financed orders_placed service_points_created mobile_units_deployed work_sites mobility_assistance work_permits_quota other".split(
    " ",
  );

const known = () => new Set(indicators().map((indicator) => indicator.code));

describe("the indicator catalogue", () => {
  test("has 75 definitions and 1 alias, no code twice", () => {
    const codes = [...indicators(), ...indicatorAliases()].map((entry) => entry.code);
    expect(indicators()).toHaveLength(75);
    expect(indicatorAliases()).toHaveLength(1);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("covers the field's 34 rows and every code of the draft format", () => {
    const covered = new Set(indicators().map((indicator) => indicator.fieldRow));
    for (let row = 1; row <= 34; row += 1) expect(covered).toContain(row);
    const drafts = [...indicators(), ...indicatorAliases()].filter((entry) => entry.draftCode);
    expect(drafts.map((entry) => entry.code).sort()).toEqual([...DRAFT_CODES].sort());
  });

  test("an alias stands for a defined indicator, never for another alias", () => {
    for (const alias of indicatorAliases()) expect(known()).toContain(alias.aliasOf);
  });

  test("every entry is named and defined in French, Arabic and English", () => {
    for (const { code, label, definition, pitfalls } of indicators()) {
      for (const text of [label, definition, pitfalls]) {
        expect(text.fr.length * text.en.length, code).toBeGreaterThan(0);
        expect(text.ar, code).toMatch(/\p{Script=Arabic}/u);
      }
    }
  });

  test("a unit is of the list; money and ratios are nobody's", () => {
    const unitCodes = new Set(units().map((unit) => unit.code));
    for (const { code, unit, subject, nature } of indicators()) {
      expect(unitCodes, code).toContain(unit);
      expect(nature === "money", code).toBe(unit === "money");
      if (nature === "money" || nature === "ratio") expect(subject, code).toBe("none");
      if (unit === "persons" && nature === "flow") expect(subject, code).toBe("person");
    }
  });

  test("a ratio names two counts that are no ratios themselves; nothing else names any", () => {
    const natures = new Map(indicators().map((indicator) => [indicator.code, indicator.nature]));
    for (const { code, nature, numerator, denominator, aggregation, appliesTo } of indicators()) {
      expect(numerator !== null && denominator !== null, code).toBe(nature === "ratio");
      expect(aggregation === "ratio", code).toBe(nature === "ratio");
      for (const part of [numerator, denominator, ...(appliesTo ?? [])]) {
        if (part !== null) expect(["flow", "stock", "money"], code).toContain(natures.get(part));
      }
    }
  });

  test("proof is E2, and E3 for durable jobs and retention", () => {
    const atE3 = indicators().filter((indicator) => indicator.proofLevel !== 2);
    expect(atE3.every((indicator) => indicator.proofLevel === 3)).toBe(true);
    expect(atE3.map((indicator) => indicator.code).sort()).toEqual(
      [
        "durable_jobs",
        ...["retained", "retention"].flatMap((name) => [3, 6, 12].map((n) => `${name}_${n}`)),
      ].sort(),
    );
  });

  test("an undefined indicator has no evidence; a defined one says its own", () => {
    for (const { code, state, evidence } of indicators())
      expect(evidence === null, code).toBe(state === "undefined");
    expect(indicators().filter((indicator) => indicator.state === "undefined")).toHaveLength(12);
  });

  test("persons are counted once, things are added; only `other` says nothing", () => {
    for (const { code, nature, subject, unit, aggregation } of indicators()) {
      if (nature !== "flow") continue;
      if (subject === "person") expect(aggregation, code).toBe("distinct");
      else if (subject === "none") expect(code).toBe("other");
      else expect(aggregation, code).toBe(unit === "enterprises" ? "distinct" : "sum");
    }
  });
});
