// Standings against an oracle that applies the counting rule to the raw rows, now and on past days.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, readLedger, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dbOf, systemActor } from "../kernel/index.ts";
import {
  countCells,
  declare,
  mergeSubjects,
  recordResult,
  verifyResult,
  withdrawResult,
} from "../results/index.ts";
import type { StandingRow } from "./rows.ts";
import { standings } from "./standings.ts";

let world: SmallWorld;
const folder = mkdtempSync(join(tmpdir(), "iltizam-standings-"));
const auditor = { ...systemActor, id: "00000000-0000-7000-8000-0000000000bb", label: "auditor" };
const noon = (day: string) => `${day}T12:00:00Z`;

/** Records a result on a day about another day; gives the fact's id. */
async function record(on: string, given: Record<string, unknown>): Promise<string> {
  const told = { place: "90.1", source: "test", externalId: `${count++}`, date: on, ...given };
  const done = await recordResult(world.at(noon(on)), told as Parameters<typeof recordResult>[1]);
  return done.fact;
}
let count = 0;

const person = (number: number) => ({ document: { number: `ZZ ${100000 + number}` } });

beforeAll(async () => {
  world = await makeSmallWorld(folder);
  const first = await record("2026-01-10", { commitment: "AGR-1/1", subject: person(1) });
  // The same person under another agreement of the same bundle: an overlap, once above.
  await record("2026-02-10", { commitment: "AGR-2/1", subject: person(1), place: "90.2" });
  // And under an agreement beside it.
  await record("2026-02-20", { commitment: "AGR-3/1", subject: person(2), place: "90.2" });
  const late = await record("2026-03-01", { commitment: "AGR-1/1", subject: person(2), date: "2025-12-20" });
  await record("2026-03-05", { commitment: "AGR-1/1", subject: person(3), place: "90" });
  await record("2026-03-05", { commitment: "AGR-1/2", subject: person(3) });
  const wrong = await record("2026-03-06", { commitment: "AGR-2/1", subject: person(4), place: "90.2.01" });
  await record("2026-03-07", { commitment: "AGR-2/1", subject: person(5), place: "FR" });
  const verified = { evidence: 2 as const, reason: "contrat vu" };
  await verifyResult(world.at(noon("2026-03-20"), auditor), { fact: first, ...verified });
  await verifyResult(world.at(noon("2026-04-02"), auditor), { fact: late, ...verified });
  await withdrawResult(world.at(noon("2026-04-10")), { fact: wrong, reason: "autre personne" });
  const subjects = await subjectsOf([4, 5]);
  await record("2026-04-11", { commitment: "AGR-2/1", subject: person(4), place: "90.2" });
  await mergeSubjects(world.at(noon("2026-04-20")), {
    ...{ subject: subjects[1] ?? "", into: subjects[0] ?? "", reason: "même personne" },
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function subjectsOf(numbers: readonly number[]): Promise<string[]> {
  const { facts } = await readLedger(world.ctx.db);
  const order = [...new Set(facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ subject }) => subject))];
  return numbers.map((number) => order[number - 1] ?? "");
}

type Asked = Parameters<typeof standings>[1];
const days = [
  "2025-12-31",
  "2026-01-31",
  "2026-02-15",
  "2026-03-01",
  "2026-03-06",
  "2026-04-05",
  "2026-04-12",
  "2026-05-01",
];
const views: Asked[] = [
  {},
  ...days.map((asOf) => ({ asOf })),
  ...days.map((knownOn) => ({ knownOn })),
  { asOf: "2026-03-01", knownOn: "2026-04-05" },
  { asOf: "2026-03-05", knownOn: "2026-03-06" },
];

/** What the oracle counts at a node: realised, proven (level 2) and overlapping, by indicator. */
async function oracle(node: string, { asOf, knownOn }: Asked) {
  const ledger = await readLedger(dbOf(world.ctx), {
    ...(asOf === undefined ? {} : { asOf }),
    // The day ends at midnight of Casablanca, an hour before that of UTC.
    ...(knownOn === undefined ? {} : { knownBefore: `${knownOn}T23:00:00Z`, treeOn: knownOn }),
  });
  const cells = countCells(ledger).filter((cell) => cell.node === world.id(node) && cell.span === "life");
  return Object.fromEntries(
    [...Map.groupBy(cells, (cell) => cell.fact.indicator)].map(([indicator, group]) => [
      indicator,
      {
        realised: group.length,
        proven: group.filter(({ evidence }) => evidence >= 2).length,
        overlap: group.filter(({ overlapping }) => overlapping).length,
      },
    ]),
  );
}

const shown = (rows: readonly StandingRow[]) =>
  Object.fromEntries(
    rows
      .filter(({ realised }) => realised > 0)
      .map(({ indicator, realised, proven, overlap }) => [indicator, { realised, proven, overlap }]),
  );

describe.each(views)("with %j", (view) => {
  test.each(["90", "90.1", "90.2", "ZZ", "FR"])("territory %s counts as the oracle does", async (region) => {
    const rows = await standings(world.ctx, { ...view, region });
    expect(shown(rows.filter((row) => row.commitment === null))).toEqual(await oracle(region, view));
  });

  test.each(["PROG-1", "BUN-1", "AGR-1", "AGR-3"])("agreement %s and its promises too", async (agreement) => {
    const rows = await standings(world.ctx, { ...view, agreement });
    expect(shown(rows.filter((row) => row.commitment === null))).toEqual(await oracle(agreement, view));
    for (const row of rows.filter(({ commitment }) => commitment !== null)) {
      expect(shown([row]), row.node).toEqual(await oracle(row.node, view));
    }
  });
});

test("a node says how many were counted in more than one of its promises", async () => {
  const [bundle] = await standings(world.ctx, { agreement: "BUN-1" });
  // Persons 1 to 5, of whom 4 and 5 are one; person 1 is under both agreements.
  expect(bundle).toMatchObject({
    node: "BUN-1",
    commitment: null,
    indicator: "durable_jobs",
    realised: 4,
    proven: 2,
    byEvidence: { E1: 2, E2: 2, E3: 0, E4: 0 },
    children: { realised: 5, countedInMoreThanOne: 1 },
    state: null,
    space: "simulated",
  });
});

test("a declaration is never added to persons, nor summed above its promise", async () => {
  const at = (day: string) => world.at(noon(day));
  const quarter = { from: "2026-01-01", to: "2026-03-31" };
  const stated = { commitment: "AGR-3/1", declarant: "ORG-1", period: quarter };
  await declare(at("2026-04-05"), { ...stated, quantity: 312 });
  await declare(at("2026-05-05"), { ...stated, quantity: 290 });
  await declare(at("2026-05-06"), { ...stated, declarant: "ORG-2", quantity: 10 });
  const declared = async (view: Asked) => {
    const rows = await standings(world.ctx, { ...view, agreement: "AGR-3" });
    return rows.map(({ node, declared }) => [node, declared]);
  };
  expect(await declared({})).toContainEqual(["AGR-3/1", 300]);
  expect(await declared({})).toContainEqual(["AGR-3", null]);
  expect(await declared({ knownOn: "2026-05-05" })).toContainEqual(["AGR-3/1", 290]);
  expect(await declared({ knownOn: "2026-04-05" })).toContainEqual(["AGR-3/1", 312]);
  expect(await declared({ knownOn: "2026-04-04" })).toContainEqual(["AGR-3/1", null]);
  expect(await declared({ asOf: "2026-05-04" })).toContainEqual(["AGR-3/1", 312]);
  expect(await declared({ asOf: "2026-04-04" })).toContainEqual(["AGR-3/1", null]);
  const [row] = (await standings(world.ctx, { agreement: "AGR-3" })).filter(({ commitment }) => commitment);
  expect(row).toMatchObject({ realised: 1, state: "no_deadline", signed: { current: null } });
});

test("only what was asked for is read: a space, a territory, a day that exists", async () => {
  expect(await standings(world.ctx, { space: "real" })).toEqual([]);
  expect((await standings(world.ctx, { space: "simulated" })).length).toBe(6);
  await expect(standings(world.ctx, { agreement: "NONE-1" })).rejects.toMatchObject({
    code: "standings.agreement_unknown",
  });
  await expect(standings(world.ctx, { region: "77" })).rejects.toMatchObject({
    code: "standings.region_unknown",
  });
  await expect(standings(world.ctx, { region: "90", space: "real" })).rejects.toMatchObject({
    code: "standings.region_unknown",
  });
  for (const wrong of [{ asOf: "2026-02-30" }, { knownOn: "yesterday" }]) {
    await expect(standings(world.ctx, wrong)).rejects.toMatchObject({ code: "kernel.input_invalid" });
  }
  await expect(standings(world.ctx, { agreement: "AGR-1", region: "90" })).rejects.toMatchObject({
    code: "standings.one_node_only",
  });
});
