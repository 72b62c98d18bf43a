import { expect, test } from "vitest";
import { may } from "./actor.ts";
import { actorOf } from "./actor-of.ts";
import { locales } from "./messages.ts";
import { joinPermissions, type PermissionTable, permissionsOfRole, roleLabel, roles } from "./roles.ts";

const permissions: PermissionTable = { "a.read": ["R4", "R10"], "a.sign": ["R4"], "b.read": ["R7"] };
const salma = { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma" } as const;

test("a role holds what the folders' tables give it", () => {
  expect(permissionsOfRole("R4", permissions)).toEqual(["a.read", "a.sign"]);
  expect(permissionsOfRole("R12", permissions)).toEqual([]);
});

test("the tables of the folders become one, and a permission is declared once", () => {
  const tables: PermissionTable[] = [{ "a.read": ["R4"] }, { "b.read": ["R7"] }];
  expect(joinPermissions(tables)).toEqual({ "a.read": ["R4"], "b.read": ["R7"] });
  expect(() => joinPermissions([...tables, { "a.read": ["R1"] }])).toThrow("kernel.permission_twice");
});

test("somebody may do in each place what her role there allows, and no more", () => {
  const actor = actorOf(salma, [{ role: "R4", territory: "north" }, { role: "R10" }], permissions);
  expect(may(actor, "a.sign", { territoryPath: ["town", "north", "nation"] })).toBe(true);
  expect(may(actor, "a.sign", { territoryPath: ["south", "nation"] })).toBe(false);
  expect(may(actor, "a.read", { territoryPath: ["south", "nation"] })).toBe(true);
  expect(may(actor, "b.read")).toBe(false);
  expect(may(actorOf(salma, [], permissions), "a.read")).toBe(false);
});

test("every role has a name in each language", () => {
  for (const locale of locales)
    expect(new Set(roles.map((role) => roleLabel(locale, role))).size).toBe(roles.length);
});
