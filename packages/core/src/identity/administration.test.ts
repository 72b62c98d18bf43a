import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { listApiKeys, makeApiKey } from "./api-keys.ts";
import { createAdministrator, readAccounts } from "./first-administrator.ts";
import { giveCode } from "./give-code.ts";
import { grantRole } from "./grant-role.ts";
import { knownKey, knownSession } from "./knock.ts";
import { listUsers } from "./list-users.ts";
import { revokeRole } from "./revoke-role.ts";
import { resealSecondFactors } from "./seal-secret.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  readOwnAccount,
  removeSecondFactor,
} from "./second-factor.ts";
import { signIn } from "./sign-in.ts";
import { signInWithProvider } from "./sign-in-with-provider.ts";
import { type House, here, openHouse, goodPassword as password } from "./tests/house.ts";
import { disableUser } from "./user-state.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const step = async (mail: string, door: Context) => {
  const answer = await signIn(door, { mail, password, from: here });
  return answer.outcome === "second_factor" ? answer.step : "entered at once";
};

describe("roles", () => {
  test("hold from the next request on, where they were given, until their day", async () => {
    const user = await house.person("roles@exemple.test");
    const entered = await signIn(house.door, { mail: "roles@exemple.test", password, from: here });
    let token = entered.outcome === "entered" ? entered.token : "";
    const { region } = house.register;
    const given = { user, territory: region, until: "2026-03-02" } as const;
    await grantRole(house.ctx, { ...given, role: "R7" });
    const { grant } = await grantRole(house.ctx, { ...given, role: "R8" });
    const rolesAt = async (at: string) => {
      const session = await knownSession(house.at(at), token, here.address);
      token = session?.newToken ?? token;
      return session?.roles.map(({ role, territory }) => [role, territory === region]);
    };
    expect(await rolesAt("2026-03-02T13:00:00Z")).toEqual([
      ["R7", true],
      ["R8", true],
    ]);
    await revokeRole(house.ctx, { grant, reason: "moved on" });
    expect(await rolesAt("2026-03-02T23:30:00Z")).toEqual([["R7", true]]);
    expect(await rolesAt("2026-03-03T00:30:00Z")).toEqual([]);
    expect(await house.register.journalOf(user)).toContainEqual(
      expect.objectContaining({ act: "identity.revoke_role", reason: "moved on" }),
    );
  });

  test("are listed with the place's name, and not given twice", async () => {
    const user = await house.person("liste@exemple.test", "Liste");
    const given = { user, role: "R7", territory: house.register.region } as const;
    await grantRole(house.ctx, given);
    await expect(grantRole(house.ctx, given)).rejects.toMatchObject({ code: "identity.grant_exists" });
    const { users, total } = await listUsers(house.ctx, { text: "liste@" });
    expect(total).toBe(1);
    expect(users[0]?.grants).toMatchObject([{ role: "R7", territory: { name: "Atlas-Océan" }, until: null }]);
  });

  test("of the last administrator stay: not revoked, not closed", async () => {
    const { users } = await listUsers(house.ctx, { text: "nadia" });
    const [grant] = users[0]?.grants ?? [];
    await expect(revokeRole(house.ctx, { grant: grant?.id ?? "" })).rejects.toMatchObject({
      code: "identity.last_administrator",
    });
    await expect(disableUser(house.ctx, { user: house.administrator })).rejects.toMatchObject({
      code: "identity.last_administrator",
    });
    const other = await createAdministrator(house.ctx, {
      mail: "autre@exemple.test",
      name: "Autre",
      password,
    });
    await disableUser(house.ctx, { user: other.user });
    expect(await readAccounts(house.ctx.db)).toEqual({ users: true, administrators: true });
  });
});

