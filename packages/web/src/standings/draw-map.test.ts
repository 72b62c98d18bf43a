// The drawing holds every region and province, the southern ones whole, and numbers stand inside the frame.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawMap, size } from "./draw-map.ts";

const shapesOf = (url: URL, schematic: boolean) => ({
  ...{ schematic, attribution: null },
  topology: JSON.parse(readFileSync(url, "utf8")) as Record<string, unknown>,
});
const data = new URL("../../../reference/data/", import.meta.url);
const country = shapesOf(new URL("boundaries/morocco.topojson", data), false);
/** Codes of a register, with the region of each. */
const register = (file: string) =>
  readFileSync(new URL(`territory/${file}.csv`, data), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([code = "", region = ""]) => ({ code, region }));
const regions = register("regions");
const provinces = register("provinces");
const box = (path: string) => {
  const numbers = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/gu)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const at = (axis: 0 | 1) => numbers.map((pair) => pair[axis]);
  return {
    left: Math.min(...at(0)),
    right: Math.max(...at(0)),
    top: Math.min(...at(1)),
    bottom: Math.max(...at(1)),
  };
};

test.each([
  ["regions", regions.map(({ code }) => code)],
  ["provinces", provinces.map(({ code }) => code)],
])("all %s are drawn, once, inside the frame", (_, codes) => {
  const { places } = drawMap(country, new Set(codes));
  expect(places.map(({ code }) => code).sort()).toEqual([...codes].sort());
  for (const { path, x, y } of places) {
    const { left, right, top, bottom } = box(path);
    expect(left >= 0 && top >= 0 && right <= size && bottom <= size).toBe(true);
    expect(x > 0 && x < size && y > 0 && y < size).toBe(true);
  }
});

test("regions 10 to 12 are whole: they reach from the border of Souss-Massa to 20.8° north", () => {
  const { places } = drawMap(country, new Set(regions.map(({ code }) => code)));
  const heightOf = (code: string) => {
    const { top, bottom } = box(places.find((place) => place.code === code)?.path ?? "");
    return { top, bottom };
  };
  // the drawing ends where Dakhla-Oued Ed-Dahab does, and the three make most of its lower half
  expect(heightOf("12").bottom).toBeGreaterThan(size - 10);
  expect(heightOf("10").top).toBeLessThan(heightOf("11").top);
  expect(heightOf("12").bottom - heightOf("10").top).toBeGreaterThan(size / 2);
});

test("one region alone fills the drawing with its provinces", () => {
  const codes = provinces.flatMap(({ code, region }) => (region === "03" ? [code] : []));
  const { places } = drawMap(country, new Set(codes));
  const boxes = places.map(({ path }) => box(path));
  const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
  expect(Math.max(width, height)).toBeGreaterThan(size - 20);
});

test("the fictional region is five equal hexagons", () => {
  const drawn = drawMap(
    shapesOf(new URL("fictional/schematic.topojson", data), true),
    new Set(["90.101", "90.102", "90.103", "90.104", "90.105"]),
  );
  const widths = drawn.places.map(({ path }) => Math.round(box(path).right - box(path).left));
  expect(new Set(widths).size).toBeLessThanOrEqual(2);
  expect(drawn.places).toHaveLength(5);
});
