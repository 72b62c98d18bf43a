// Files in any order, with repeats, overlaps, corrections and faults: a dry run tells what then happens, the kept totals
// equal a recount, and the last file sent again changes nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importDesk, tallyOf } from "@iltizam/testkit/import";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import { importSheets } from "./import-results-file.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-files-"));
const desk = importDesk(importSheets, "results");
let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
});
afterAll(async () => {
  await world.close();
  desk.clear();
  rmSync(folder, { recursive: true });
});

const headings = "commitment,date,document_type,document_number,sex,age,place,segments,external_id\n";
const row = fc
  .record({
    commitment: fc.constantFrom("AGR-1/1", "AGR-2/1", "AGR-3/1", "PROG-1/1", "AGR-7/1"),
    date: fc.constantFrom("2023-02-01", "01/03/2023", "2024-12-31", "31/02/2024"),
    person: fc.integer({ min: 100, max: 107 }),
    sex: fc.constantFrom("F", "M", ""),
    age: fc.constantFrom("17", "30", ""),
    place: fc.constantFrom("90.1", "90.2", "hcp-2014:90.1.01", "abroad:FR", ""),
    segments: fc.constantFrom("", "neet", "neet|rural_youth"),
    id: fc.integer({ min: 1, max: 12 }),
  })
  .map(
    ({ commitment, date, person, sex, age, place, segments, id }) =>
      `${commitment},${date},passport,PP${person},${sex},${age},${place},${segments},id ${id}\n`,
  );

async function differing(): Promise<unknown[]> {
  return world.ctx.db.transaction().execute(async (tx) => {
    await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
    return rows(tx, sql`select * from totals_that_differ()`);
  });
}

test("a dry run equals what then happens; totals equal the recount; the same file again changes nothing", async () => {
  let corrected = 0;
  let refused = 0;
  const oneFile = async (lines: readonly string[]) => {
    const text = headings + lines.join("");
    const options = { source: "any-si", partial: true };
    const dry = await desk.send(world.ctx, text, { ...options, dryRun: true });
    const done = await desk.send(world.ctx, text, options);
    expect({ ...tallyOf(done), recorded: false }).toEqual({ ...tallyOf(dry), recorded: false });
    expect(done.counts).toEqual(dry.counts);
    expect(done.rows).toBe(done.added + done.changed + done.unchanged + done.refused);
    expect(await differing()).toEqual([]);
    const again = await desk.send(world.ctx, text, options);
    expect(again).toMatchObject({ added: 0, changed: 0, recorded: false, refused: done.refused });
    corrected += done.changed;
    refused += done.refused;
  };
  const files = fc.array(row, { minLength: 1, maxLength: 25 });
  await fc.assert(fc.asyncProperty(files, oneFile), { numRuns: 25, endOnFailure: true });
  expect(corrected).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});
