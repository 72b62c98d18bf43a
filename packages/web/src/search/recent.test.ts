import { expect, test } from "vitest";
import type { Found } from "./found.ts";
import { keepRecent, readRecent } from "./recent.ts";

function storage(first?: string) {
  const kept = new Map(first === undefined ? [] : [["iltizam.search.recent", first]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const found = (key: string, space: Found["space"] = "real"): Found => ({
  ...{ kind: "agreement", key, name: key, note: "" },
  space,
});

test("the last opened comes first, once, six at most, and only those of the space", () => {
  const own = storage();
  for (const key of ["A", "B", "C", "D", "E", "F", "G", "B"]) keepRecent(found(key), own);
  keepRecent(found("S", "simulated"), own);
  expect(readRecent("real", own).map(({ key }) => key)).toEqual(["B", "G", "F", "E", "D"]);
  expect(readRecent("simulated", own).map(({ key }) => key)).toEqual(["S"]);
});

test("what cannot be read is nothing", () => {
  expect(readRecent("real", storage("{"))).toEqual([]);
  expect(readRecent("real", storage('[null, {"kind": "agreement"}]'))).toEqual([]);
});
