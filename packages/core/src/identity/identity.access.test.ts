import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Context, defineAct, errorMessage, isUuid, locales } from "../kernel/index.ts";
import { makeAccessLink, openLink } from "./access-link.ts";
import { listApiKeys, makeApiKey, revokeApiKey } from "./api-keys.ts";
import { askSecondFactor, startSession } from "./enter.ts";
import { identityErrors } from "./errors.ts";
import { createAdministrator } from "./first-administrator.ts";
import { grantRole } from "./grant-role.ts";
import { inviteAgain, makeInvitationLink } from "./invitation.ts";
import { inviteUser } from "./invite-user.ts";
import { listUsers } from "./list-users.ts";
import { listDemoAccounts, openDemoAccount } from "./open-demo-account.ts";
import { ownPermissions, permissions, publicPermissions } from "./permissions.ts";
import { makeResetLink, queueReset } from "./reset.ts";
import { revokeRole } from "./revoke-role.ts";
import { routes } from "./routes.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  readOwnAccount,
  removeSecondFactor,
  renewRecoveryCodes,
} from "./second-factor.ts";
import { endOtherSessions, endSession, listSessions } from "./sessions.ts";
import { changePassword, readPasswordLink, setPassword } from "./set-password.ts";
import { linkProviderAccount, openProviderAccount } from "./sign-in-with-provider.ts";
import { type House, here, openHouse, goodPassword as password } from "./tests/house.ts";
import { disableUser, enableUser } from "./user-state.ts";

let house: House;
let known: { user: string; invited: string; key: string; grant: string };
beforeAll(async () => {
  house = await openHouse();
  const user = await house.person("salma@exemple.test", "Salma");
  const { user: invited } = await inviteUser(house.ctx, { mail: "invite@exemple.test", name: "Invité" });
  const { id: key } = await makeApiKey(house.ctx, { name: "machine", roles: [{ role: "R10" }] });
  const { grant } = await grantRole(house.ctx, { user, role: "R1" });
  known = { user, invited, key, grant };
});
afterAll(() => house.close());

const nobody = "00000000-0000-7000-8000-0000000000ff";
const manage = "identity.manage_users";
const keys = "identity.manage_keys";
const own = "door.own_account";
const enter = "door.enter";
const token = "x".repeat(43);

const calls: readonly (readonly [string, string, (ctx: Context) => Promise<unknown>])[] = [
  ["listUsers", "accounts.read_users", (c) => listUsers(c, {})],
  ["inviteUser", manage, (c) => inviteUser(c, { mail: "salma@exemple.test", name: "S" })],
  ["inviteAgain", manage, (c) => inviteAgain(c, { user: known.invited })],
  ["makeInvitationLink", manage, (c) => makeInvitationLink(c, { user: known.invited })],
  ["disableUser", manage, (c) => disableUser(c, { user: known.invited })],
  ["enableUser", manage, (c) => enableUser(c, { user: known.invited })],
  ["dropSecondFactor", manage, (c) => dropSecondFactor(c, { user: known.user, reason: "lost" })],
  ["grantRole", manage, (c) => grantRole(c, { user: known.user, role: "R1" })],
  ["revokeRole", manage, (c) => revokeRole(c, { grant: known.grant })],
  ["createAdministrator", manage, (c) => createAdministrator(c, { mail: "salma@exemple.test", name: "S" })],
  ["openDemoAccount", manage, (c) => openDemoAccount(c, { mail: "salma@exemple.test", name: "S" })],
  ["openProviderAccount", manage, (c) => openProviderAccount(c, { mail: "salma@exemple.test", name: "S" })],
  ["makeResetLink", manage, (c) => makeResetLink(c, { mail: "nobody@exemple.test" })],
  ["listApiKeys", keys, (c) => listApiKeys(c, {})],
  ["makeApiKey", keys, (c) => makeApiKey(c, { name: "machine", roles: [{ role: "R10" }] })],
  ["revokeApiKey", keys, (c) => revokeApiKey(c, { key: known.key })],
  ["readOwnAccount", own, (c) => readOwnAccount(c, {})],
  ["beginSecondFactor", own, (c) => beginSecondFactor(c, {})],
  ["confirmSecondFactor", own, (c) => confirmSecondFactor(c, { code: "000000" })],
  ["removeSecondFactor", own, (c) => removeSecondFactor(c, { password })],
  ["renewRecoveryCodes", own, (c) => renewRecoveryCodes(c, { password })],
  ["listSessions", own, (c) => listSessions(c, {})],
  ["endSession", own, (c) => endSession(c, { session: nobody })],
  ["endOtherSessions", own, (c) => endOtherSessions(c, {})],
  ["changePassword", own, (c) => changePassword(c, { password, newPassword: password })],
  ["listDemoAccounts", enter, (c) => listDemoAccounts(c, {})],
  ["startSession", enter, (c) => startSession(c, { method: "password", from: here })],
  ["askSecondFactor", enter, (c) => askSecondFactor(c, { method: "password" })],
  ["queueReset", enter, (c) => queueReset(c, { mail: "nobody@exemple.test", language: "fr" })],
  ["readPasswordLink", enter, (c) => readPasswordLink(c, { token })],
  ["setPassword", enter, (c) => setPassword(c, { token, password })],
  ["openLink", enter, (c) => openLink(c, { token, from: here })],
  ["linkProviderAccount", enter, (c) => linkProviderAccount(c, { issuer: "i", subject: "s" })],
];

