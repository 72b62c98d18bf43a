import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foundIn, importDesk, tallyOf } from "@iltizam/testkit/import";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onlyRow, rows } from "../kernel/index.ts";
import { importSheets } from "./import-results-file.ts";
import { recordResult } from "./record-result.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-results-"));
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

const headings =
  "commitment;date;document_number;thing;sex;birth_date;education;milieu;place;segments;quantity;evidence;external_id;last_name;note\n";
const send = (text: string, options: Parameters<typeof desk.send>[2] = {}) =>
  desk.send(world.ctx, headings + text, { source: "anapec-si", ...options });

const counts = () =>
  rows(
    world.ctx.db,
    sql<{ node: string; total: number }>`
      select a.reference || '/' || c.number as node, sum(t.total)::int as total
      from node_totals t join commitments c on c.id = t.node join agreements a on a.id = c.agreement_id
      where t.span = 'life' group by 1 having sum(t.total) <> 0 order by 1`,
  );
const differing = async () => {
  const found = await world.ctx.db.transaction().execute(async (tx) => {
    await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
    return rows(tx, sql`select * from totals_that_differ()`);
  });
  return found.length;
};
const size = () =>
  onlyRow(
    world.ctx.db,
    sql<{
      facts: number;
      entries: number;
      journal: number;
      subjects: number;
      imports: number;
      documents: number;
    }>`
      select (select count(*) from facts) as facts, (select count(*) from fact_entries) as entries,
             (select count(*) from journal) as journal, (select count(*) from subjects) as subjects,
             (select count(*) from vault_documents) as documents, (select count(*) from imports) as imports`,
  );

const five =
  "AGR-1/1;2023-01-10;XA111111;;F;1999-05-01;3;;hcp-2014:90.1.01;neet;;E2;E-1;Alaoui;\n" +
  "AGR-1/1;11/02/2023;XA 222222;;homme;;;rural;90.2;;;;E-2;;\n" +
  "AGR-2/1;2023-03-10;xa111111;;F;1999-05-01;3;;90.1;;;;E-3;;\n" +
  "AGR-1/1;2023-04-10;XA111111;;F;1999-05-01;3;;90.1;;;;E-4;;\n" +
  "AGR-3/2;٢٠٢٣-٠٥-٠١;;BON-7;;;;;unknown;;٣;;E-5;;\n";

describe("a file of results", () => {
  test("a dry run shows the counts that would change, and leaves nothing", async () => {
    const before = await size();
    const dry = await send(five, { dryRun: true });
    expect(foundIn(dry)).toEqual([]);
    expect(tallyOf(dry)).toEqual({
      rows: 5,
      added: 5,
      changed: 0,
      unchanged: 0,
      refused: 0,
      recorded: false,
    });
    expect(dry.counts).toEqual([
      { commitment: "AGR-1/1", before: 0, after: 2 },
      { commitment: "AGR-2/1", before: 0, after: 1 },
      { commitment: "AGR-3/2", before: 0, after: 3 },
    ]);
    expect(await size()).toEqual(before);
  });

  test("what was shown then happens: a person counts once, a repeat is kept, an overlap counts under each", async () => {
    const done = await send(five);
    expect(tallyOf(done)).toMatchObject({ added: 5, recorded: true });
    expect(await counts()).toEqual([
      { node: "AGR-1/1", total: 2 },
      { node: "AGR-2/1", total: 1 },
      { node: "AGR-3/2", total: 3 },
    ]);
    expect(await differing()).toBe(0);
    const fact = await onlyRow(
      world.ctx.db,
      sql<Record<string, unknown>>`
        select sex, age_band, milieu, education, claimed, fact_date, source, import_id from facts where external_id = 'E-1'`,
    );
    expect(fact).toEqual({
      ...{ sex: "F", age_band: "15-24", milieu: "R", education: "3", claimed: 2, fact_date: "2023-01-10" },
      ...{ source: "anapec-si", import_id: done.importId },
    });
  });

  test("the same file twice changes nothing at all", async () => {
    const before = await size();
    expect(tallyOf(await send(five))).toEqual({
      ...{ rows: 5, added: 0, changed: 0, unchanged: 5, refused: 0, recorded: false },
    });
    expect(await size()).toEqual(before);
  });

  test("a row sent again with other content corrects the first; the totals follow", async () => {
    const outcome = await send("AGR-2/1;2023-02-11;XA222222;;M;;;rural;90.2;;;;E-2;;\n");
    expect(tallyOf(outcome)).toMatchObject({ added: 0, changed: 1, recorded: true });
    expect(outcome.counts).toEqual([
      { commitment: "AGR-1/1", before: 2, after: 1 },
      { commitment: "AGR-2/1", before: 1, after: 2 },
    ]);
    expect(await differing()).toBe(0);
    const revisions = await rows(
      world.ctx.db,
      sql<{ revision: number; withdrawn: boolean }>`
        select revision, exists (select 1 from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn') as withdrawn
        from facts f where external_id = 'E-2' order by revision`,
    );
    expect(revisions).toEqual([
      { revision: 1, withdrawn: true },
      { revision: 2, withdrawn: false },
    ]);
  });

  test("one result over the acts and the same in a file are one fact", async () => {
    const told = { commitment: "AGR-3/1", date: "2023-06-01", source: "anapec-si", externalId: "E-9" };
    await recordResult(world.ctx, {
      ...told,
      subject: { document: { number: "XB333333" } },
      sex: "F",
      place: "90.1",
    });
    const outcome = await send("AGR-3/1;2023-06-01;XB-333333;;F;;;;90.1;;;;E-9;;\n");
    expect(tallyOf(outcome)).toMatchObject({ unchanged: 1, added: 0, changed: 0 });
  });

  test("names are sealed in the vault, and stand in no other table", async () => {
    const sealed = await rows(
      world.ctx.db,
      sql<{ fields: Buffer }>`
        select v.fields from vault_persons v join facts f on f.subject_id = v.subject_id where f.external_id = 'E-1'`,
    );
    expect(sealed).toHaveLength(1);
    expect(sealed[0]?.fields.includes("Alaoui")).toBe(false);
    const found = await onlyRow(
      world.ctx.db,
      sql<{
        count: number;
      }>`select count(*) as count from facts f where f::text like '%Alaoui%' or f::text like '%111111%'`,
    );
    expect(found.count).toBe(0);
  });
});

