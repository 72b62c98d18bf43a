// The door, as browsers, programs and foreign pages meet it.
import { grantRole, inviteUser, makeApiKey, makeInvitationLink, revokeApiKey } from "@iltizam/core/identity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, codeOf, type Installation, openInstallation } from "./installation.ts";

let house: Installation;
beforeAll(async () => {
  house = await openInstallation();
});
afterAll(() => house.close());

const { mail, password } = administrator;
const api = "/api/v1";
async function signedIn() {
  const browser = house.browser();
  const answer = await browser.ask("POST", `${api}/sign-in`, { mail, password });
  expect([answer.status, answer.body]).toEqual([200, { outcome: "entered", step: null }]);
  return browser;
}

describe("before anybody administers", () => {
  test("the door names the command, and only that", async () => {
    const empty = await openInstallation({ withAdministrator: false });
    const answer = await empty.browser().get(`${api}/agreements?space=real`);
    expect([answer.status, codeOf(answer)]).toEqual([401, "http.no_administrator"]);
    expect(answer.text).toContain("iltizam admin create");
    expect((await empty.browser().get(`${api}/me`)).body).toMatchObject({
      ...{
        kind: "visitor",
        permissions: [
          "call_notices.read",
          "call_results.read",
          "complaints.lodge",
          "door.enter",
          "editions.read",
        ],
        ways: { administrator: false, demo: false },
      },
    });
    await empty.close();
  });
});

describe("a visitor", () => {
  test("may read nothing of the field, and send nothing", async () => {
    const browser = house.browser();
    for (const [method, path] of [
      ["GET", "/agreements?space=real"],
      ["POST", "/results"],
      ["GET", "/users"],
    ] as const) {
      const answer = await browser.ask(method, api + path, method === "POST" ? {} : undefined);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 401, "http.sign_in_needed"]);
    }
  });

  test("is shown the words and the ways in", async () => {
    const browser = house.browser();
    expect((await browser.get(`${api}/words?lang=fr`)).status).toBe(200);
    expect((await browser.get(`${api}/me`)).body).toMatchObject({
      kind: "visitor",
      ways: { administrator: true },
    });
  });
});

describe("a session", () => {
  test("is a cookie that scripts cannot read and other sites cannot send, and no token elsewhere", async () => {
    const browser = house.browser();
    const answer = await browser.ask("POST", `${api}/sign-in`, { mail, password });
    const [cookie = ""] = answer.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^iltizam-session=[\w-]{43}; /);
    for (const part of ["Path=/", "HttpOnly", "SameSite=Lax", "Expires="]) expect(cookie).toContain(part);
    expect(answer.text).not.toContain(browser.cookies.get("iltizam-session"));
    expect((await browser.get(`${api}/me`)).body).toMatchObject({
      ...{ kind: "user", name: "Nadia", method: "password", roles: [{ role: "R13", territory: null }] },
    });
  });

  test("of another sign-in has another token; what a browser brought along is not taken over", async () => {
    const browser = house.browser();
    browser.cookies.set("iltizam-session", "A".repeat(43));
    await browser.ask("POST", `${api}/sign-in`, { mail, password });
    const first = browser.cookies.get("iltizam-session");
    expect(first).not.toBe("A".repeat(43));
    await browser.ask("POST", `${api}/sign-in`, { mail, password });
    expect(browser.cookies.get("iltizam-session")).not.toBe(first);
    browser.cookies.set("iltizam-session", first ?? "");
    expect((await browser.get(`${api}/me`)).body).toMatchObject({ kind: "visitor" });
  });

  test("that is over is not taken from the browser by an answer that could come after the next one is given", async () => {
    const browser = house.browser();
    browser.cookies.set("iltizam-session", "A".repeat(43));
    const answer = await browser.get(`${api}/me`);
    expect(answer.body).toMatchObject({ kind: "visitor" });
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("ends by signing out, here and on the server", async () => {
    const browser = await signedIn();
    const kept = browser.cookies.get("iltizam-session") ?? "";
    expect((await browser.ask("POST", `${api}/sign-out`, {})).body).toEqual({ next: null });
    expect(browser.cookies.size).toBe(0);
    browser.cookies.set("iltizam-session", kept);
    expect((await browser.get(`${api}/me`)).body).toMatchObject({ kind: "visitor" });
  });

  test("is listed to its owner, this one marked, and others are ended", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const listed = (await one.get(`${api}/account/sessions`)).body as {
      here: boolean;
      device: string;
      place: string;
    }[];
    expect(listed.filter(({ here }) => here)).toMatchObject([
      { device: "Firefox · Linux", place: "this machine" },
    ]);
    await one.ask("POST", `${api}/account/other-sessions/end`, {});
    expect((await other.get(`${api}/me`)).body).toMatchObject({ kind: "visitor" });
    expect((await one.get(`${api}/me`)).body).toMatchObject({ kind: "user" });
  });

  test("does what the roles of its owner allow, and what they do not is refused by the act", async () => {
    const browser = await signedIn();
    expect((await browser.get(`${api}/users`)).status).toBe(200);
    const refused = await browser.ask("POST", `${api}/agreements`, { space: "simulated" });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const { user } = await inviteUser(house.ctx, { mail: "karim@exemple.test", name: "Karim", send: false });
    await grantRole(house.ctx, { user, role: "R10" });
    const { token } = await makeInvitationLink(house.ctx, { user });
    const own = house.browser();
    await own.ask("POST", `${api}/passwords`, { token, password: "la pluie tombe à Larache" });
    await own.ask("POST", `${api}/sign-in`, {
      mail: "karim@exemple.test",
      password: "la pluie tombe à Larache",
    });
    const asked = await own.ask("POST", `${api}/users`, { mail: "x@exemple.test", name: "X" });
    expect([asked.status, codeOf(asked)]).toEqual([403, "kernel.not_allowed"]);
  });
});

