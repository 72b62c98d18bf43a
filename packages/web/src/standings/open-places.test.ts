import { expect, test } from "vitest";
import type { PlaceRow } from "../api/places.ts";
import { widestOpen } from "./open-places.tsx";

const place = (code: string, parent: string | null, isOpen: boolean) =>
  ({ code, parent, counted: isOpen ? {} : null }) as PlaceRow;

test("the widest places whose counts are open are named, and none that lies in one of them", () => {
  const regional = [place("MA", null, false), place("03", "MA", true), place("03.1", "03", true)];
  expect(widestOpen(regional).map(({ code }) => code)).toEqual(["03"]);
  const local = [place("MA", null, false), place("03", "MA", false), place("03.1", "03", true)];
  expect(widestOpen(local).map(({ code }) => code)).toEqual(["03.1"]);
  expect(widestOpen([place("MA", null, false)])).toEqual([]);
});
