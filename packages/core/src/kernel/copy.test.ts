import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@iltizam/testkit/database";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { together } from "./act.ts";
import { systemActor } from "./actor.ts";
import { type Context, createContext, dbOf } from "./context.ts";
import { copyIn, copyLine } from "./copy.ts";
import { openDatabase, rows } from "./database.ts";
import { folderFileStore } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-copy-"));
let ctx: Context;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDatabase();
  const opened = openDatabase(test.appUrl);
  ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore(folder) });
  close = async () => {
    await opened.close();
    await test.drop();
    rmSync(folder, { recursive: true });
  };
});
afterAll(() => close());

async function* lines(cells: readonly (readonly (string | number | null)[])[]) {
  for (const row of cells) yield copyLine(row);
}

const given = [
  ["tab\there", 1],
  ["back\\slash", 2],
  ["two\nlines\r", null],
  ["عربي", 4],
  ["\\N", 5],
  ["", 6],
] as const;

test("rows go in as they were, inside the transaction of the act", async () => {
  const read = await together(ctx, "test.copy", async (inner) => {
    const tx = dbOf(inner);
    await sql`create temp table staged (words text, number int) on commit drop`.execute(tx);
    await copyIn(tx, "copy staged from stdin", lines(given));
    return rows(tx, sql<{ words: string; number: number | null }>`select * from staged`);
  });
  expect(read.map(({ words, number }) => [words, number])).toEqual(given);
});

test("a fault of the rows reaches the caller, undoes the transaction, and the connection serves on", async () => {
  async function* broken() {
    yield copyLine(["a", 1]);
    throw new Error("the file ended in the middle");
  }
  const failing = together(ctx, "test.copy", async (inner) => {
    const tx = dbOf(inner);
    await sql`create temp table staged (words text, number int) on commit drop`.execute(tx);
    await copyIn(tx, "copy staged from stdin", broken());
  });
  await expect(failing).rejects.toThrow(/ended in the middle/);
  const [row] = await rows(ctx.db, sql<{ one: number }>`select 1 as one`);
  expect(row).toEqual({ one: 1 });
});

test("a value that the column refuses is PostgreSQL's own error", async () => {
  const failing = together(ctx, "test.copy", async (inner) => {
    const tx = dbOf(inner);
    await sql`create temp table staged (words text, number int) on commit drop`.execute(tx);
    await copyIn(tx, "copy staged from stdin", lines([["a", "not a number"]]));
  });
  await expect(failing).rejects.toThrow(/invalid input syntax/);
});
