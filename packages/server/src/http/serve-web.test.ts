import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { systemClock } from "@iltizam/core/kernel";
import { makeKeys } from "@iltizam/core/people";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer, type RunningServer } from "./create-server.ts";

const dataDir = mkdtempSync(join(tmpdir(), "iltizam-web-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the built web application", () => {
  let web: RunningServer;
  beforeAll(async () => {
    const webFolder = join(dataDir, "web");
    mkdirSync(join(webFolder, "assets"), { recursive: true });
    writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>the page</title>");
    writeFileSync(join(webFolder, "assets/app-1a2b.js"), "export {};");
    writeFileSync(join(webFolder, "assets/app-1a2b.js.gz"), gzipSync("export {};"));
    web = await createServer({
      appUrl: "postgresql://127.0.0.1:9/none",
      keys: makeKeys(systemClock),
      ...{
        dataDir,
        webFolder,
        host: "127.0.0.1",
        port: 0,
        gathered: { routes: [], guards: {}, permissions: {} },
      },
    });
  });
  afterAll(() => web.close());

  test.each(["/", "/agreements", "/agreements/FES-MEKNES-1?open=figure"])(
    "answers %s with the page",
    async (path) => {
      const answer = await fetch(web.address + path);
      expect(await answer.text()).toContain("the page");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    },
  );

  test("keeps hashed files for ever, and refuses what is not there", async () => {
    const script = await fetch(`${web.address}/assets/app-1a2b.js`);
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("content-type")).toContain("javascript");
    expect(script.headers.get("content-encoding")).toBe("gzip");
    expect(await script.text()).toBe("export {};");
    for (const path of [
      "/assets/app-0000.js",
      "/assets/",
      "/api/v1/agreements",
      "/../package.json",
      "/.stamp",
    ]) {
      expect([path, (await fetch(web.address + path)).status]).toEqual([path, 404]);
    }
  });

  test("is served although the database does not answer, and /readyz says so", async () => {
    const ready = await fetch(`${web.address}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, database: false, migrations: "unknown" },
    ]);
  });
});