describe("faults", () => {
  const faulty =
    "AGR-1/1;2023-01-10;XA444444;;F;;;;90.1;;;;F-1;;\n" +
    "AGR-1/9;2023-01-10;XA444444;;F;;;;90.1;;;;F-2;;\n" +
    "AGR-1/1;2023-01-10;;;F;;;;90.1;;;;F-3;;\n" +
    "AGR-1/1;2023-01-10;XA555555;;F;;;;91.9;;;;F-4;;\n" +
    "AGR-1/1;2023-01-10;XA666666;;F;;;;90.1;neat;;;F-5;;\n" +
    "AGR-3/2;2023-01-10;XA666666;;;;;;90.1;;;;F-6;;\n" +
    "AGR-1/1;2023-01-10;XA777777;;F;;;;90.1;;2;;F-7;;\n" +
    "AGR-1/1;2023-01-10;XA777777;;F;;;;90.1;;;;F-8;;voir BE123456\n" +
    "AGR-1/1;2023-01-10;XA777777;;F;2024-01-01;;;90.1;;;;F-9;;\n" +
    "AGR-1/1;2023-13-10;XA777777;;F;;;;90.1;;;;F-10;;\n" +
    "AGR-1/1;2023-01-10;XA888888;;F;;;;90.1;;;;F-11;;\n" +
    "AGR-1/1;2023-01-11;XA888888;;F;;;;90.1;;;;F-11;;\n" +
    "agr-1/1;2023-01-11;XA888888;;F;;;;90.1;;;;F-12;;\n";
  const found = [
    "3 commitment results.commitment_unknown",
    "4 document_number results.subject_unclear",
    "5 place results.place_unknown",
    "6 segments results.population_unknown",
    "7 document_number results.subject_is_thing",
    "8 quantity results.person_counts_one",
    "9 note sheets.identity_number",
    "10 birth_date results.born_later",
    "11 date sheets.date_unreadable",
    "12 external_id results.id_twice",
    "13 external_id results.id_twice",
    "14 commitment results.reference_unreadable",
  ];

  test("are all listed with row and column, and let nothing through", async () => {
    const before = await size();
    const outcome = await send(faulty);
    expect(foundIn(outcome)).toEqual(found);
    expect(tallyOf(outcome)).toMatchObject({ rows: 13, refused: 12, recorded: false });
    expect(outcome.findings.listed[0]?.error.params.value).toBe("AGR-1/9 (AGR-1/1 ?)");
    expect(await size()).toEqual(before);
  });

  test("with --partial the good row is recorded", async () => {
    const before = await size();
    const outcome = await send(faulty, { partial: true });
    expect(tallyOf(outcome)).toEqual({
      rows: 13,
      added: 1,
      changed: 0,
      unchanged: 0,
      refused: 12,
      recorded: true,
    });
    expect((await size()).facts).toBe(before.facts + 1);
    expect(await differing()).toBe(0);
  });

  test("a file has one source, named by the option or by every row", async () => {
    const columns = "commitment,date,document_number,source\n";
    const mixed = `${columns}AGR-1/1,2023-01-10,XC111111,one-si\nAGR-1/1,2023-01-10,XC222222,two-si\n`;
    expect(foundIn(await desk.send(world.ctx, mixed))).toEqual(["3 source results.source_mixed"]);
    const none = "commitment,date,document_number\nAGR-1/1,2023-01-10,XC111111\n";
    expect(foundIn(await desk.send(world.ctx, none))).toEqual(["2 source sheets.value_missing"]);
  });

  test("without the vault's keys no file with persons is read", async () => {
    const { keys: _, ...keyless } = world.ctx;
    await expect(desk.send(keyless, headings + five, { source: "anapec-si" })).rejects.toThrow(
      /keys_missing/,
    );
  });
});
