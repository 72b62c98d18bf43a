// The public pages over HTTP: permanent addresses, three languages, files with the hash, nothing for anybody but what left.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publish } from "@iltizam/core/publishing";
import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer, gatherCore, type RunningServer } from "../../http/index.ts";

let world: TwoOfEach;
let server: RunningServer;
const dataDir = mkdtempSync(join(tmpdir(), "iltizam-public-"));
beforeAll(async () => {
  world = await twoOfEach(await gatherCore());
  await publish(world.ctx, { space: "simulated" });
  const { keys } = world.ctx;
  const place = { appUrl: world.database.appUrl, dataDir, host: "127.0.0.1", port: 0, ...(keys && { keys }) };
  server = await createServer({ ...place, strictOutput: true, webFolder: join(dataDir, "no-web") });
});
afterAll(async () => {
  await server.close();
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, { headers, redirect: "manual" });
const textOf = async (path: string, headers?: Record<string, string>) => (await ask(path, headers)).text();

describe("the language", () => {
  test("is Arabic at first, and the browser's own is offered", async () => {
    const text = await textOf("/public", { "accept-language": "fr-MA,fr" });
    expect(text).toContain('<html lang="ar" dir="rtl"');
    expect(text).toContain("Lire cette page en français");
  });

  test("is the one in the address, and the one that was chosen before", async () => {
    expect(await textOf("/public?lang=en")).toContain('<html lang="en" dir="ltr"');
    const choice = await ask("/public/language?lang=fr&to=%2Fpublic%2Feditions%2F1%3Fstate%3Dlate");
    expect(choice.headers.get("location")).toBe("/public/editions/1?state=late&lang=fr");
    const [cookie = ""] = (choice.headers.get("set-cookie") ?? "").split(";");
    const text = await textOf("/public/how", { cookie, "accept-language": "en" });
    expect(text).toContain('<html lang="fr"');
    expect(text).not.toContain("Read this page");
  });

  test("leads to a page of ours and to no other", async () => {
    for (const to of [
      "https://evil.example/public",
      "//evil.example",
      "/publicity",
      "/public/../api/v1/me",
    ]) {
      const { headers } = await ask(`/public/language?lang=fr&to=${encodeURIComponent(to)}`);
      expect(headers.get("location")).toMatch(/^\/public(\/|\?|$)/);
    }
  });
});

test("every page is there without an account, without a script, and may be kept for a minute", async () => {
  const pages = ["", "/editions", "/calls", "/how", "/editions/1", "/editions/1/figures"];
  const own = ["/editions/1/promises/ALFA-N/1", "/editions/1/agreements/ALFA-N"];
  for (const page of [...pages, ...own]) {
    const answer = await ask(`/public${page}`);
    const text = await answer.text();
    expect([page, answer.status]).toEqual([page, 200]);
    expect(text).not.toContain("<script");
    expect(text).not.toMatch(/ style="| on[a-z]+="/);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
    expect(answer.headers.get("set-cookie")).toBeNull();
    const tag = answer.headers.get("etag") ?? "";
    expect((await ask(`/public${page}`, { "if-none-match": tag })).status).toBe(304);
  }
});

test("what was searched for is found, and what somebody writes is only text", async () => {
  const found = await textOf("/public/editions/1?q=beta&lang=en");
  expect(found).toContain("2 promises");
  const hostile = await textOf("/public/editions/1?q=%22%3E%3Cscript%3E&sort=%27&page=-3&state=x");
  expect(hostile).not.toContain("<script");
});

test("the fictional region is marked as simulated on every page of its edition", async () => {
  for (const page of ["/editions/1", "/editions/1/figures", "/editions/1/agreements/ALFA-N"])
    expect(await textOf(`/public${page}?lang=fr`)).toContain("tout ce qui suit est simulé");
});

describe("the files", () => {
  test("hold the edition: the JSON is the hashed text, the sheets have a row for each promise and line", async () => {
    const json = await ask("/public/editions/1/edition.json");
    const text = await json.text();
    const hash = createHash("sha256").update(text).digest("hex");
    expect(await textOf("/public/editions/1")).toContain(hash);
    expect(json.headers.get("cache-control")).toContain("immutable");
    const { promises } = JSON.parse(text) as { promises: { reference: string }[] };
    const csv = await textOf("/public/editions/1/edition.csv");
    const workbook = await readXlsx(
      new Uint8Array(await (await ask("/public/editions/1/edition.xlsx")).arrayBuffer()),
    );
    const rows = workbook.sheets[0]?.rows ?? [];
    expect(csv.trimEnd().split("\r\n")).toHaveLength(rows.length);
    for (const { reference } of promises) expect(rows.some((row) => row.includes(reference))).toBe(true);
  });
});

test("an edition, a promise or an agreement that is not there is refused with a sentence", async () => {
  for (const page of [
    "/editions/9",
    "/editions/x",
    "/editions/1/agreements/NONE",
    "/editions/1/promises/ALFA-N/9",
    "/calls/AAP-1",
    "/calls/x y",
  ]) {
    const { status } = await ask(`/public${page}`);
    expect([page, status === 404 || status === 400]).toEqual([page, true]);
  }
});

test("nothing of an account, and no name of a person, stands on a page", async () => {
  const text = await textOf("/public/editions/1/edition.json");
  expect(text).not.toMatch(/Personne|Gérante|TT\d{4,}/);
});
