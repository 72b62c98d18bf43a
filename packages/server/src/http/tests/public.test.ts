// A server that others reach: by its public name, over https, through a proxy that is known.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../create-server.ts";
import { administrator, browserOn, codeOf, type Installation, openInstallation } from "./installation.ts";

const origin = "https://iltizam.example.test";
const reachedAs = { origin, trustProxy: ["127.0.0.1"], requestsPerMinute: 40 };
const api = "/api/v1";

let house: Installation;
beforeAll(async () => {
  house = await openInstallation({ reachedAs, demo: true });
});
afterAll(() => house.close());

/** What the proxy passes on of somebody who asks from an address. */
const through = (address: string, more: object = {}) =>
  browserOn(house.address, {
    ...{
      host: "iltizam.example.test",
      "x-forwarded-for": address,
      "x-forwarded-proto": "https",
      origin,
      ...more,
    },
  });

test("does not start before somebody administers, nor on a foreign address without a public name", async () => {
  const empty = await openInstallation({ withAdministrator: false });
  const place = { appUrl: empty.appUrl, dataDir: empty.dataDir, host: "127.0.0.1", port: 0 };
  await expect(createServer({ ...place, reachedAs })).rejects.toMatchObject({
    code: "http.no_administrator_yet",
  });
  await expect(createServer({ ...place, host: "0.0.0.0" })).rejects.toMatchObject({
    code: "http.not_loopback",
  });
  await empty.close();
});

describe("the public name", () => {
  test("gives cookies that go by https alone and belong to this host", async () => {
    const browser = through("203.0.113.1");
    const { mail, password } = administrator;
    const answer = await browser.ask("POST", `${api}/sign-in`, { mail, password });
    expect(answer.status).toBe(200);
    const [cookie = ""] = answer.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-iltizam-session=/);
    for (const part of ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Domain");
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000");
    const [session] = (await browser.get(`${api}/account/sessions`)).body as { place: string }[];
    expect(session?.place).toBe("203.0.113.0/24");
  });

  test.each([
    ["another name", { host: "evil.example" }, "http.host_not_ours", 421],
    ["this machine's name from elsewhere", { host: "127.0.0.1" }, "http.host_not_ours", 421],
    ["plain http", { "x-forwarded-proto": "http" }, "http.https_needed", 403],
  ])("refuses %s", async (_what, more, code, status) => {
    const answer = await through("203.0.113.2", more).get(`${api}/me`);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test("refuses a page of the inner address, which is not the public one", async () => {
    const answer = await through("203.0.113.3", { origin: house.address }).ask("POST", `${api}/sign-out`, {});
    expect(codeOf(answer)).toBe("http.origin_not_ours");
  });

  test("knows no local operator and no role chooser, even of the demo", async () => {
    const { body } = await through("203.0.113.4").get(`${api}/me`);
    expect(body).toMatchObject({ kind: "visitor", ways: { demo: false } });
    const id = "00000000-0000-7000-8000-0000000000aa";
    const answer = await through("203.0.113.4").ask("POST", `${api}/demo-accounts/${id}/choose`, {});
    expect(answer.status).toBe(404);
  });

  test("keeps the measures of its work for this machine", async () => {
    expect((await through("203.0.113.5").get("/metrics")).status).toBe(404);
    expect((await browserOn(house.address).get("/metrics")).status).toBe(200);
    expect((await through("203.0.113.5").get("/healthz")).status).toBe(200);
  });

  test("answers so many requests a minute to one address, and others go on", async () => {
    const browser = through("203.0.113.6");
    const statuses: number[] = [];
    for (let time = 0; time < 45; time += 1) statuses.push((await browser.get("/healthz")).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(40);
    const answer = await browser.get(`${api}/me`);
    expect([answer.status, codeOf(answer)]).toEqual([429, "http.too_many_requests"]);
    expect(answer.headers["retry-after"]).toBeDefined();
    expect((await through("203.0.113.7").get("/healthz")).status).toBe(200);
  });
});

test("a header that is too large is refused before anybody looks at it", async () => {
  const large = await through("203.0.113.8").get("/healthz", { "x-large": "x".repeat(20_000) });
  expect(large.status).toBe(431);
});
