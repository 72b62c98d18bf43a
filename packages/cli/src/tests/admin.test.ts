// The first administrator, as somebody at the terminal of the machine creates it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readAccounts, setPassword } from "@iltizam/core/identity";
import { systemActor } from "@iltizam/core/kernel";
import { openContext } from "@iltizam/server/compose";
import { testFolder } from "@iltizam/testkit/bad-days";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const folder = testFolder();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

function admin(...args: string[]) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    LANG: "C",
  };
  const run = spawnSync(process.execPath, [main, "admin", "create", "--data", folder.path, ...args], {
    ...{ encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const nadia = ["--mail", "nadia@exemple.test", "--name", "Nadia"];

test("without a terminal to ask at, what is missing is named", () => {
  expect(admin()).toMatchObject({ code: 2, err: expect.stringContaining("--mail") });
});

test("a link is printed that sets the password once; then a second one needs to be wanted", async () => {
  const { code, out } = admin(...nadia, "--origin", "https://iltizam.example.test");
  expect(code).toBe(0);
  const [, token = ""] = /https:\/\/iltizam\.example\.test\/set-password#([\w-]{43})\n/.exec(out) ?? [];
  const { ctx, close } = await openContext({
    ...{ appUrl: database.appUrl, dataDir: folder.path, actor: systemActor, name: "test", connections: 1 },
  });
  expect((await readAccounts(ctx.db)).administrators).toBe(false);
  await setPassword(ctx, { token, password: "un figuier devant la gare" });
  expect(await readAccounts(ctx.db)).toEqual({ users: true, administrators: true });
  await close();
  const again = admin("--mail", "autre@exemple.test", "--name", "Autre");
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining("--another") });
  expect(admin("--mail", "autre@exemple.test", "--name", "Autre", "--another").code).toBe(0);
});

test("a mail that is none and a language that is not spoken here are refused", () => {
  expect(admin("--mail", "nadia", "--name", "Nadia", "--another")).toMatchObject({
    ...{ code: 2, err: expect.stringContaining("e-mail: ") },
  });
  expect(admin(...nadia, "--language", "de", "--another")).toMatchObject({
    ...{ code: 2, err: expect.stringContaining("fr, ar") },
  });
});
