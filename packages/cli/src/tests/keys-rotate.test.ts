// The keys are changed as an administrator does it: by the command, killed in the middle, and an old backup afterwards.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { systemActor, together } from "@iltizam/core/kernel";
import { parseKeys, registerPerson, sealedDocument, subjectsOf } from "@iltizam/core/people";
import { openContext } from "@iltizam/server/compose";
import { embeddedPostgres } from "@iltizam/server/postgres";
import { testFolder } from "@iltizam/testkit/bad-days";
import { withClient } from "@iltizam/testkit/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "./in-this-process.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const { PATH, HOME } = process.env;
const folder = testFolder();
const path = (name: string) => join(folder.path, name);
const keysOf = (name: string) => parseKeys(readFileSync(join(path(name), "keys.json"), "utf8"));

const iltizam = (...args: string[]) => runHere(args);

const many = 30_000;

beforeAll(async () => {
  expect(await iltizam("migrate", "--data", path("first"))).toMatchObject({ code: 0 });
  const server = await embeddedPostgres({ dataDir: path("first") });
  const place = { appUrl: server.appUrl, dataDir: path("first"), actor: systemActor, name: "test" };
  const { ctx, close } = await openContext(place);
  try {
    const document = (number: number) =>
      ({ type: "cin", country: "MA", number: `QZ${100_000 + number}` }) as const;
    await registerPerson(ctx, { space: "simulated", document: document(many), person: { name: "A B" } });
    await together(ctx, "test.meet", async ({ transaction, keys }) => {
      if (transaction === undefined) throw new Error("together opens a transaction");
      const documents = Array.from({ length: many }, (_, number) => sealedDocument(keys, document(number)));
      await subjectsOf(transaction, { documents, space: "simulated", keyNumber: 1, at: new Date() });
    });
  } finally {
    await close();
    await server.stop();
  }
  expect(await iltizam("backup", path("old.iltizam"), "--data", path("first"))).toMatchObject({ code: 0 });
});
afterAll(() => folder.remove());

/** How many documents lie under each generation. */
async function underEach(name: string): Promise<Record<string, number>> {
  const server = await embeddedPostgres({ dataDir: path(name) });
  try {
    return await withClient(server.ownerUrl, async (client) => {
      const { rows } = await client.query<{ number: string; documents: number }>(
        "select key_number as number, count(*)::int as documents from vault_documents group by 1",
      );
      return Object.fromEntries(rows.map(({ number, documents }) => [number, documents]));
    });
  } finally {
    await server.stop();
  }
}

/** Kills the command as soon as the new keys lie in the file. */
async function killedRotation(): Promise<void> {
  const running = spawn(process.execPath, [main, "keys", "rotate", "--data", path("first")], {
    env: { PATH, HOME },
    stdio: "ignore",
  });
  while (!keysOf("first").generations.has(2)) await sleep(5);
  await sleep(300);
  running.kill("SIGKILL");
  await new Promise((resolve) => running.once("exit", resolve));
}

test("killed in the middle it loses nobody, and the next call ends it", async () => {
  await killedRotation();
  expect([...keysOf("first").generations.keys()]).toEqual([1, 2]);
  const { code, out, err } = await iltizam("keys", "rotate", "--data", path("first"));
  expect(code).toBe(0);
  expect(out).toMatch(/^Keys: from generation 1 to generation 2; /);
  expect(err).toContain("keys.retired-1.json");
  expect(await underEach("first")).toEqual({ 2: many + 1 });
  expect([...keysOf("first").generations.keys()]).toEqual([2]);
});

test("a backup from before names the keys that it needs, and moves under the new ones", async () => {
  const restored = await iltizam("restore", path("old.iltizam"), "--data", path("second"));
  expect(restored.code).toBe(0);
  expect(restored.err).toContain("The backup holds persons under key generation 1");
  const exported = path("new-keys.json");
  expect(await iltizam("keys", "export", exported, "--data", path("first"))).toMatchObject({ code: 0 });
  expect(await iltizam("keys", "import", exported, "--data", path("second"))).toMatchObject({ code: 0 });
  const refused = await iltizam("keys", "rotate", "--data", path("second"));
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("sealed under key generation 1");
  expect(refused.err).toContain("keys.retired-1.json");
  const retired = join(path("first"), "keys.retired-1.json");
  expect(existsSync(retired)).toBe(true);
  expect(await iltizam("keys", "import", retired, "--data", path("second"))).toMatchObject({ code: 0 });
  expect((await iltizam("keys", "rotate", "--data", path("second"))).out).toContain(
    "generation 1 to generation 2",
  );
  expect([...keysOf("second").generations.keys()]).toEqual([2]);
});
