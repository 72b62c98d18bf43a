import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foundIn, importDesk, tallyOf } from "@iltizam/testkit/import";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import { importSheets } from "./import-results-file.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-declarations-"));
const desk = importDesk(importSheets, "declarations");
let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
});
afterAll(async () => {
  await world.close();
  desk.clear();
  rmSync(folder, { recursive: true });
});

const headings = "Engagement;Déclarant;Début de la période;Fin de la période;Quantité déclarée;note\n";
const opening =
  `${headings}AGR-1/1;ORG-1;01/06/2019;31/12/2020;٣١٢;Chiffre d’ouverture\n` +
  "AGR-1/1;ORG-2;01/06/2019;31/12/2020;1 200;\n";

const present = () =>
  rows(
    world.ctx.db,
    sql<{ quantity: number; version: number }>`
      select quantity, version from declarations where replaced_at is null order by quantity`,
  );

test("opening figures come as declarations, by declarant and period; the same file twice changes nothing", async () => {
  expect(tallyOf(await desk.send(world.ctx, opening))).toMatchObject({ added: 2, recorded: true });
  expect(await present()).toEqual([
    { quantity: 312, version: 1 },
    { quantity: 1200, version: 1 },
  ]);
  expect(tallyOf(await desk.send(world.ctx, opening))).toMatchObject({ unchanged: 2, recorded: false });
});

test("another number for the same period replaces it; overlapping periods and unknown names are refused", async () => {
  const text =
    `${headings}AGR-1/1;ORG-1;01/06/2019;31/12/2020;400;\n` +
    "AGR-1/1;ORG-1;01/12/2020;31/12/2021;10;\nAGR-1/1;ORG-11;01/06/2019;31/12/2020;1;\nAGR-1/8;ORG-1;01/06/2019;31/12/2020;1;\n";
  const outcome = await desk.send(world.ctx, text, { partial: true });
  expect(foundIn(outcome)).toEqual([
    "3 commitment results.periods_overlap",
    "4 declarant sheets.reference_unknown",
    "5 commitment results.commitment_unknown",
  ]);
  expect(outcome.differences[0]?.fields).toEqual({ quantity: { before: "312", after: "400" } });
  expect(await present()).toEqual([
    { quantity: 400, version: 2 },
    { quantity: 1200, version: 1 },
  ]);
});
