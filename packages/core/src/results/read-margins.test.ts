// A figure by its margins: each dimension adds up to the figure, each line to the rows that it opens, now and on a
// past day, with repeats, overlaps, merges, withdrawals and rows dated or recorded later left out.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  factsOfCommitment,
  marginsOfCommitment,
  mergeSubjects,
  recordResult,
  verifyResult,
  withdrawResult,
} from "./index.ts";

const commitment = "AGR-1/1";
const source = "test";
const verifier = actorWith("verifier", "results.verify");
let world: SmallWorld;

beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-margins-")));
  const people = await Promise.all(Array.from({ length: 12 }, () => world.person()));
  const ctx = world.at("2026-02-01T10:00:00Z");
  for (const [at, id] of people.entries()) {
    const { fact } = await recordResult(ctx, {
      ...{ commitment, source, subject: { id }, date: `2025-${at % 2 ? "12" : "11"}-0${1 + (at % 9)}` },
      sex: (["F", "M", "U"] as const)[at % 3] ?? "U",
      age: 17 + at * 4,
      education: at % 4 === 0 ? "3" : "6",
      place: at % 2 ? "90.1.01" : "90.2.01",
    });
    if (at < 5) {
      await verifyResult({ ...world.at("2026-02-02T10:00:00Z"), actor: verifier }, { fact, evidence: 2 });
    }
    if (at === 7) {
      await withdrawResult(world.at("2026-02-10T10:00:00Z"), { fact, reason: "left before the first day" });
    }
  }
  const later = world.at("2026-02-20T10:00:00Z");
  const [first = "", second = "", third = ""] = people;
  await recordResult(later, { commitment, source, subject: { id: first }, date: "2026-01-15", sex: "F" });
  await recordResult(later, { commitment: "AGR-2/1", source, subject: { id: second }, date: "2025-12-20" });
  await mergeSubjects(later, { subject: third, into: first, reason: "the same person" });
  await recordResult(later, {
    commitment,
    source,
    subject: { id: await world.person() },
    date: "2026-02-19",
  });
});
afterAll(() => world.close());

const filterOf = {
  sex: "sex",
  age: "ageBand",
  milieu: "milieu",
  education: "education",
  month: "month",
} as const;

const days = [
  ["now", {}, 11],
  ["before the withdrawal", { knownOn: "2026-02-05" }, 12],
  ["at the end of November", { asOf: "2025-11-30" }, 5],
  ["on a day of both kinds", { asOf: "2025-12-31", knownOn: "2026-02-15" }, 11],
] as const;

test.each(days)(
  "%s each line is the sum of its rows, each dimension the figure",
  async (_, when, realised) => {
    const found = await marginsOfCommitment(world.ctx, { commitment, ...when });
    expect(found.realised).toBe(realised);
    for (const { dimension, lines } of found.margins) {
      const sumOf = (what: "realised" | "proven") => lines.reduce((sum, line) => sum + line[what], 0);
      expect([dimension, sumOf("realised"), sumOf("proven")]).toEqual([
        dimension,
        found.realised,
        found.proven,
      ]);
      for (const line of lines) {
        const asked = { commitment, ...when, counting: true, [filterOf[dimension]]: line.code };
        const { facts } = await factsOfCommitment(world.ctx, asked);
        expect([line.code, facts.length]).toEqual([line.code, line.realised]);
      }
    }
  },
);

test("what nobody verified by the day is not proven on it", async () => {
  const proven = async (when: object) =>
    (await marginsOfCommitment(world.ctx, { commitment, ...when })).proven;
  expect(await proven({ knownOn: "2026-02-01" })).toBe(0);
  expect(await proven({ knownOn: "2026-02-05" })).toBe(5);
});

test("a commitment that nobody has is refused", async () => {
  await expect(marginsOfCommitment(world.ctx, { commitment: "AGR-1/9" })).rejects.toThrow(/AGR-1\/9/);
});
