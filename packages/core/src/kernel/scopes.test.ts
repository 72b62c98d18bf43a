import { expect, test } from "vitest";
import { scopesOf } from "./scopes.ts";

const who = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user", label: "Salma" } as const;
const grantsOf = (...grants: Parameters<typeof scopesOf>[0]["grants"]) =>
  JSON.parse(scopesOf({ ...who, grants })) as unknown;

test("a right in one place is a place of its area and of any right", () => {
  expect(grantsOf({ permissions: ["agreements.read"], territory: "t" })).toEqual({
    agreements: [[null, "t", null]],
    any: [[null, "t", null]],
  });
});

test("what everybody may about herself shows nothing of others", () => {
  const own = { permissions: ["identity.own_account"], own: true } as const;
  expect(grantsOf(own)).toEqual({ identity: "*" });
  expect(grantsOf(own, { permissions: ["agreements.read"], territory: "t" })).toMatchObject({
    any: [[null, "t", null]],
  });
});
