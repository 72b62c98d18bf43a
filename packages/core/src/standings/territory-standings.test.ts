// The map's figures against the oracle: each place counts each subject once, now and on a past day.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, readLedger, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dbOf, systemActor } from "../kernel/index.ts";
import { countCells, recordResult, verifyResult } from "../results/index.ts";
import { territoryStandings } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-map-"));
const auditor = { ...systemActor, id: "00000000-0000-7000-8000-0000000000bb", label: "auditor" };
const space = "simulated";
let world: SmallWorld;

beforeAll(async () => {
  world = await makeSmallWorld(folder);
  const people = await Promise.all(Array.from({ length: 9 }, () => world.person()));
  const places = ["90.1.01", "90.2.01", "90.1", "90", "FR", "unknown"];
  for (let at = 0; at < 24; at += 1) {
    const day = `2026-01-${String(1 + at).padStart(2, "0")}`;
    const { fact } = await recordResult(world.at(`${day}T10:00:00Z`), {
      ...{ commitment: ["AGR-1/1", "AGR-2/1", "AGR-3/1"][at % 3] ?? "", source: "test", externalId: `${at}` },
      ...{ subject: { id: people[(at * 4) % 9] ?? "" }, date: `2025-0${1 + (at % 9)}-10` },
      ...{ place: places[at % 6] ?? "unknown", sex: at % 2 ? "F" : "M" },
    });
    if (at % 4 === 0)
      await verifyResult(world.at(`${day}T11:00:00Z`, auditor), { fact, evidence: 2, reason: "contrat vu" });
  }
  await world.settle(
    `insert into territory_statistics (territory_id, measure, method, year, sex, milieu, value, source)
     select $1::uuid, measure, method, year, 'all', 'all', value, source
     from (values ('active', 'census', 2014, 900, 'old'), ('employed', 'census', 2014, 800, 'old'),
                  ('active', 'census', 2024, 1000, 'new'), ('employed', 'census', 2024, 760, 'new'),
                  ('unemployment_rate', 'survey', 2025, 13.1, 'survey'))
          as given (measure, method, year, value, source)`,
    [world.id("90")],
  );
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const views = [
  {},
  { knownOn: "2026-01-10" },
  { asOf: "2025-05-31" },
  { asOf: "2025-06-30", knownOn: "2026-01-15" },
];

describe.each<{ asOf?: string; knownOn?: string }>(views)("with %j", (view) => {
  test("each place counts as the oracle does, and what lies at none is told", async () => {
    const ledger = await readLedger(dbOf(world.ctx), {
      ...(view.asOf === undefined ? {} : { asOf: view.asOf }),
      ...(view.knownOn === undefined
        ? {}
        : { knownBefore: `${view.knownOn}T23:00:00Z`, treeOn: view.knownOn }),
    });
    const cells = countCells(ledger).filter(
      ({ span, fact }) => span === "life" && fact.indicator === "durable_jobs",
    );
    const shown = await territoryStandings(world.ctx, { space, indicator: "durable_jobs", ...view });
    expect(shown.places.map(({ code }) => code)).toEqual(["ZZ", "90", "90.1", "90.2"]);
    for (const { code, counted } of shown.places) {
      const here = cells.filter(({ node }) => node === world.id(code));
      const of = (passes: (cell: (typeof here)[number]) => boolean) => here.filter(passes).length;
      expect([code, counted]).toEqual([
        code,
        {
          ...{ realised: here.length, proven: of(({ evidence }) => evidence >= 2) },
          ...{ women: of(({ fact }) => fact.sex === "F"), men: of(({ fact }) => fact.sex === "M") },
          ...{ rural: of(({ fact }) => fact.milieu === "R"), urban: of(({ fact }) => fact.milieu === "U") },
        },
      ]);
    }
    const subjects = (list: typeof cells) => new Set(list.map(({ subject }) => subject));
    const inside = subjects(cells.filter(({ node }) => node === world.id("ZZ")));
    expect(shown.countedOutside).toBe([...subjects(cells)].filter((one) => !inside.has(one)).length);
  });
});

test("the denominator is the latest census's, with its source, and never the survey's", async () => {
  const { places } = await territoryStandings(world.ctx, { space, indicator: "durable_jobs" });
  expect(places.find(({ code }) => code === "90")?.jobSeekers).toEqual({
    ...{ value: 240, year: 2024, method: "census", source: "new" },
  });
  expect(places.find(({ code }) => code === "90.1")?.jobSeekers).toBeNull();
});

test("without an indicator, the one that most promises have; in a space that says nothing, none", async () => {
  expect(await territoryStandings(world.ctx, { space })).toMatchObject({ indicator: "durable_jobs" });
  expect(await territoryStandings(world.ctx, { space: "real" })).toMatchObject({
    indicator: null,
    places: [],
  });
});

test("where the actor may not read counts there is none, and not a zero", async () => {
  const regional = world.at("2026-02-01T10:00:00Z", {
    ...systemActor,
    id: "00000000-0000-7000-8000-0000000000cc",
    kind: "user",
    grants: [{ permissions: ["standings.read"], territory: world.id("90.1") }],
  });
  const { places, countedOutside } = await territoryStandings(regional, { space, indicator: "durable_jobs" });
  expect(places.map(({ code, counted }) => [code, counted === null])).toEqual([
    ...[
      ["ZZ", true],
      ["90", true],
      ["90.1", false],
      ["90.2", true],
    ],
  ]);
  expect(countedOutside).toBeNull();
});
