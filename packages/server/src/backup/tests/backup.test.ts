import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { withClient } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeBackup } from "../index.ts";
import { checkContainer } from "../read-container.ts";
import {
  contentsOf,
  keepText,
  now,
  openTestPlace,
  recordSomething,
  rulesOf,
  sealAndVerify,
  type TestPlace,
  waitingRows,
} from "./places.ts";

let source: TestPlace;
const opened: TestPlace[] = [];
const emptyPlace = async () => {
  const place = await openTestPlace();
  opened.push(place);
  return place;
};
beforeAll(async () => {
  source = await emptyPlace();
  await recordSomething(source);
  await sealAndVerify(source);
});
afterAll(() => Promise.all(opened.map((place) => place.close())));

describe("a backup restored into an empty place", () => {
  let file: string;
  let target: TestPlace;
  beforeAll(async () => {
    file = source.path("first.iltizam");
    await source.backup(file);
    target = await emptyPlace();
    await target.restore(file);
  });

  test("holds every row and every file", async () => {
    expect(await contentsOf(target)).toEqual(await contentsOf(source));
    for await (const hash of source.ctx.files.hashes()) {
      expect(await target.ctx.files.get(hash)).toEqual(await source.ctx.files.get(hash));
    }
  });

  test("has every rule of the database awake", async () => {
    expect(await rulesOf(target)).toEqual(await rulesOf(source));
    await expect(target.sql("update journal set act = 'x'")).rejects.toThrow(/no actor is named/);
  });

  test("was sealed before, verifies, and seals what follows after", async () => {
    const blocks = () =>
      target.sql<{ number: number }>("select number, previous, hash, row_ids from blocks order by number");
    const before = await blocks();
    expect(before.length).toBeGreaterThan(0);
    expect(await sealAndVerify(target)).toEqual([]);
    await keepText(target.ctx, "Un fait nouveau.");
    expect(await waitingRows(target)).toHaveLength(1);
    expect(await sealAndVerify(target)).toEqual([]);
    const after = await blocks();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test("can be backed up and restored again", async () => {
    const second = target.path("second.iltizam");
    await target.backup(second);
    const third = await emptyPlace();
    await third.restore(second);
    expect(await contentsOf(third)).toEqual(await contentsOf(target));
    await keepText(third.ctx, "Encore un fait.");
    expect(await sealAndVerify(third)).toEqual([]);
  });
});

test("rows that a running transaction kept from their block are sealed after the restore, once", async () => {
  const busy = await emptyPlace();
  await recordSomething(busy);
  await sealAndVerify(busy);
  const file = busy.path("busy.iltizam");
  await withClient(busy.ownerUrl, async (client) => {
    await client.query("begin; select pg_current_xact_id()");
    await keepText(busy.ctx, "Écrit pendant une autre transaction.");
    await busy.backup(file);
    await client.query("commit");
  });
  expect(await waitingRows(busy)).toHaveLength(1);
  const target = await emptyPlace();
  await target.restore(file);
  expect(await waitingRows(target)).toEqual(await waitingRows(busy));
  expect(await sealAndVerify(target)).toEqual([]);
});

test("the list of contents names migrations, tables, parts and the last block", async () => {
  const file = source.path("listed.iltizam");
  const told: number[][] = [];
  const made = await makeBackup({
    ...{ ownerUrl: source.ownerUrl, files: source.ctx.files, file, now, timeZone: "Africa/Casablanca" },
    tell: (done, total) => told.push([done, total]),
  });
  const { manifest } = await checkContainer(file);
  const [journal] = await source.sql<{ rows: number }>("select count(*)::int as rows from journal");
  expect(manifest.tables.find(({ name }) => name === "journal")?.rows).toBe(journal?.rows);
  expect(manifest).toMatchObject({ timeZone: "Africa/Casablanca", madeAt: now.toISOString() });
  expect(manifest.lastBlock?.number).toBe(made.blocks);
  expect(manifest.tables.map(({ name }) => name)).not.toContain("migrations");
  expect(manifest.tables.flatMap(({ parts }) => parts).every(({ rows }) => rows > 0)).toBe(true);
  expect(told.at(-1)).toEqual([made.rows + made.files, made.rows + made.files]);
});

test("a file that is there already is left as it is, and a failed backup leaves nothing", async () => {
  const file = source.path("there.iltizam");
  writeFileSync(file, "mine");
  await expect(source.backup(file)).rejects.toMatchObject({ code: "backup.file_exists" });
  expect(readFileSync(file, "utf8")).toBe("mine");
  const nowhere = source.path("no such folder/backup.iltizam");
  await expect(source.backup(nowhere)).rejects.toMatchObject({ code: "backup.file_unreachable" });
  expect(readdirSync(dirname(file)).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test("a file whose bytes have changed on the disk is named and left out", async () => {
  const place = await emptyPlace();
  const hash = await place.ctx.files.put(Buffer.from("un document"));
  writeFileSync(place.path(`files/${hash.slice(0, 2)}/${hash}`), "un autre");
  const file = place.path("damaged.iltizam");
  expect(await place.backup(file)).toMatchObject({ damaged: [hash], files: 0 });
});

test("everything lies in tables: no sequence, no large object, no view that would be left behind", async () => {
  expect(
    await source.sql(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('S', 'm', 'p', 'f')
       union all select oid::text from pg_largeobject_metadata`,
    ),
  ).toEqual([]);
});
