// Where the keys are given in the environment, the command says how they are changed by hand: here it is done, word by word.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { systemActor, systemClock } from "@iltizam/core/kernel";
import { findPerson, keysText, makeKeys, parseKeys, registerPerson } from "@iltizam/core/people";
import { openContext } from "@iltizam/server/compose";
import { embeddedPostgres } from "@iltizam/server/postgres";
import { testFolder } from "@iltizam/testkit/bad-days";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "./in-this-process.ts";

const folder = testFolder();
const data = join(folder.path, "data");
const document = { number: "QZ100000" };

const iltizam = (args: readonly string[], keys?: string) =>
  runHere(args, keys === undefined ? {} : { ILTIZAM_KEYS: keys });

const elsewhere = process.cwd();
beforeAll(() => process.chdir(folder.path));
afterAll(() => {
  process.chdir(elsewhere);
  folder.remove();
});

/** Asks the vault under the keys of the environment. */
async function inVault<T>(
  keys: string,
  ask: (ctx: Awaited<ReturnType<typeof openContext>>["ctx"]) => Promise<T>,
) {
  const server = await embeddedPostgres({ dataDir: data });
  process.env.ILTIZAM_KEYS = keys;
  const place = { appUrl: server.appUrl, dataDir: data, actor: systemActor, name: "test" };
  try {
    const { ctx, close } = await openContext(place);
    return await ask(ctx).finally(close);
  } finally {
    delete process.env.ILTIZAM_KEYS;
    await server.stop();
  }
}

test("the steps that the refusal says change the keys, and nobody is lost", async () => {
  const before = keysText(makeKeys(systemClock));
  expect(await iltizam(["migrate", "--data", data], before)).toMatchObject({ code: 0 });
  const { subject } = await inVault(before, (ctx) =>
    registerPerson(ctx, { space: "simulated", document, person: { name: "A B" } }),
  );
  const refused = await iltizam(["keys", "rotate", "--data", data], before);
  expect(refused.code).toBe(2);
  const said = [...refused.err.matchAll(/^ {2}iltizam (keys .+)$/gm)].map(([, words = ""]) =>
    words.split(" "),
  );
  expect(said.map(([, act]) => act)).toEqual(["export", "import", "rotate", "export"]);
  for (const [step, words] of said.entries()) {
    // after the first step the keys are taken out of the environment
    expect({ words, ...(await iltizam(words, step === 0 ? before : undefined)) }).toMatchObject({ code: 0 });
  }
  const after = readFileSync(join(folder.path, "keys-next.json"), "utf8");
  for (const file of [
    join(data, "keys.json"),
    join(folder.path, "keys-now.json"),
    join(folder.path, "keys-next.json"),
  ])
    rmSync(file);
  expect([...parseKeys(after).generations.keys()]).toEqual([2]);
  const found = await inVault(after, (ctx) => findPerson(ctx, { space: "simulated", document }));
  expect(found.subject).toBe(subject);
  await expect(inVault(before, async (ctx) => ctx.keys)).rejects.toThrow(
    /people\.(generation_missing|keys_)/,
  );
});
