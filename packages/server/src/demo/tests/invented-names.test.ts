// What is fictional is nowhere in reality: no place of the register, no organisation of the five notes.

import {
  communes,
  fictionalOrganisations,
  fictionalPlaces,
  foldName,
  notes,
  provinces,
  regions,
  territorySpellings,
} from "@iltizam/reference";
import { expect, test } from "vitest";

test("no fictional place is in the territory register, in any language or spelling", () => {
  const named = [...regions(), ...provinces(), ...communes()].flatMap(({ nameFr, nameAr }) => [
    nameFr,
    nameAr,
  ]);
  const real = new Set([...named, ...territorySpellings().map(({ spelling }) => spelling)].map(foldName));
  expect(real.size).toBeGreaterThan(1500);
  const taken = fictionalPlaces().flatMap(({ fr, ar, en }) =>
    [fr, ar, en].filter((name) => real.has(foldName(name))),
  );
  expect(taken).toEqual([]);
});

test("no fictional organisation is named in the five notes", () => {
  const said = foldName(
    notes()
      .map(({ text }) => text)
      .join(" "),
  );
  expect(said.length).toBeGreaterThan(5000);
  const named = fictionalOrganisations().flatMap(({ fr, ar, en }) => [fr, ar, en]);
  expect(named.filter((name) => said.includes(foldName(name)))).toEqual([]);
});