describe("pages of other sites", () => {
  const change = (headers: Record<string, string>) => async () => {
    const browser = await signedIn();
    return browser.ask("POST", `${api}/account/other-sessions/end`, {}, headers);
  };

  test.each([
    ["name another origin", { origin: "https://evil.example" }, "http.origin_not_ours"],
    [
      "name a port of this machine that is not ours",
      { origin: "http://127.0.0.1:1" },
      "http.origin_not_ours",
    ],
    ["hide it", { origin: "null" }, "http.origin_not_ours"],
    ["are told by the browser", { "sec-fetch-site": "cross-site" }, "http.origin_not_ours"],
    ["are on another name of the same site", { "sec-fetch-site": "same-site" }, "http.origin_not_ours"],
  ])("that %s change nothing with the session of somebody who is signed in", async (_what, headers, code) => {
    const answer = await change(headers)();
    expect([answer.status, codeOf(answer)]).toEqual([403, code]);
  });

  test("cannot leave out where they come from", async () => {
    const browser = await signedIn();
    const token = browser.cookies.get("iltizam-session") ?? "";
    const { hostname, port } = new URL(house.address);
    const answer = await fetch(`http://${hostname}:${port}${api}/account/other-sessions/end`, {
      ...{ method: "POST", body: "{}" },
      headers: { "content-type": "application/json", cookie: `iltizam-session=${token}` },
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("http.origin_");
  });
});

describe("a machine", () => {
  test("acts by its key with the roles of the key, until it is revoked", async () => {
    const made = await makeApiKey(house.ctx, { name: "monthly import", roles: [{ role: "R10" }] });
    const program = house.browser({ authorization: `Bearer ${made.key}` });
    expect((await program.get(`${api}/me`)).body).toMatchObject({
      ...{ kind: "machine", name: "monthly import", roles: [{ role: "R10" }], session: null },
    });
    expect((await program.get(`${api}/users`)).status).toBe(200);
    const refused = await program.ask("POST", `${api}/users`, { mail: "y@exemple.test", name: "Y" });
    expect(codeOf(refused)).toBe("kernel.not_allowed");
    await revokeApiKey(house.ctx, { key: made.id });
    const after = await program.get(`${api}/users`);
    expect([after.status, codeOf(after)]).toEqual([401, "http.key_not_recognised"]);
  });

  test.each(["Bearer itz_aaaaaaaaaa_wrong", "Basic bmFkaWE6eA==", `Bearer itz_aaaaaaaaaa_${"A".repeat(43)}`])(
    "with %s is nobody, whatever cookie comes along",
    async (authorization) => {
      const browser = await signedIn();
      expect((await browser.get(`${api}/users`, { authorization })).status).toBe(401);
    },
  );
});
