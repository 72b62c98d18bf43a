// The trend on real rows: its months are the figure of the standings while all facts lie in them, now and on past days.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factsOfCommitment, recordResult, verifyResult, withdrawResult } from "../results/index.ts";
import { monthStandings } from "./month-standings.ts";
import { standings } from "./standings.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-months-"));
const verifier = actorWith("verifier", "results.verify");
const commitment = "AGR-1/1";
let world: SmallWorld;
let end: SmallWorld["ctx"];

beforeAll(async () => {
  world = await makeSmallWorld(folder);
  const at = world.at("2026-03-10T10:00:00Z");
  const [twice, ...others] = await Promise.all(Array.from({ length: 6 }, () => world.person()));
  const record = async (subject: string, date: string, to = commitment) =>
    (await recordResult(at, { commitment: to, source: "test", subject: { id: subject }, date })).fact;
  const [a = "", b = "", c = "", d = "", e = ""] = others;
  const first = await record(twice ?? "", "2025-06-03");
  // again under the same promise, and under another one: she stands once in each
  await record(twice ?? "", "2026-01-20");
  await record(twice ?? "", "2026-02-20", "AGR-2/1");
  await record(a, "2025-12-31");
  await record(b, "2026-01-01");
  const wrong = await record(c, "2026-01-31");
  await record(d, "2026-02-28");
  await record(e, "2026-03-01");
  await verifyResult({ ...world.at("2026-03-12T10:00:00Z"), actor: verifier }, { fact: first, evidence: 2 });
  await withdrawResult(world.at("2026-03-20T10:00:00Z"), { fact: wrong, reason: "another person" });
  end = world.at("2026-03-25T10:00:00Z");
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

type When = Omit<Parameters<typeof monthStandings>[1], "agreement">;
const trends = (agreement: string, when: When = {}) => monthStandings(end, { agreement, ...when });
const trend = async (when: When = {}) =>
  (await trends("AGR-1", when)).find((row) => row.commitment === commitment);
const add = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);

const inWindow: [string, When][] = [
  ["now", {}],
  ["before the withdrawal", { knownOn: "2026-03-15" }],
  ["before anything was verified", { knownOn: "2026-03-10" }],
  ["at the end of January", { asOf: "2026-01-31" }],
  ["on a day of both kinds", { asOf: "2026-01-31", knownOn: "2026-03-15" }],
];

test.each(inWindow)("%s the months add up to the figure, and each to its rows", async (_, when) => {
  const shown = await trend(when);
  const row = (await standings(end, { agreement: "AGR-1", ...when })).find(
    (one) => one.commitment === commitment,
  );
  const months = shown?.months ?? [];
  expect(months).toHaveLength(12);
  expect([add(months.map((one) => one.realised)), add(months.map((one) => one.proven))]).toEqual([
    row?.realised,
    row?.proven,
  ]);
  for (const { code, realised } of months.filter((month) => month.realised > 0)) {
    const { facts } = await factsOfCommitment(end, { commitment, ...when, counting: true, month: code });
    expect([code, facts.length]).toEqual([code, realised]);
  }
});

test("each person stands once, at the month of the fact that counts; only months that ended are compared", async () => {
  const { months = [], ...words } = (await trend()) ?? {};
  const counting = months.filter(({ realised }) => realised > 0);
  expect(counting).toEqual([
    { code: "2025-06", realised: 1, proven: 1 },
    { code: "2025-12", realised: 1, proven: 0 },
    { code: "2026-01", realised: 1, proven: 0 },
    { code: "2026-02", realised: 1, proven: 0 },
    { code: "2026-03", realised: 1, proven: 0 },
  ]);
  expect(words).toMatchObject({ lastThree: 3, threeBefore: 0 });
});

test("what is older than twelve months leaves the picture, not the figure", async () => {
  const shown = await trend({ asOf: "2026-06-30" });
  expect(add(shown?.months.map(({ realised }) => realised) ?? [])).toBe(4);
  const none = await trend({ asOf: "2028-01-01" });
  expect([none?.months.every(({ realised }) => realised === 0), none?.lastThree]).toEqual([true, 0]);
});

test("a programme gives the promises below it too, in one answer", async () => {
  const found = (await trends("PROG-1")).map((row) => row.commitment);
  expect(found).toEqual(expect.arrayContaining([commitment, "AGR-2/1"]));
});

test("an agreement that nobody has is refused", async () => {
  await expect(trends("NOBODY-1")).rejects.toThrow(/NOBODY-1/);
});
