// Keys are changed while people are recorded; a rotation that is cut at any place goes on from there.
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Context, onlyRow, rows, systemClock, together } from "../kernel/index.ts";
import {
  findPerson,
  holdKeys,
  importKeys,
  keepPersonalFile,
  keysText,
  makeKeys,
  openBoxes,
  openKeysOf,
  openPersonalFile,
  parseKeys,
  registerPerson,
  rotateKeys,
  sealBox,
  sealedDocument,
  subjectsOf,
  unmask,
} from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-rotation-"));
const file = join(folder, "keys.json");
let world: SmallWorld;
/** One server that serves on, and the process that rotates. */
let serving: Context;
let rotating: Context;
beforeAll(async () => {
  world = await makeSmallWorld(join(folder, "files"));
  const place = { db: world.ctx.db, file, clock: systemClock };
  serving = { ...world.ctx, keys: await openKeysOf(place) };
  rotating = { ...world.ctx, keys: await openKeysOf(place) };
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const space = "simulated";
const document = (number: number) =>
  ({ type: "cin", country: "MA", number: `ZZ${700000 + number}` }) as const;
const reason = "to see that it still opens";

/** Documents alone, as an import of many knows people. */
async function meet(ctx: Context, first: number, count: number): Promise<string[]> {
  return together(ctx, "test.meet", async (inside) => {
    const { transaction, keys } = inside;
    if (transaction === undefined) throw new Error("together opens a transaction");
    await holdKeys(inside);
    const numbers = Array.from({ length: count }, (_, place) => first + place);
    const documents = numbers.map((number) => sealedDocument(keys, document(number)));
    return subjectsOf(transaction, { documents, space, keyNumber: keys?.current ?? 0, at: new Date() });
  });
}

const generationsInUse = () =>
  rows(
    world.ctx.db,
    sql<{ number: number; documents: number; replaced: number }>`
      select key_number as number, count(*) as documents, count(replaces) as replaced
      from vault_documents group by 1 order by 1`,
  );

test("everybody stays who she was, whoever rotates and whoever serves", async () => {
  const met = await meet(serving, 0, 5_000);
  const { subject } = await registerPerson(serving, {
    space,
    document: document(9_000),
    person: { name: "A B" },
  });
  const box = await together(serving, "test.box", (ctx) => sealBoxIn(ctx, { text: "a word" }));
  const evidence = await together(serving, "test.file", (ctx) => keepFileIn(ctx, "her contract"));
  const before = parseKeys(await readFile(file, "utf8"));

  let stop = false;
  let posted = 0;
  const serve = async () => {
    for (let number = 10_000; !stop; number += 1) {
      const person = { name: `P ${number}` };
      const made = await registerPerson(serving, { space, document: document(number), person });
      expect((await findPerson(serving, { space, document: document(number) })).subject).toBe(made.subject);
      posted += 1;
    }
  };
  const served = serve();
  const told: number[] = [];
  const rotation = await rotateKeys(rotating, {
    file,
    settle: 0,
    tell: (done, total) => told.push(done / total),
  });
  stop = true;
  await served;

  expect(posted).toBeGreaterThan(0);
  expect(rotation).toMatchObject({ from: 1, to: 2 });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
  expect(await generationsInUse()).toEqual([{ number: 2, documents: 5_001 + posted, replaced: 0 }]);
  const again = { ...world.ctx, keys: await openKeysOf({ db: world.ctx.db, file, clock: systemClock }) };
  expect([...again.keys.generations.keys()]).toEqual([2]);
  for (const ctx of [serving, rotating, again]) {
    expect(ctx.keys?.current).toBe(2);
    expect(await meet(ctx, 0, 5_000)).toEqual(met);
    expect(await findPerson(ctx, { space, document: document(9_000) })).toEqual({ subject, isNamed: true });
    const seen = await unmask(ctx, { subject, processing: "counting_results", reason });
    expect(seen.person).toEqual({ name: "A B" });
    expect((await openBoxes(ctx, [box])).get(box)).toEqual({ text: "a word" });
    expect((await openPersonalFile(ctx, evidence)).toString()).toBe("her contract");
  }
  const retired = parseKeys(await readFile(rotation.retiredFile, "utf8"));
  expect(retired.generations.get(1)).toEqual(before.generations.get(1));
  expect(statSync(rotation.retiredFile).mode & 0o777).toBe(0o600);
});

test("cut at any place, it goes on, and nobody is doubled", async () => {
  const met = await meet(serving, 0, 5_000);
  let from = 2;
  for (const cutAt of [1, 2, 3, 5, 6, 8]) {
    let batches = 0;
    const cut = rotateKeys(rotating, {
      file,
      settle: 0,
      tell: () => {
        batches += 1;
        if (batches === cutAt) throw new Error("cut");
      },
    });
    await expect(cut).rejects.toThrow("cut");
    expect((await meet(serving, 0, 100)).sort()).toEqual(met.slice(0, 100).sort());
    expect(await rotateKeys(rotating, { file, settle: 0 })).toMatchObject({ from, to: from + 1 });
    from += 1;
    expect(existsSync(join(folder, `keys.retired-${from - 1}.json`))).toBe(true);
  }
  expect(await meet(serving, 0, 5_000)).toEqual(met);
  expect(await generationsInUse()).toMatchObject([{ number: from, replaced: 0 }]);
});

test("one rotation at a time", async () => {
  const outcomes = await Promise.allSettled([
    rotateKeys(rotating, { file, settle: 0 }),
    rotateKeys(rotating, { file, settle: 0 }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "people.rotation_running" },
  });
});

test("a database under keys that a rotation took out says which file brings them back", async () => {
  const current = await onlyRow(world.ctx.db, sql<{ number: number }>`select current_generation() as number`);
  const older = current.number - 1;
  // as an older backup has it: its generation is in use, and the later one is not known
  await world.settle(`delete from vault_generations where number = ${current.number}`);
  await world.settle(`update vault_generations set retired_at = null where number = ${older}`);
  const open = () => openKeysOf({ db: world.ctx.db, file, clock: systemClock });
  await expect(open()).rejects.toMatchObject({
    code: "people.generation_missing",
    params: { number: older },
  });
  await importKeys(file, await readFile(join(folder, `keys.retired-${older}.json`), "utf8"));
  expect((await open()).current).toBe(older);
  const foreign = join(folder, "foreign.json");
  await importKeys(foreign, keysText(makeKeys(systemClock)));
  const other = { db: world.ctx.db, file: foreign, clock: systemClock };
  await expect(openKeysOf(other)).rejects.toMatchObject({ code: "people.keys_differ" });
});

const sealBoxIn = async (ctx: Context, content: unknown) => sealBox(inAct(ctx), content);
const keepFileIn = async (ctx: Context, text: string) => keepPersonalFile(inAct(ctx), Buffer.from(text));

/** As an act passes it on; nothing here journals. */
function inAct(ctx: Context) {
  if (ctx.transaction === undefined) throw new Error("together opens a transaction");
  return { ...ctx, tx: ctx.transaction, journal: async () => "", emit: async () => {}, authorise: () => {} };
}
