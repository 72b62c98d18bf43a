import { makeApiKey } from "@iltizam/core/identity";
import { defineQuery } from "@iltizam/core/kernel";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { gatherCore } from "../gather-core.ts";
import { redactSecrets } from "../redact-secrets.ts";
import { administrator, type Installation, openInstallation } from "./installation.ts";

/** An address that fails and says in its error everything that it was told: the worst that a mistake of ours can do. */
const tell = defineQuery({
  name: "kernel.tell",
  permission: "door.enter",
  input: z.object({ what: z.string() }),
  output: z.object({}),
  run: (_ctx, { what }) => Promise.reject(new Error(`could not read ${what}`)),
});

let house: Installation;
beforeAll(async () => {
  const gathered = await gatherCore();
  const route = { method: "GET", path: "/tell", query: tell, summary: "Fails" } as const;
  house = await openInstallation({
    gathered: { ...gathered, routes: [...gathered.routes, { folder: "kernel", route }] },
  });
});
afterAll(() => house.close());

test("an error that quotes everything it was told leaves no secret in the log, and its number in the answer", async () => {
  const browser = house.browser();
  const { mail, password } = administrator;
  await browser.ask("POST", "/api/v1/sign-in", { mail, password });
  const { key } = await makeApiKey(house.ctx, { name: "for the log", roles: [{ role: "R10" }] });
  const token = browser.cookies.get("iltizam-session") ?? "none";
  const told = [
    `cookie: iltizam-session=${token}; other=1`,
    `authorization: Bearer ${key}`,
    `body {"mail":"${mail}","password":"${password}"}`,
    `https://example.test/set-password#${token}`,
    "postgresql://app:hidden-in-address@127.0.0.1/iltizam",
    "smtps://post:hidden-in-mail@mail.example.test",
  ].join(" | ");
  const answer = await browser.get(`/api/v1/tell?what=${encodeURIComponent(told)}`);
  expect(answer.status).toBe(500);
  const id = String(answer.headers["x-request-id"]);
  await vi.waitFor(() => expect(house.log()).toContain(id), 120_000);
  const entry =
    house
      .log()
      .split("\n")
      .find((line) => line.includes(id)) ?? "";
  expect(entry).toContain("could not read");
  for (const secret of [token, key, mail, password, "hidden-in-address", "hidden-in-mail"]) {
    expect(house.log()).not.toContain(secret);
    expect(answer.text).not.toContain(secret);
  }
});

test("what is no secret stays readable", () => {
  const plain =
    "agreement FES-MEKNES-1 of 2021-05-07, request 019f178a-cc00-7000-bf5a-0d64efda050a took 1.2 s";
  expect(redactSecrets(plain)).toBe(plain);
});
