import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { foundIn, importDesk, tallyOf } from "@iltizam/testkit/import";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import { importSheets } from "./import-contributions.ts";

let place: TestPlace;
const desk = importDesk(importSheets, "contributions");
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "OLD-1" });
  await seedAgreement(place.ctx, world, { reference: "PRESS-1", signed: false });
});
afterAll(async () => {
  await place.close();
  desk.clear();
});

const headings =
  "Convention;Nature;Contributeur;Montant promis;Monnaie;Précision du montant;Affectation;paid;paid_on\n";
const money =
  headings +
  "OLD-1;montant global;;406.800.000,00;MAD;;;;\n" +
  "OLD-1;contribution;Conseil;١٦٠٠٠٠٠٠٠;;estimé;Formation;40 000 000,50;31/01/2020\n" +
  "PRESS-1;total;;;MAD;unquantified;;;\n";
const announced = money.replace("PRESS-1;total;;;MAD;unquantified;;;\n", "");

const recorded = () =>
  rows(
    place.ctx.db,
    sql<Record<string, unknown>>`
      select c.number, c.role, o.reference as payer, m.amount_minor::text as minor, m.qualifier,
             (select sum(p.amount_minor)::text from contribution_movements p where p.contribution_id = c.id) as paid
      from contributions c join contribution_amounts m on m.contribution_id = c.id
      left join organisations o on o.id = c.contributor_id order by c.number`,
  );

test("money by party, the payer known or not, and what was paid before", async () => {
  const refused = await desk.send(place.ctx, money);
  expect(foundIn(refused)).toEqual(["4 amount funding.text_not_recorded"]);
  expect(await recorded()).toEqual([]);
  const outcome = await desk.send(place.ctx, announced);
  expect(outcome.differences.map(({ object }) => object)).toEqual(["OLD-1/M1", "OLD-1/M2"]);
  expect(await recorded()).toEqual([
    { number: 1, role: "total", payer: null, minor: "40680000000", qualifier: "exact", paid: null },
    {
      number: 2,
      role: "contribution",
      payer: "CONSEIL",
      minor: "16000000000",
      qualifier: "estimated",
      paid: "4000000050",
    },
  ]);
});

test("the same file twice pays nothing twice", async () => {
  expect(tallyOf(await desk.send(place.ctx, announced))).toMatchObject({ unchanged: 2, recorded: false });
  expect((await recorded())[1]?.paid).toBe("4000000050");
});

test("another payment is added, another amount is refused, unreadable money is named", async () => {
  const text =
    headings +
    "OLD-1;contribution;Conseil;;;;Formation;10 000 000;2021-01-31\n" +
    "OLD-1;montant global;;400 000 000;;;;;\n" +
    "OLD-1;line;;1.234;;;;;\n" +
    "OLD-1;line;;12,345;EUR;;;;\n" +
    "OLD-1;line;;100;DHS;;;1,5;\n" +
    "OLD-1;line;Konseil;100;;;;;\n" +
    "OLD-1;line;;100;Dirham;;;;\n";
  const outcome = await desk.send(place.ctx, text, { partial: true });
  expect(foundIn(outcome)).toEqual(
    [
      "3 amount sheets.recorded_otherwise",
      "4 amount sheets.number_ambiguous",
      "5 amount sheets.number_ambiguous",
      "6 paid_on sheets.value_missing",
      "7 contributor sheets.reference_unknown",
      "8 currency funding.currency_unreadable",
    ].toSorted((a, b) => Number(a[0]) - Number(b[0])),
  );
  expect(tallyOf(outcome)).toMatchObject({ changed: 1, refused: 6 });
  expect((await recorded())[1]?.paid).toBe("5000000050");
});
