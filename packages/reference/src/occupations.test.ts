import { expect, test } from "vitest";
import { escoOccupations, escoSkills } from "./esco.ts";
import { iscoGroups } from "./isco.ts";
import { jobTitles, occupationDomains, occupations } from "./occupations.ts";

const codesOf = (rows: readonly { code: string }[]) => new Set(rows.map((row) => row.code));
const atLevel = (level: number) => iscoGroups().filter((group) => group.level === level);

test("ISCO-08 has 10, 43, 130 and 436 groups, each under its parent", () => {
  expect([1, 2, 3, 4].map((level) => atLevel(level).length)).toEqual([10, 43, 130, 436]);
  const known = codesOf(iscoGroups());
  expect(known.size).toBe(619);
  for (const group of iscoGroups()) {
    expect(group.level === 1 ? group.parent === null : known.has(group.parent ?? "")).toBe(true);
  }
});

test("Arabic stands at the two upper levels only, and says that it is not official", () => {
  const labelled = iscoGroups().filter((group) => group.labelAr !== null);
  expect(labelled).toHaveLength(53);
  expect(labelled.every((group) => group.level <= 2 && group.arStatus !== null)).toBe(true);
});

test("every ESCO occupation falls in a known ISCO group; 68 have no French label", () => {
  const known = codesOf(iscoGroups());
  expect(escoOccupations()).toHaveLength(3007);
  expect(escoOccupations().filter((occupation) => !known.has(occupation.isco))).toEqual([]);
  expect(escoOccupations().filter((occupation) => occupation.labelFr === null)).toHaveLength(68);
  expect(escoSkills()).toHaveLength(13_095);
});

test("ROME has 532 occupations in 110 domains, and 11,118 titles that each belong to one", () => {
  const domains = codesOf(occupationDomains());
  const known = codesOf(occupations());
  expect(domains.size).toBe(124);
  expect(known.size).toBe(532);
  expect(occupations().filter((occupation) => !domains.has(occupation.domain))).toEqual([]);
  expect(jobTitles()).toHaveLength(11_118);
  expect(jobTitles().filter((title) => !known.has(title.occupation))).toEqual([]);
});