const every = Object.keys(permissions);
const as = (names: readonly string[]): Context => ({
  ...house.ctx,
  actor: { id: known.user, kind: "user", label: "Salma", grants: [{ permissions: names }] },
});
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test.each(calls)("%s asks for %s, and every other right is not enough", async (_name, permission, call) => {
  const others = every.filter((one) => one !== permission);
  await expect(call(as(others))).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission },
  });
  // With the right it is done, or refused for what it was asked: never for the right.
  expect(await codeOf(call(as([permission])))).toMatch(/^(done|identity\.\w+)$/);
});

test("each route has a line in the table above", () => {
  const asked = routes.map((route) => ("act" in route ? route.act : route.query));
  const tested = new Map(calls.map(([name, permission]) => [name, permission]));
  const names = {
    listUsers,
    inviteUser,
    inviteAgain,
    makeInvitationLink,
    disableUser,
    enableUser,
    dropSecondFactor,
    grantRole,
    revokeRole,
    listApiKeys,
    makeApiKey,
    revokeApiKey,
    readOwnAccount,
    beginSecondFactor,
    confirmSecondFactor,
    removeSecondFactor,
    renewRecoveryCodes,
  };
  expect(Object.values(names).sort()).toEqual([...asked].sort());
  for (const [name, act] of Object.entries(names))
    expect([name, tested.get(name)]).toEqual([name, act.permission]);
});

test("a visitor may enter and nothing else, whoever has signed in her own account beside", () => {
  expect([publicPermissions, ownPermissions]).toEqual([[enter], [own]]);
});

