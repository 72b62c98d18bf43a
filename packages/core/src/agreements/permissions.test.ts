import { expect, test } from "vitest";
import { permissionsOfRole, type Role, roles } from "../kernel/index.ts";
import { permissions as holders } from "./permissions.ts";

const permissionsOf = (role: Role) => permissionsOfRole(role, holders);

test("a beneficiary has no right here, an auditor reads only, and a counsellor cannot sign", () => {
  expect(permissionsOf("R12")).toEqual([]);
  expect(permissionsOf("R10")).toEqual(["agreements.read"]);
  expect(permissionsOf("R2")).not.toContain("agreements.sign");
  for (const permission of Object.keys(holders))
    expect(roles.some((role) => permissionsOf(role).includes(permission))).toBe(true);
});
