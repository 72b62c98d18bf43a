// The role chooser: in the demo one click, elsewhere not there at all.
import { grantRole, openDemoAccount } from "@iltizam/core/identity";
import { afterAll, beforeAll, expect, test } from "vitest";
import { administrator, codeOf, type Installation, openInstallation } from "./installation.ts";

let house: Installation;
let auditor: string;
const api = "/api/v1";
beforeAll(async () => {
  house = await openInstallation({ demo: true, withAdministrator: false });
  const opened = await openDemoAccount(house.ctx, {
    mail: "audit@simule.invalid",
    name: "Auditrice (simulée)",
  });
  auditor = opened.user;
  await grantRole(house.ctx, { user: auditor, role: "R10" });
});
afterAll(() => house.close());

test("whoever sits at the machine may do everything, until she chooses a role", async () => {
  const browser = house.browser();
  expect((await browser.get(`${api}/me`)).body).toMatchObject({ kind: "operator", permissions: ["*"] });
  expect((await browser.get(`${api}/demo-accounts`)).body).toMatchObject([
    { id: auditor, roles: ["R10"], where: null },
  ]);
  await browser.ask("POST", `${api}/demo-accounts/${auditor}/choose`, {});
  expect((await browser.get(`${api}/me`)).body).toMatchObject({ kind: "user", demo: true, method: "demo" });
  const refused = await browser.ask("POST", `${api}/users`, { mail: "x@exemple.test", name: "X" });
  expect([refused.status, codeOf(refused)]).toEqual([403, "kernel.not_allowed"]);
  await browser.ask("POST", `${api}/sign-out`, {});
  expect((await browser.get(`${api}/me`)).body).toMatchObject({ kind: "operator" });
});

test("an account of the demo has no password, and no mail opens it", async () => {
  const browser = house.browser();
  const answer = await browser.ask("POST", `${api}/sign-in`, {
    mail: "audit@simule.invalid",
    password: "anything at all",
  });
  expect(codeOf(answer)).toBe("identity.not_recognised");
});

test("outside the demo there is nothing to choose, although such accounts exist", async () => {
  const real = await openInstallation({ demo: false });
  const { user } = await openDemoAccount(real.ctx, {
    mail: "audit@simule.invalid",
    name: "Auditrice (simulée)",
  });
  const browser = real.browser();
  expect((await browser.get(`${api}/demo-accounts`)).status).toBe(404);
  expect((await browser.ask("POST", `${api}/demo-accounts/${user}/choose`, {})).status).toBe(404);
  await real.close();
});

test("once somebody can sign in, nobody does everything without having signed in", async () => {
  const { createAdministrator } = await import("@iltizam/core/identity");
  const { user } = await createAdministrator(house.ctx, administrator);
  expect((await house.browser().get(`${api}/me`)).body).toMatchObject({ kind: "visitor" });
  const answer = await house.browser().ask("POST", `${api}/demo-accounts/${user}/choose`, {});
  expect([answer.status, codeOf(answer)]).toEqual([403, "identity.demo_only"]);
});
