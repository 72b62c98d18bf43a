import { foldName } from "@iltizam/reference";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesOf, type Territory, type TerritoryKind, typeFits } from "./model.ts";
import { registerRows, statisticRows } from "./register.ts";
import { requirePlace } from "./require-place.ts";

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const place = (
  number: number,
  code: string,
  kind: TerritoryKind,
  parent: number | null,
  fr: string,
): Territory => ({
  id: idOf(number),
  scheme: "hcp",
  code,
  kind,
  type: null,
  parentId: parent === null ? null : idOf(parent),
  name: { fr, ar: fr, en: null, zgh: null },
  arReviewed: true,
});

const territories = [
  place(1, "MA", "nation", null, "Maroc"),
  place(2, "03", "region", 1, "Fès-Meknès"),
  place(3, "03.231", "province", 2, "Fès"),
  place(4, "03.231.01", "commune", 3, "Fès"),
  place(5, "03.061", "province", 2, "Meknès"),
  place(6, "03.061.04", "commune", 5, "Oued Jdida"),
  place(7, "03.231.09", "commune", 3, "Oued Jdida"),
  place(8, "BE", "abroad", null, "Belgique"),
];
const places = placesOf(
  territories,
  territories.map((one) => ({ territoryId: one.id, folded: foldName(one.name.fr) })),
);

describe("a place written in a file", () => {
  test.each([
    ["03", "03"],
    ["03.231", "03.231"],
    ["FES MEKNES", "03"],
    ["abroad:be", "BE"],
    [" Belgique ", "BE"],
  ])("%s is %s", (text, code) => {
    expect(requirePlace(places, text).code).toBe(code);
  });

  test("names the province when province and commune bear one name, unless a commune is asked for", () => {
    expect(requirePlace(places, "Fès").code).toBe("03.231");
    expect(requirePlace(places, "Fès", "commune").code).toBe("03.231.01");
  });

  test("that two communes bear is refused with the codes to choose from", () => {
    expect(() => requirePlace(places, "oued-jdida")).toThrow(
      /territory\.ambiguous.*03\.061\.04.*03\.231\.09/,
    );
  });

  test("that nobody bears is refused", () => {
    expect(() => requirePlace(places, "Atlantide")).toThrow(/territory\.unknown/);
    expect(() => requirePlace(places, "03", "commune")).toThrow(/territory\.unknown/);
  });

  test("leads upward to the nation", () => {
    expect(places.path(idOf(4)).map((one) => one.code)).toEqual(["03.231.01", "03.231", "03", "MA"]);
    expect(places.path(idOf(99))).toEqual([]);
  });

  test("is found under its own code, whatever else is there", () => {
    fc.assert(
      fc.property(fc.constantFrom(...territories), (one) => {
        expect(requirePlace(places, one.code, one.kind).id).toBe(one.id);
      }),
    );
  });
});

test("a province is a prefecture or a province, a commune urban or rural, the others have no type", () => {
  expect(typeFits("province", "prefecture")).toBe(true);
  expect(typeFits("province", "rural")).toBe(false);
  expect(typeFits("commune", "rural")).toBe(true);
  expect(typeFits("region", "province")).toBe(false);
  expect(typeFits("region", null)).toBe(true);
});

test("the register gives each parent before its children", () => {
  const seen = new Set<string>();
  for (const row of registerRows()) {
    if (row.parent !== null) expect(seen).toContain(`${row.parent.scheme}/${row.parent.code}`);
    seen.add(`${row.scheme}/${row.code}`);
  }
  expect(seen.size).toBe(248 + 12 + 75 + 1503);
});

test("no figure of the register stands twice, and census and survey stay apart", () => {
  const keys = statisticRows().map((row) =>
    [row.code, row.measure, row.method, row.year, row.sex, row.milieu].join("/"),
  );
  expect(new Set(keys).size).toBe(keys.length);
  const national = statisticRows().filter((row) => row.code === "MA" && row.measure === "unemployment_rate");
  expect(
    national.find((row) => row.method === "census" && row.sex === "all" && row.milieu === "all")?.value,
  ).toBe(21.3);
  expect(national.find((row) => row.method === "survey" && row.year === 2024)?.value).toBe(13.3);
});
