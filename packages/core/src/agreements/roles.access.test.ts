import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { type Context, permissionsOfRole, type Role, roles } from "../kernel/index.ts";
import { editAgreement } from "./edit-agreement.ts";
import { getAgreement } from "./get-agreement.ts";
import { permissions as holders } from "./permissions.ts";
import { content, draft, openCast, place } from "./tests/draft-in-full.ts";

const register = await openRegister();
const ctx: Context = { ...register.ctx, guards: content };
afterAll(() => register.close());

const agreement = "CONV-1";
await openCast(register);
await draft(ctx, agreement, { territoryId: register.region });
const person = (given: readonly string[]) => ({ ...register.as(given), guards: content });

test("a correction asks for a right of its own, on top of the right to edit", async () => {
  await place(ctx, agreement, "in_force");
  const { revision } = await getAgreement(ctx, { agreement });
  const given = { agreement, revision, changes: { purpose: "corrigé" }, correction: "mauvaise copie" };
  await expect(editAgreement(person(["agreements.edit"]), given)).rejects.toMatchObject({
    params: { permission: "agreements.correct" },
  });
  await expect(
    editAgreement(person(["agreements.edit", "agreements.correct"]), given),
  ).resolves.toBeDefined();
});

const permissionsOf = (role: Role) => permissionsOfRole(role, holders);

test("a beneficiary has no right here, an auditor reads only, and a counsellor cannot sign", () => {
  expect(permissionsOf("R12")).toEqual([]);
  expect(permissionsOf("R10")).toEqual(["agreements.read"]);
  expect(permissionsOf("R2")).not.toContain("agreements.sign");
  for (const permission of Object.keys(holders))
    expect(roles.some((role) => permissionsOf(role).includes(permission))).toBe(true);
});
