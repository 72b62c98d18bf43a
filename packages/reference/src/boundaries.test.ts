import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { boundaries } from "./boundaries.ts";
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
