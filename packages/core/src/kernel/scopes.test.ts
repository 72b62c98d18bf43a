import { expect, test } from "vitest";
import type { Grant } from "./actor.ts";
import { scopesOf } from "./scopes.ts";

const told = (...grants: Grant[]) => {
  const [whole = "", places = ""] = scopesOf({ id: "1", kind: "user", label: "Salma", grants }).split("|");
  return { whole, places: JSON.parse(places) as unknown };
};

test("a right everywhere shows its area whole, and the files that it is part of", () => {
  expect(told({ permissions: ["funding.read", "funding.move"] })).toEqual({
    whole: "funding any",
    places: {},
  });
  expect(told({ permissions: ["*"] })).toEqual({ whole: "* any", places: {} });
});

test("a right in places shows those places, each as organisation, territory, agreement", () => {
  expect(
    told(
      { permissions: ["agreements.read"], territory: "north" },
      { permissions: ["agreements.read"], organisation: "alfa", agreement: "one" },
    ),
  ).toEqual({
    whole: "",
    places: {
      agreements: [
        [null, "north", null],
        ["alfa", null, "one"],
      ],
      any: [
        [null, "north", null],
        ["alfa", null, "one"],
      ],
    },
  });
});

test("everywhere swallows a place, whichever comes first", () => {
  const [here, everywhere]: Grant[] = [
    { permissions: ["results.read"], territory: "north" },
    { permissions: ["results.read"] },
  ];
  for (const grants of [
    [here, everywhere],
    [everywhere, here],
  ] as Grant[][])
    expect(told(...grants)).toEqual({ whole: "results any", places: {} });
});

test("words, persons, the own account and no right at all show no file", () => {
  expect(told({ permissions: ["vocabulary.read", "people.find"] }).whole).not.toContain("any");
  expect(told({ permissions: ["agreements.read"], own: true })).toEqual({ whole: "", places: {} });
  expect(told()).toEqual({ whole: "", places: {} });
});
