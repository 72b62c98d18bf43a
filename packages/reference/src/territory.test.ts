import { describe, expect, test } from "vitest";
import { arrondissementPrefectures, arrondissements, cercles } from "./city-parts.ts";
import { communes } from "./communes.ts";
import { foldName } from "./fold.ts";
import { censusLabour, surveyLabour } from "./labour.ts";
import { provinces } from "./provinces.ts";
import { regions } from "./regions.ts";
import { territorySpellings } from "./spellings.ts";

const codesOf = (rows: readonly { code: string }[]) => new Set(rows.map((row) => row.code));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("the territorial register", () => {
  test("has 12 regions, 75 provinces and prefectures, 1503 communes, each code once", () => {
    for (const [rows, count] of [
      [regions(), 12],
      [provinces(), 75],
      [communes(), 1503],
      [cercles(), 204],
      [arrondissements(), 41],
      [arrondissementPrefectures(), 8],
    ] as const) {
      expect(rows).toHaveLength(count);
      expect(codesOf(rows).size).toBe(count);
    }
    expect(provinces().filter((province) => province.kind === "prefecture")).toHaveLength(13);
    expect(communes().filter((commune) => commune.milieu === "urban")).toHaveLength(221);
  });

  test("every parent exists, and a code begins with its parent's", () => {
    const known = { region: codesOf(regions()), province: codesOf(provinces()), cercle: codesOf(cercles()) };
    for (const province of provinces()) {
      expect(known.region).toContain(province.region);
      expect(province.code.startsWith(`${province.region}.`)).toBe(true);
    }
    for (const commune of communes()) expect(known.province).toContain(commune.province);
    for (const cercle of cercles()) expect(known.province).toContain(cercle.parent);
    for (const part of arrondissementPrefectures()) expect(known.province).toContain(part.parent);
    const communeCodes = codesOf(communes());
    expect(arrondissements().filter((part) => !communeCodes.has(part.parent))).toEqual([]);
    expect(regions().filter((region) => !known.province.has(region.chefLieuProvince))).toEqual([]);
  });

  test("the communes of each province and the provinces of each region are as many as the register says", () => {
    for (const province of provinces()) {
      expect(communes().filter((commune) => commune.province === province.code)).toHaveLength(
        province.communeCount,
      );
    }
    for (const region of regions()) {
      expect(provinces().filter((province) => province.region === region.code)).toHaveLength(
        region.provinceCount,
      );
    }
  });

  test("populations add up to each region and to the nation's 36 828 330", () => {
    for (const region of regions()) {
      const inside = provinces().filter((province) => province.region === region.code);
      expect(sum(inside.map((province) => province.population2024))).toBe(region.population2024);
      expect(region.urban2024 + region.rural2024).toBe(region.population2024);
    }
    expect(sum(regions().map((region) => region.population2024))).toBe(36_828_330);
    expect(sum(regions().map((region) => region.population2014))).toBe(33_848_242);
  });

  test("the census's employed and active give its unemployment rate within a tenth", () => {
    expect(censusLabour()).toHaveLength(13);
    for (const row of censusLabour()) {
      expect(Math.abs((1 - row.employed / row.active) * 100 - row.unemploymentRate)).toBeLessThan(0.11);
    }
    expect(surveyLabour()).toHaveLength(29);
  });

  test("no two provinces share a folded name, and every other spelling points to a known code", () => {
    const names = provinces().flatMap((province) => [foldName(province.nameFr), foldName(province.nameAr)]);
    expect(new Set(names).size).toBe(names.length);
    const known = new Set([...codesOf(regions()), ...codesOf(provinces())]);
    expect(territorySpellings().filter((spelling) => !known.has(spelling.code))).toEqual([]);
  });

  test("the list is frozen, so that no caller changes it for another", () => {
    expect(Object.isFrozen(regions())).toBe(true);
    expect(regions()).toBe(regions());
  });
});
