import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ageBands, CODE_LISTS, codes, units } from "./codes.ts";
import { contractTypes } from "./contract-types.ts";
import { countries } from "./countries.ts";
import { educationLevels } from "./education.ts";
import { glossary } from "./glossary.ts";
import { measureSettings, measures } from "./measures.ts";
import { names } from "./names.ts";
import { notes } from "./notes.ts";
import { populations } from "./populations.ts";
import { programmes } from "./programmes.ts";
import { dataFile, readTable } from "./table.ts";

const codesOf = (rows: readonly { code: string }[]) => new Set(rows.map((row) => row.code));
const arabic = /\p{Script=Arabic}/u;

test("education, contracts, programmes and names are as many as their README says", () => {
  expect(codesOf(educationLevels()).size).toBe(10);
  expect(codesOf(contractTypes()).size).toBe(10);
  expect(codesOf(programmes()).size).toBe(11);
  const { first, last, variants } = names();
  expect([first.length, last.length, variants.length]).toEqual([169, 112, 1906]);
});

test("every country has one code and three names", () => {
  expect(codesOf(countries()).size).toBe(248);
  for (const { code, nameFr, nameAr, nameEn } of countries()) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(nameFr.length * nameEn.length).toBeGreaterThan(0);
    expect(nameAr).toMatch(arabic);
  }
});

test("every closed list has each value once, in three languages", () => {
  for (const list of [
    ...CODE_LISTS.map((name) => codes(name)),
    units(),
    ageBands(),
    educationLevels(),
    contractTypes(),
  ]) {
    expect(codesOf(list).size).toBe(list.length);
    for (const { code, label } of list) {
      expect(label.fr.length * label.en.length, code).toBeGreaterThan(0);
      expect(label.ar, code).toMatch(/\p{Script=Arabic}|\d/u);
    }
  }
  expect(codes("organisation_kinds")).toHaveLength(25);
  expect(codes("instrument_types")).toHaveLength(10);
  expect(codes("qualifiers")).toHaveLength(8);
  expect(units().filter((unit) => unit.inDraft)).toHaveLength(12);
});

describe("populations", () => {
  test("hold the draft format's codes and the field's segments", () => {
    expect(populations()).toHaveLength(18);
    const drafts =
      "job_seekers youth neet no_diploma graduates women rural rural_youth project_holders auto_entrepreneurs regular_migrants hard_to_place disability other";
    const known = codesOf(populations());
    expect(drafts.split(" ").filter((code) => !known.has(code))).toEqual([]);
  });

  test("four are sensitive; only NEET has an age band, 15 to 24", () => {
    const sensitive = populations().filter((population) => population.sensitive);
    expect(sensitive.map((population) => population.code).sort()).toEqual([
      "disability",
      "former_detainee",
      "hard_to_place",
      "regular_migrants",
    ]);
    const banded = populations().filter((population) => population.ageMin !== null);
    expect(banded.map(({ code, ageMin, ageMax }) => [code, ageMin, ageMax])).toEqual([["neet", 15, 24]]);
  });
});

test("a measure's settings of one name never overlap in time, and name a known measure", () => {
  const known = codesOf(measures());
  const programmeCodes = codesOf(programmes());
  const last = new Map<string, string>();
  for (const { measure, setting, validFrom, validTo } of measureSettings()) {
    expect(known).toContain(measure);
    const before = last.get(`${measure}/${setting}`);
    if (before !== undefined) expect((validFrom ?? "") > before).toBe(true);
    last.set(`${measure}/${setting}`, validTo ?? "9999-12-31");
  }
  for (const { programme, parent } of measures()) {
    if (programme !== null) expect(programmeCodes).toContain(programme);
    if (parent !== null) expect(known).toContain(parent);
  }
});

test("the glossary has 145 terms; the 7 whose Arabic awaits review say so and carry no mark", () => {
  expect(glossary().map((term) => term.number)).toEqual(Array.from({ length: 145 }, (_, index) => index + 1));
  expect(glossary().filter((term) => !term.arReviewed)).toHaveLength(7);
  expect(glossary().some((term) => term.ar.includes("†"))).toBe(false);
  expect(glossary().every((term) => arabic.test(term.ar))).toBe(true);
});

test("the five notes are there", () => {
  expect(notes()).toHaveLength(5);
  expect(notes()[4]?.text).toContain("406,80 millions de DH");
});

test("every folder of data tells its source and its licence", () => {
  const data = new URL("../data/", import.meta.url);
  const folders = readdirSync(data);
  expect(folders.length).toBeGreaterThan(10);
  for (const folder of folders) {
    expect(existsSync(new URL(`${folder}/README.md`, data)), folder).toBe(true);
    expect(existsSync(new URL(`${folder}/LICENSE.md`, data)), folder).toBe(true);
  }
});

test("a heading that differs and a file that is missing are refused by name", () => {
  expect(() => readTable("sectors/isic4.csv", ["code", "name"])).toThrow(
    /sectors\/isic4\.csv has the columns/,
  );
  expect(() => dataFile("nowhere.csv")).toThrow(/nowhere\.csv/);
});