describe("the first administrator", () => {
  test("may be given a link instead of typing a password; until it is used there is none", async () => {
    const empty = await openHouse({ administered: false });
    const { token } = await createAdministrator(empty.ctx, { mail: "lien@exemple.test", name: "Lien" });
    expect((await readAccounts(empty.ctx.db)).administrators).toBe(false);
    const { setPassword } = await import("./set-password.ts");
    await setPassword(empty.door, { token: token ?? "", password });
    expect((await readAccounts(empty.ctx.db)).administrators).toBe(true);
    await empty.close();
  });
});

describe("the second factor", () => {
  const codeAt = (secret: string, at: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at) });
  const noon = "2026-03-02T12:00:00Z";
  let secret: string;
  let codes: readonly string[];
  let user: string;

  test("is in use after a first code, and its secret lies sealed", async () => {
    user = await house.person("code@exemple.test");
    const own = house.own(user);
    const begun = await beginSecondFactor(own, {});
    secret = begun.secret;
    expect(begun.address).toMatch(/^otpauth:\/\/totp\/Iltizam:code%40exemple\.test\?issuer=Iltizam&secret=/);
    expect(await step("code@exemple.test", house.door)).toBe("entered at once");
    await expect(confirmSecondFactor(own, { code: "000000" })).rejects.toMatchObject({
      code: "identity.code_not_recognised",
    });
    codes = (await confirmSecondFactor(own, { code: codeAt(secret, noon) })).recoveryCodes;
    expect(codes).toHaveLength(10);
    expect(await readOwnAccount(own, {})).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
    const everything = await house.everything();
    for (const hidden of [secret, ...codes]) expect(everything).not.toContain(hidden);
  });

  test("is asked for after the password; a code serves once, and only around its half minute", async () => {
    const at = "2026-03-02T12:05:00Z";
    const door = house.at(at);
    const token = await step("code@exemple.test", door);
    const give = (code: string) => giveCode(door, { step: token, code, from: here });
    for (const wrong of [codeAt(secret, noon), "عربي", "12345", "1234567"]) {
      await expect(give(wrong)).rejects.toMatchObject({ code: "identity.code_not_recognised" });
    }
    expect(await give(codeAt(secret, "2026-03-02T12:05:20Z"))).toMatchObject({ outcome: "entered", user });
    await expect(give(codeAt(secret, at))).rejects.toMatchObject({ code: "identity.step_over" });
    const next = await step("code@exemple.test", door);
    await expect(giveCode(door, { step: next, code: codeAt(secret, at), from: here })).rejects.toMatchObject({
      code: "identity.code_not_recognised",
    });
  });

  test("is replaced by a recovery code, once", async () => {
    const [code = ""] = codes;
    const again = async () =>
      giveCode(house.door, { step: await step("code@exemple.test", house.door), code, from: here });
    expect(await again()).toMatchObject({ outcome: "entered" });
    await expect(again()).rejects.toMatchObject({ code: "identity.code_not_recognised" });
    expect(await readOwnAccount(house.own(user), {})).toMatchObject({ recoveryCodesLeft: 9 });
  });

  test("cannot be guessed: five tries, then the password again", async () => {
    const door = house.at("2026-03-02T14:00:00Z");
    const token = await step("code@exemple.test", door);
    const give = (code: string) =>
      giveCode(door, { step: token, code, from: here }).catch((error) => error.code);
    for (let time = 0; time < 5; time += 1) expect(await give("111111")).toBe("identity.code_not_recognised");
    expect(await give("111111")).toMatch(/code_not_recognised|step_over/);
    expect(await give(codeAt(secret, "2026-03-02T14:00:00Z"))).toMatch(
      /identity\.(step_over|too_many_attempts)/,
    );
  });

  test("is sealed anew when the keys are rotated, and still opens", async () => {
    const { keys } = house.ctx;
    const second = { lookup: Buffer.alloc(32, 3), master: Buffer.alloc(32, 4), madeAt: "2026-03-01" };
    const rotated = {
      current: 2,
      generations: new Map([...(keys?.generations ?? []), [2, second]] as const),
    };
    expect(await resealSecondFactors({ ...house.ctx, keys: rotated })).toBe(1);
    const alone = { current: 2, generations: new Map([[2, second]] as const) };
    const at = "2026-03-02T15:00:00Z";
    const door = { ...house.at(at), keys: alone };
    const token = await step("code@exemple.test", door);
    expect(await giveCode(door, { step: token, code: codeAt(secret, at), from: here })).toMatchObject({
      user,
    });
    expect(await resealSecondFactors({ ...house.ctx, keys: alone })).toBe(0);
  });

  test("is removed by whoever knows the password", async () => {
    await expect(removeSecondFactor(house.own(user), { password: "pas celui-là" })).rejects.toMatchObject({
      code: "identity.password_wrong",
    });
    await removeSecondFactor(house.own(user), { password });
    expect(await step("code@exemple.test", house.at("2026-03-02T16:00:00Z"))).toBe("entered at once");
  });
});

