import { seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { foundIn, importDesk, tallyOf } from "@iltizam/testkit/import";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onlyRow, rows } from "../kernel/index.ts";
import { importSheets } from "./import-agreements.ts";
import { readPartialDate } from "./read-row.ts";

let place: TestPlace;
const desk = importDesk(importSheets, "agreements");
beforeAll(async () => {
  place = await testPlace();
  await seedWorld(place.ctx);
});
afterAll(async () => {
  await place.close();
  desk.clear();
});

const headings =
  "reference,title,kind,type,state,since,reported,signed_on,period_from,period_to,place,parent,signatories,funders,lead\n";
const register =
  headings +
  "OLD-2,Convention de formation,,convention,closed,2021-12-31,,12/05/2018,2018-06-01,2021-05-31,901,Programme régional,AGENCE | Conseil,Conseil,AGENCE\n" +
  "OLD-PROG,Programme régional,programme,programme,en vigueur,,,2018,,,90,,,,\n" +
  "OLD-3,Lettre annoncée,,lettre d'entente / d'intention,signed,,oui,05/2019,,,90,,AGENCE,,\n";

const agreements = () =>
  rows(
    place.ctx.db,
    sql<Record<string, unknown>>`
      select a.reference, a.state, a.legacy, a.reported, a.signed_year, a.signed_month, a.signed_day,
             a.signed_document_id is not null as text, p.reference as parent,
             (select count(*) from agreement_parties x where x.agreement_id = a.id) as parties
      from agreements a
      left join agreement_parents l on l.agreement_id = a.id left join agreements p on p.id = l.parent_id
      where a.reference like 'OLD%' order by a.reference`,
  );

test("old agreements begin where they stand: closed, in force, or known from the press only", async () => {
  const outcome = await desk.send(place.ctx, register);
  expect(foundIn(outcome)).toEqual([]);
  expect(tallyOf(outcome)).toEqual({
    rows: 3,
    added: 3,
    changed: 0,
    unchanged: 0,
    refused: 0,
    recorded: true,
  });
  const none = { signed_month: null, signed_day: null, parent: null };
  expect(await agreements()).toEqual([
    {
      reference: "OLD-2",
      state: "closed",
      legacy: true,
      reported: false,
      signed_year: 2018,
      signed_month: 5,
      signed_day: 12,
      text: true,
      parent: "OLD-PROG",
      parties: 3,
    },
    {
      ...none,
      reference: "OLD-3",
      state: "signed",
      legacy: true,
      reported: true,
      signed_year: 2019,
      signed_month: 5,
      text: false,
      parties: 1,
    },
    {
      ...none,
      reference: "OLD-PROG",
      state: "in_force",
      legacy: true,
      reported: false,
      signed_year: 2018,
      text: true,
      parties: 0,
    },
  ]);
});

test("their text is the file itself, kept as a document", async () => {
  const document = await onlyRow(
    place.ctx.db,
    sql<{ title: string; content: string; agreements: number }>`
      select d.title, d.content, count(*) as agreements
      from documents d join agreements a on a.signed_document_id = d.id where d.kind = 'other' group by d.id`,
  );
  expect(document).toMatchObject({ agreements: 2 });
  expect(document.content).toContain("period_to: 2021-05-31");
});

test("the same file twice changes nothing", async () => {
  const before = await agreements();
  const again = await desk.send(place.ctx, register);
  expect(tallyOf(again)).toEqual({
    rows: 3,
    added: 0,
    changed: 0,
    unchanged: 3,
    refused: 0,
    recorded: false,
  });
  expect(await agreements()).toEqual(before);
});

test("a corrected file corrects the record, with the import as the reason in the journal", async () => {
  const corrected = `${headings}OLD-2,Convention de formation,,,,,,,,2021-06-30,,,,,\n`;
  const dry = await desk.send(place.ctx, corrected, { dryRun: true });
  expect(dry.differences).toEqual([
    {
      row: 2,
      object: "OLD-2",
      change: "changed",
      fields: { period_to: { before: "2021-05-31", after: "2021-06-30" } },
    },
  ]);
  const done = await desk.send(place.ctx, corrected);
  expect(tallyOf(done)).toMatchObject({ changed: 1, recorded: true });
  const journal = await onlyRow(
    place.ctx.db,
    sql<{
      reason: string;
      after: unknown;
    }>`select reason, after from journal where act = 'agreements.edit' order by at desc, id desc limit 1`,
  );
  expect(journal).toMatchObject({
    reason: expect.stringContaining("register"),
    after: { period_to: "2021-06-30" },
  });
});

test("what has an act of its own is not changed by a file; unknown parties name the nearest", async () => {
  const text =
    headings +
    "OLD-2,Convention de formation,,,in_force,,,,,,,,,,\n" +
    "OLD-2,Convention de formation,,,,,,,,,,OLD-3,,,\n" +
    "OLD-9,Neuf,,convention,,,,,,,,,Agense,,\n" +
    "OLD-8,Huit,,convention,,,,2018-13,,,,,,,\n" +
    "OLD-7,Sept,programme,convention,,,,,,,,,,,\n" +
    "OLD-6,Six,,convention,,,,,2020-01-01,2019-01-01,,,,,\n" +
    "OLD-5,Cinq,,convention,,,,,,,99,,,,\n";
  const outcome = await desk.send(place.ctx, text);
  expect(foundIn(outcome)).toEqual([
    "2 state sheets.recorded_otherwise",
    "3 parent sheets.recorded_otherwise",
    "4 signatories sheets.reference_unknown",
    "5 signed_on sheets.date_unreadable",
    "6 null agreements.type_of_other_kind",
    "7 null agreements.period_reversed",
    "8 place territory.unknown",
  ]);
  expect(outcome.findings.listed[2]?.error.params).toMatchObject({ near: "Agence" });
  expect(outcome.recorded).toBe(false);
});

test("without a reference an agreement is known again by its title", async () => {
  const text = `${headings},Accord sans référence,,protocol,,,,2017,,,90,,,,\n`;
  const first = await desk.send(place.ctx, text);
  expect(first.differences[0]?.object).toBe("R90-2017-1");
  expect(tallyOf(await desk.send(place.ctx, text))).toMatchObject({ unchanged: 1, added: 0 });
});

test("a signature date is read as far as it is written", () => {
  expect(readPartialDate("2019")).toMatchObject({ year: 2019, month: null });
  expect(readPartialDate("5/2019")).toMatchObject({ year: 2019, month: 5, day: null });
  expect(readPartialDate("12/05/2019")).toMatchObject({ year: 2019, month: 5, day: 12 });
  expect(() => readPartialDate("mai")).toThrow(/date_unreadable/);
});
