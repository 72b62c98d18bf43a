import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { boundaries } from "./boundaries.ts";
import { fictionalLabour, fictionalPlaces, fictionalSchematic } from "./fictional.ts";
import { provinces } from "./provinces.ts";
import { regions } from "./regions.ts";

interface Shapes {
  features: { properties: { code: string; region_code?: string } }[];
}
const shapes = (url: URL): Shapes => JSON.parse(readFileSync(url, "utf8"));
const sorted = (codes: string[]) => [...codes].sort();

test("the map has one shape for each region and province, under HCP's codes", () => {
  const map = boundaries();
  expect(sorted(shapes(map.regions).features.map((shape) => shape.properties.code))).toEqual(
    sorted(regions().map((region) => region.code)),
  );
  expect(sorted(shapes(map.provinces).features.map((shape) => shape.properties.code))).toEqual(
    sorted(provinces().map((province) => province.code)),
  );
  const topology: { objects: Record<string, { geometries: unknown[] }> } = JSON.parse(
    readFileSync(map.topojson, "utf8"),
  );
  expect(topology.objects.regions?.geometries).toHaveLength(12);
  expect(topology.objects.provinces?.geometries).toHaveLength(75);
});

test("the fictional region is drawn as one hexagon a province, and has an invented census", () => {
  const of = (kind: string) =>
    fictionalPlaces()
      .filter((place) => place.kind === kind)
      .map(({ code }) => code);
  const drawing: {
    objects: Record<string, { geometries: { properties: { code?: string; region_code: string } }[] }>;
  } = JSON.parse(readFileSync(fictionalSchematic(), "utf8"));
  const { provinces: hexagons, regions: whole } = drawing.objects;
  expect(sorted(hexagons?.geometries.map(({ properties }) => properties.code ?? "") ?? [])).toEqual(
    sorted(of("province")),
  );
  expect(whole?.geometries.map(({ properties }) => properties.region_code)).toEqual(of("region"));
  const labour = fictionalLabour();
  expect(labour.map(({ code }) => code)).toEqual([...of("nation"), ...of("region"), ...of("province")]);
  const provincesOf = labour.filter(({ code }) => code.length > 2);
  const sum = (key: "active" | "employed") => provincesOf.reduce((total, row) => total + row[key], 0);
  expect({ active: sum("active"), employed: sum("employed") }).toEqual({
    active: labour.find(({ code }) => code === "90")?.active,
    employed: labour.find(({ code }) => code === "90")?.employed,
  });
});