describe("an identity provider", () => {
  const proven = (mail: string, more: object = {}) => ({
    ...{
      issuer: "https://idp.test",
      subject: `of ${mail}`,
      mail,
      mailVerified: true,
      name: "Du fournisseur",
    },
    ...{ from: here, opensAccounts: false, ...more },
  });

  test("lets in whoever was invited by her verified mail, and knows her by its subject from then on", async () => {
    const { inviteUser } = await import("./invite-user.ts");
    const { user } = await inviteUser(house.ctx, { mail: "idp@exemple.test", name: "Idp" });
    expect(await signInWithProvider(house.door, proven("IDP@exemple.test"))).toMatchObject({ user });
    const renamed = proven("autre-adresse@exemple.test", { subject: "of IDP@exemple.test" });
    expect(await signInWithProvider(house.door, renamed)).toMatchObject({ user });
  });

  test.each([
    ["nobody invited", proven("inconnu@exemple.test")],
    ["a mail that it has not verified", proven("nadia.admin@exemple.test", { mailVerified: false })],
  ])("does not let in %s", async (_who, given) => {
    await expect(signInWithProvider(house.door, given)).rejects.toMatchObject({
      code: "identity.provider_unknown_person",
    });
  });

  test("opens accounts without any role where the installation says so", async () => {
    const answer = await signInWithProvider(
      house.door,
      proven("nouveau@exemple.test", { opensAccounts: true }),
    );
    const session = await knownSession(
      house.door,
      answer.outcome === "entered" ? answer.token : "",
      here.address,
    );
    expect(session).toMatchObject({ user: { name: "Du fournisseur" }, roles: [] });
  });

  test("does not open an account that was closed here", async () => {
    const user = await house.person("ferme@exemple.test");
    await disableUser(house.ctx, { user });
    await expect(signInWithProvider(house.door, proven("ferme@exemple.test"))).rejects.toMatchObject({
      code: "identity.provider_unknown_person",
    });
  });
});

describe("a key", () => {
  test("is known by its secret, shown by its beginning, over on its day", async () => {
    const { key, id } = await makeApiKey(house.ctx, { name: "import", days: 30, roles: [{ role: "R10" }] });
    expect(await knownKey(house.door, key)).toMatchObject({ id, name: "import", roles: [{ role: "R10" }] });
    expect(await knownKey(house.door, `${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`)).toBeUndefined();
    expect(await knownKey(house.at("2026-04-01T12:00:01Z"), key)).toBeUndefined();
    const listed = (await listApiKeys(house.ctx, {})).find((one) => one.id === id);
    expect(listed?.lastUsedAt).toEqual(house.door.clock.now());
    expect(key.startsWith(`${listed?.prefix}_`)).toBe(true);
    expect(await house.everything()).not.toContain(key.split("_").slice(2).join("_"));
  });

  test("lasts four hundred days at most", async () => {
    const long = makeApiKey(house.ctx, { name: "import", days: 401, roles: [{ role: "R10" }] });
    await expect(long).rejects.toMatchObject({ code: "identity.key_lasts_too_long" });
  });
});