describe("who administers a region", () => {
  const regional = (): Context => ({
    ...house.ctx,
    actor: {
      ...{ id: nobody, kind: "user", label: "R" },
      grants: [{ permissions: ["accounts.read_users", manage, keys], territory: house.register.region }],
    },
  });
  const listed = async (ctx: Context) => {
    const { total, users } = await listUsers(ctx, {});
    return { total, names: users.map(({ name }) => name) };
  };

  test("gives roles there and nowhere else, to somebody she knows the mail of", async () => {
    const { province, elsewhere } = house.register;
    const give = (where: object, user = "SALMA@exemple.test") =>
      codeOf(grantRole(regional(), { user, role: "R2", ...where }));
    // an account without a role there does not exist for her, but for its exact mail
    expect(await give({ territory: province }, known.user)).toBe("identity.user_unknown");
    expect(await give({ territory: province })).toBe("done");
    expect(await give({})).toBe("kernel.not_allowed");
    expect(await give({ territory: elsewhere })).toBe("kernel.not_allowed");
  });

  test("lists those who hold a role there, with the roles that they hold there", async () => {
    const { province, elsewhere } = house.register;
    const far = await house.person("loin@exemple.test", "Loin");
    await grantRole(house.ctx, { user: far, role: "R2", territory: elsewhere });
    const near = await house.person("pres@exemple.test", "Près");
    const { grant } = await grantRole(house.ctx, { user: near, role: "R2", territory: province });
    await grantRole(house.ctx, { user: near, role: "R3", territory: elsewhere });
    expect((await listed(regional())).names).toEqual(["Près", "Salma"]);
    expect((await listed(regional())).total).toBe(2);
    const [one] = (await listUsers(regional(), { text: "Près" })).users;
    expect(one?.grants.map(({ role }) => role)).toEqual(["R2"]);
    expect((await listed(house.ctx)).names).toEqual(
      expect.arrayContaining(["Loin", "Nadia", "Près", "Salma"]),
    );
    await revokeRole(regional(), { grant });
    expect((await listed(regional())).names).toEqual(["Salma"]);
  });

  test("makes and takes back keys that hold roles there and nowhere else", async () => {
    const { province } = house.register;
    const key = (where: object) =>
      makeApiKey(regional(), { name: "machine", roles: [{ role: "R10", ...where }] });
    const { id } = await key({ territory: province });
    expect(await codeOf(key({}))).toBe("kernel.not_allowed");
    expect((await listApiKeys(regional(), {})).map((one) => one.id)).toEqual([id]);
    const wide = await makeApiKey(house.ctx, {
      ...{ name: "partout", roles: [{ role: "R2", territory: province }, { role: "R10" }] },
    });
    expect(await codeOf(revokeApiKey(regional(), { key: wide.id }))).toBe("kernel.not_allowed");
    expect(await codeOf(revokeApiKey(regional(), { key: known.key }))).toBe("identity.key_unknown");
    expect(await codeOf(revokeApiKey(regional(), { key: id }))).toBe("done");
  });
});

test("a link is made inside an act of a folder above, opens once, and in the same browser again", async () => {
  const { registerOrganisation } = await import("../organisations/index.ts");
  const { id: organisation } = await registerOrganisation(house.ctx, {
    ...{ space: "simulated", reference: "LIEE", kind: "company", name: "Liée" },
  });
  const ask = defineAct({
    name: "identity.ask_in_test",
    permission: manage,
    input: z.object({}),
    output: z.object({ id: z.uuid(), token: z.string() }),
    async run(ctx) {
      const link = { objectKind: "test", objectId: nobody, organisation, label: "RH", days: 3 };
      const made = await makeAccessLink(ctx, link);
      await ctx.journal({ object: { kind: "access_link", id: made.id } });
      return made;
    },
  });
  const made = await ask(house.ctx, {});
  const first = await openLink(house.door, { token: made.token, from: here });
  expect(isUuid(first.link)).toBe(true);
  const { knownSession } = await import("./knock.ts");
  const session = await knownSession(house.door, first.opened?.token ?? "", here.address);
  expect(session).toMatchObject({ method: "link", link: { label: "RH", organisation }, user: null });
  expect(await openLink(house.door, { token: made.token, from: here, session: session?.id })).toMatchObject({
    opened: null,
  });
  expect(await codeOf(openLink(house.door, { token: made.token, from: here }))).toBe(
    "identity.link_elsewhere",
  );
  const again = await ask(house.ctx, {});
  expect(await codeOf(openLink(house.door, { token: made.token, from: here }))).toBe("identity.link_over");
  const late = house.at("2026-03-06T12:00:00Z");
  expect(await codeOf(openLink(late, { token: again.token, from: here }))).toBe("identity.link_over");
});

test("a refusal is said in three languages", () => {
  const said = locales.map((locale) =>
    errorMessage(locale, identityErrors.too_many_attempts({ minutes: 15 })),
  );
  expect(said).toEqual([
    "Trop d’essais : réessayez dans 15 minutes.",
    "محاولات كثيرة: أعد المحاولة بعد 15 دقيقة.",
    "Too many attempts: try again in 15 minutes.",
  ]);
});
