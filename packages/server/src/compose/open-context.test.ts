// The keys of an installation: made once, never replaced, and found by everything that is composed here.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeyRing, systemActor, systemClock } from "@iltizam/core/kernel";
import { forgetUnusedKeys, importKeys, keysText, makeKeys, registerPerson } from "@iltizam/core/people";
import { createTestDatabase, withClient } from "@iltizam/testkit/database";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createServer } from "../http/index.ts";
import { keyFile, openContext } from "./index.ts";

const textOf = (opened: { readonly keys?: KeyRing } | undefined) => opened?.keys && keysText(opened.keys);

let folder: string;
let world: SmallWorld;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "iltizam-compose-"));
  world = await makeSmallWorld(join(folder, "files"));
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const place = (dataDir = folder) => ({
  ...{ appUrl: world.database.appUrl, dataDir, actor: systemActor, name: "test", connections: 2 },
});
const open = async (dataDir = folder) => {
  const opened = await openContext(place(dataDir));
  await opened.close();
  return opened.ctx;
};
const serve = () =>
  createServer({
    appUrl: world.database.appUrl,
    dataDir: folder,
    host: "127.0.0.1",
    port: 0,
    demo: true,
    strictOutput: true,
  });

const somebody = { space: "simulated", document: { number: "X12345" }, person: { name: "Amal" } } as const;

const result = (number: string, externalId: string) => ({
  ...{ commitment: "AGR-1/1", source: "anapec-si", date: "2024-05-02", externalId },
  subject: { document: { number } },
});

async function post(address: string, body: object) {
  const answer = await fetch(`${address}/api/v1/results?lang=en`, {
    ...{ method: "POST", body: JSON.stringify(body) },
    headers: { "content-type": "application/json", "accept-language": "en" },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe("a person's document over HTTP", () => {
  test("is recorded, and the same document in another spelling is the same person, after a restart too", async () => {
    const first = await serve();
    expect(await post(first.address, result("AB 012345", "1"))).toMatchObject({
      ...{ status: 200, body: { outcome: "recorded", counting: "counted" } },
    });
    await first.close();
    const second = await serve();
    expect(await post(second.address, result("ab12345", "2"))).toMatchObject({
      ...{ status: 200, body: { outcome: "recorded", counting: "repeat" } },
    });
    await second.close();
  });
});

describe("the keys", () => {
  test("are made at the first opening, for the owner alone, and stay", async () => {
    const first = await open();
    expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600);
    const again = await open();
    expect(textOf(again)).toBe(textOf(first));
  });

  test("are one pair when two open at once", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(textOf(one)).toBe(textOf(two));
  });

  test("that are lost are not replaced: the server refuses and names the file", async () => {
    const server = await serve();
    await post(server.address, result("AB12345", "1"));
    await server.close();
    rmSync(keyFile(folder));
    await expect(serve()).rejects.toMatchObject({
      ...{ code: "people.keys_lost", params: { file: keyFile(folder) } },
    });
    expect(() => statSync(keyFile(folder))).toThrow();
  });

  test("that are lost with persons of whom no fingerprint was kept are not replaced either", async () => {
    const server = await serve();
    await post(server.address, result("AB12345", "1"));
    await server.close();
    await withClient(world.database.ownerUrl, async (client) => {
      await client.query("select set_config('iltizam.actor', 'test', false)");
      await client.query("delete from settings where key like 'people.%'");
    });
    rmSync(keyFile(folder));
    await expect(open()).rejects.toMatchObject({ code: "people.keys_lost" });
  });

  test("of another installation are refused, although nobody is registered yet", async () => {
    await open();
    const other = mkdtempSync(join(tmpdir(), "iltizam-compose-"));
    await expect(open(other)).rejects.toMatchObject({ code: "people.keys_lost" });
    await importKeys(keyFile(other), readFileSync(keyFile(folder), "utf8"));
    expect(textOf(await open(other))).toBe(textOf(await open()));
    rmSync(other, { recursive: true });
  });

  test("put in the place of the right ones are refused", async () => {
    await open();
    rmSync(keyFile(folder));
    const database = await createTestDatabase();
    await openContext({ ...place(), appUrl: database.appUrl }).then(({ close }) => close());
    await database.drop();
    await expect(open()).rejects.toMatchObject({ code: "people.keys_differ" });
  });

  test("are made anew for a restored database in which nobody is registered, and for no other", async () => {
    await open();
    rmSync(keyFile(folder));
    await forgetUnusedKeys(world.ctx.db);
    const ctx = await open();
    await registerPerson({ ...world.ctx, ...(ctx.keys && { keys: ctx.keys }) }, { ...somebody });
    rmSync(keyFile(folder));
    await forgetUnusedKeys(world.ctx.db);
    await expect(open()).rejects.toMatchObject({ code: "people.keys_lost" });
  });

  test("may be missing where no person is needed", async () => {
    await open();
    rmSync(keyFile(folder));
    const { ctx, close } = await openContext({ ...place(), lostKeys: "do without" });
    await close();
    expect(ctx.keys).toBeUndefined();
  });

  test("may come from the environment, which makes no file", async () => {
    process.env.ILTIZAM_KEYS = keysText(makeKeys(systemClock));
    const ctx = await open().finally(() => delete process.env.ILTIZAM_KEYS);
    expect(ctx.keys?.current).toBe(1);
    expect(() => statSync(keyFile(folder))).toThrow();
  });
});
