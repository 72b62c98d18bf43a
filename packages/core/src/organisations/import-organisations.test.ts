import { seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { foundIn, importDesk, tallyOf } from "@iltizam/testkit/import";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onlyRow, rows } from "../kernel/index.ts";
import { writeTemplate } from "../sheets/index.ts";
import { importSheets } from "./import-organisations.ts";
import { organisationsSheet } from "./sheet.ts";

let place: TestPlace;
const desk = importDesk(importSheets, "organisations");
beforeAll(async () => {
  place = await testPlace();
  await seedWorld(place.ctx);
});
afterAll(async () => {
  await place.close();
  desk.clear();
});

const headings = "Référence;Nature;Nom;الاسم بالعربية;other_names;ICE;Territoire;Organisme de tutelle\n";
const three =
  headings +
  "ATLAS;entreprise;Groupe Atlas;مجموعة الأطلس;GA|Atlas Group;;90;\n" +
  ";company;Atlas Textile;;;001234567000089;901;Groupe Atlas\n" +
  "FED-90;professional_federation;Fédération du textile;;FT;;;\n";

const count = () =>
  onlyRow(
    place.ctx.db,
    sql<{ organisations: number; imports: number; journal: number }>`
    select (select count(*) from organisations) as organisations, (select count(*) from imports) as imports,
           (select count(*) from journal) as journal`,
  );

test("a dry run shows what would be new and records nothing; what then happens is the same", async () => {
  const before = await count();
  const dry = await desk.send(place.ctx, three, { dryRun: true });
  expect(tallyOf(dry)).toEqual({ rows: 3, added: 3, changed: 0, unchanged: 0, refused: 0, recorded: false });
  expect(await count()).toEqual(before);
  const done = await desk.send(place.ctx, three);
  expect(tallyOf(done)).toEqual({ ...tallyOf(dry), recorded: true });
  expect(done.differences.map(({ object }) => object)).toEqual(["ATLAS", "ATLAS-TEXTILE", "FED-90"]);
  expect(done.differences).toEqual(dry.differences);
  const [daughter] = await rows(
    place.ctx.db,
    sql<{ parent: string; place: string; ice: string }>`
    select p.reference as parent, t.code as place, o.ice from organisations o
    join organisations p on p.id = o.parent_id join territories t on t.id = o.territory_id
    where o.reference = 'ATLAS-TEXTILE'`,
  );
  expect(daughter).toEqual({ parent: "ATLAS", place: "901", ice: "001234567000089" });
});

test("the same file twice changes nothing, not even the journal", async () => {
  const before = await count();
  const again = await desk.send(place.ctx, three);
  expect(tallyOf(again)).toEqual({
    rows: 3,
    added: 0,
    changed: 0,
    unchanged: 3,
    refused: 0,
    recorded: false,
  });
  expect(await count()).toEqual(before);
});

test("the file is journalled by name, hash and counts", async () => {
  const [row] = await rows(
    place.ctx.db,
    sql<{ kind: string; file_name: string; added: number; after: unknown }>`
    select i.kind, i.file_name, i.added, j.after from imports i join journal j on j.id = i.journal_id`,
  );
  expect(row).toMatchObject({ kind: "organisations", added: 3, after: { added: 3, kind: "organisations" } });
});

test("what the record does not say yet is filled in; what it says is not overwritten", async () => {
  const filled = await desk.send(
    place.ctx,
    `${headings}FED-90;professional_federation;Fédération du textile;فيدرالية النسيج;FT|Textile 90;;90;\n`,
  );
  expect(tallyOf(filled)).toMatchObject({ changed: 1, recorded: true });
  expect(filled.differences[0]?.fields).toMatchObject({
    name_ar: { before: null, after: "فيدرالية النسيج" },
  });
  const other = await desk.send(place.ctx, `${headings}ATLAS;company;Groupe Sahara;;;;;\n`);
  expect(foundIn(other)).toEqual(["2 name sheets.recorded_otherwise"]);
});

test("each fault is named with its cell, and nothing is recorded without --partial", async () => {
  const faulty =
    headings +
    "ok;company;Sud Conserves;;;;;\n" +
    "SUD;usine;Sud Conserves;;;;;\n" +
    "SUD-2;company;Sud Deux;;;12345;;\n" +
    "SUD-3;company;Sud Trois;;;;Provinse;\n" +
    "SUD-4;company;Sud Quatre;;;;;Groupe Atlaz\n" +
    "SUD-5;company;Sud Cinq;;;;;\n";
  const before = await count();
  const refused = await desk.send(place.ctx, faulty);
  expect(foundIn(refused)).toEqual([
    "2 reference organisations.reference_unreadable",
    "3 kind sheets.choice_unknown",
    "4 ice organisations.ice_unreadable",
    "5 place territory.unknown",
    "6 parent sheets.reference_unknown",
  ]);
  expect(refused.findings.listed[4]?.error.params.near).toBe("Groupe Atlas");
  expect(tallyOf(refused)).toMatchObject({ added: 1, refused: 5, recorded: false });
  expect(await count()).toEqual(before);
  const partial = await desk.send(place.ctx, faulty, { partial: true });
  expect(tallyOf(partial)).toMatchObject({ added: 1, refused: 5, recorded: true });
  expect((await count()).organisations).toBe(before.organisations + 1);
});

test("a wrong heading lets nothing through, even with --partial", async () => {
  const outcome = await desk.send(place.ctx, "reference;kind;name;colour\nRED;company;Rouge;red\n", {
    partial: true,
  });
  expect(foundIn(outcome)).toEqual(["1 colour sheets.column_unknown"]);
  expect(outcome.recorded).toBe(false);
});

test("the template, as it is written, is an empty file", async () => {
  const outcome = await desk.send(place.ctx, await writeTemplate(organisationsSheet));
  expect(tallyOf(outcome)).toMatchObject({ rows: 0, refused: 0, recorded: false });
  expect(foundIn(outcome)).toEqual([]);
});
