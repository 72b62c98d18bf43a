// Signing in through a real identity provider, a process of its own, as a browser does it: every redirect is followed,
// every form of the provider is filled in.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inviteUser } from "@iltizam/core/identity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { providerOf } from "../door/provider.ts";
import { type Installation, openInstallation } from "./installation.ts";

const accounts = {
  salma: { email: "salma@exemple.test", email_verified: true, name: "Salma" },
  stranger: { email: "stranger@exemple.test", email_verified: true, name: "Stranger" },
  doubtful: { email: "nadia@exemple.test", email_verified: false, name: "Not Nadia" },
};

let house: Installation;
let idp: ChildProcess;
beforeAll(async () => {
  const script = fileURLToPath(new URL("provider-process.ts", import.meta.url));
  idp = fork(script, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const issuer = await told();
  const provider = providerOf({
    ...{ issuer, clientId: "iltizam", clientSecret: "a secret between two programs", name: "SSO" },
    opensAccounts: false,
  });
  house = await openInstallation({ provider });
  const returnTo = `${house.address}/api/v1/sign-in/provider/return`;
  const ready = told();
  idp.send({ accounts, returnTo, afterwards: `${house.address}/sign-in` });
  await ready;
  await inviteUser(house.ctx, { mail: "salma@exemple.test", name: "Salma", send: false });
});
/** The next thing that the provider's process says. */
const told = () => new Promise<string>((done) => idp.once("message", (words) => done(String(words))));
afterAll(async () => {
  idp.disconnect();
  await house.close();
});

/** A browser over both sites: cookies by site, redirects followed one by one, each address kept. */
function surfer() {
  const jars = new Map<string, Map<string, string>>();
  const seen: string[] = [];
  const go = async (
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ url: URL; text: string }> => {
    const url = new URL(address);
    seen.push(url.href);
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    const answer = await fetch(url, {
      ...{ redirect: "manual", method: form ? "POST" : "GET" },
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const text of answer.headers.getSetCookie()) {
      const [pair = ""] = text.split(";");
      const at = pair.indexOf("=");
      if (pair.length === at + 1) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = answer.headers.get("location");
    if (next !== null) return go(new URL(next, url).href);
    return { url, text: await answer.text() };
  };
  return { go, jars, seen };
}

/** Goes to the provider, signs in there as an account, agrees, and comes back. */
async function throughProvider(login: string, surf = surfer()) {
  let { url, text } = await surf.go(`${house.address}/api/v1/sign-in/provider?returnTo=/standings`);
  for (let page = 0; page < 3 && url.origin !== house.address; page += 1) {
    const [, prompt = ""] = /name="prompt" value="(\w+)"/.exec(text) ?? [];
    const form: Record<string, string> = prompt === "login" ? { prompt, login, password: "any" } : { prompt };
    const [, action = url.href] = /action="([^"]+)"/.exec(text) ?? [];
    ({ url, text } = await surf.go(new URL(action, url).href, form));
  }
  return { url, surf };
}

const me = async ({ jars }: ReturnType<typeof surfer>) => {
  const cookie = [...(jars.get(new URL(house.address).host) ?? [])]
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  const answer = await fetch(`${house.address}/api/v1/me`, { headers: { cookie } });
  return (await answer.json()) as { kind: string; name: string; method: string | null };
};

describe("through the provider", () => {
  test("whoever was invited comes in by her verified mail, and back to where she wanted", async () => {
    const { url, surf } = await throughProvider("salma");
    expect(url.pathname).toBe("/standings");
    expect(await me(surf)).toMatchObject({ kind: "user", name: "Salma", method: "provider" });
    const out = new URL(surf.seen.find((address) => address.includes("code_challenge=")) ?? "");
    for (const name of ["state", "nonce", "code_challenge"])
      expect(out.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(out.searchParams.get("code_challenge_method")).toBe("S256");
  });

  test.each(["stranger", "doubtful"])(
    "%s is told that there is no account, and stays outside",
    async (login) => {
      const { url, surf } = await throughProvider(login);
      expect([url.pathname, url.searchParams.get("refused")]).toEqual([
        "/sign-in",
        "identity.provider_unknown_person",
      ]);
      expect(await me(surf)).toMatchObject({ kind: "visitor" });
    },
  );

  test("an answer is taken once, and only by the browser that went", async () => {
    const { surf } = await throughProvider("salma");
    const back = surf.seen.find((address) => address.includes("/return?")) ?? "";
    for (const browser of [surf, surfer()]) {
      const { url } = await browser.go(back);
      expect(url.searchParams.get("refused")).toBe("identity.step_over");
    }
  });

  test("an answer that was changed on the way is refused", async () => {
    const surf = surfer();
    const host = new URL(house.address).host;
    await surf.go(`${house.address}/api/v1/sign-in/provider`);
    const state = surf.jars.get(host)?.get("iltizam-provider") ?? "";
    const forged = `${house.address}/api/v1/sign-in/provider/return?code=forged&state=${state}`;
    expect((await surf.go(forged)).url.searchParams.get("refused")).toBe("identity.provider_refused");
    expect(await me(surf)).toMatchObject({ kind: "visitor" });
  });

  test("nobody is led to another site afterwards", async () => {
    for (const returnTo of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
    ]) {
      const surf = surfer();
      await surf.go(`${house.address}/api/v1/sign-in/provider?returnTo=${encodeURIComponent(returnTo)}`);
      const page = await throughProvider("salma", surf);
      expect(page.url.host).toBe(new URL(house.address).host);
    }
  });

  test("signing out ends the session here and leads to where it ends there", async () => {
    const { surf } = await throughProvider("salma");
    const cookie = [...(surf.jars.get(new URL(house.address).host) ?? [])]
      .map((pair) => pair.join("="))
      .join("; ");
    const answer = await fetch(`${house.address}/api/v1/sign-out`, {
      ...{ method: "POST", body: "{}" },
      headers: { cookie, "content-type": "application/json", origin: house.address },
    });
    const { next } = (await answer.json()) as { next: string };
    expect(new URL(next).pathname).toBe("/session/end");
    expect(new URL(next).searchParams.get("post_logout_redirect_uri")).toBe(`${house.address}/sign-in`);
    expect(await me(surf)).toMatchObject({ kind: "visitor" });
    const { text } = await surf.go(next);
    expect(text).toContain("logout");
  });
});
