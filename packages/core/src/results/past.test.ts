// Any past reading equals a recount of the past as it was: facts, entries, merges, tree and declarations alike.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  actorWith,
  commitmentsOfSmallWorld,
  countedTotals,
  makeSmallWorld,
  readLedger,
  type SmallWorld,
  type Totals,
} from "@iltizam/testkit/ledger";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { DomainError, dayOf, rows } from "../kernel/index.ts";
import {
  allMargins,
  type CountRow,
  correctResult,
  countedNow,
  countedOn,
  declare,
  declaredOn,
  mergeSubjects,
  moveAgreement,
  type ReadOn,
  recordResult,
  splitSubjects,
  totalsAt,
  verifyResult,
  withdrawResult,
} from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-past-"));
const verifier = actorWith("verifier", "results.verify");
const timeZone = "Africa/Casablanca";

const step = fc.record({
  deed: fc.constantFrom(
    "post",
    "post",
    "post",
    "post",
    "withdraw",
    "verify",
    "correct",
    "merge",
    "split",
    "move",
  ),
  hour: fc.integer({ min: 0, max: 23 }),
  days: fc.integer({ min: 0, max: 2 }),
  one: fc.nat(4),
  other: fc.nat(4),
  commitment: fc.constantFrom("AGR-1/1", "AGR-2/1", "AGR-3/1", "PROG-1/1"),
  date: fc.constantFrom("2026-01-05", "2026-01-08", "2026-01-12", "2026-01-20"),
  parent: fc.constantFrom("BUN-1", "PROG-1", null),
  agreement: fc.constantFrom("AGR-1", "AGR-3"),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function doStep(
  world: SmallWorld,
  people: readonly string[],
  given: Step,
  instant: string,
): Promise<unknown> {
  const ctx = world.at(instant);
  const person = (n: number) => people[n] ?? "";
  const facts = await rows(ctx.db, sql<{ id: string }>`select id from facts order by id`);
  const fact = facts[given.other % Math.max(1, facts.length)]?.id ?? "";
  const reason = "for the test";
  switch (given.deed) {
    case "post": {
      const { commitment, date } = given;
      return recordResult(ctx, {
        commitment,
        date,
        subject: { id: person(given.one) },
        source: "test",
        place: "90.1",
      });
    }
    case "merge":
      return mergeSubjects(ctx, { subject: person(given.one), into: person(given.other), reason });
    case "split":
      return splitSubjects(ctx, { subject: person(given.one), reason });
    case "move":
      return moveAgreement(ctx, { agreement: given.agreement, parent: given.parent, reason });
    default:
      if (fact === "") return undefined;
  }
  if (given.deed === "withdraw") return withdrawResult(ctx, { fact, reason });
  if (given.deed === "correct") return correctResult(ctx, { fact, changes: { date: given.date }, reason });
  return verifyResult(world.at(instant, verifier), {
    fact,
    evidence: 2 + (given.one % 3),
    matchedWith: "CNSS",
  });
}

/** Rows of a reading in the form in which the oracle's totals stand, without their years. */
function inTotals(counts: readonly CountRow[]): Totals {
  return Object.fromEntries(
    counts.flatMap((row) =>
      (["total", "overlapping", ...allMargins] as const).flatMap((margin) =>
        row[margin] === 0
          ? []
          : [[[row.node, row.indicator, row.version, row.evidence, margin].join(" "), row[margin]] as const],
      ),
    ),
  );
}

/** The oracle's life totals at these nodes, their years added up. */
function expected(totals: Totals, nodes: ReadonlySet<string>): Totals {
  const sums: Record<string, number> = {};
  for (const [key, count] of Object.entries(totals)) {
    const [node = "", span, , ...rest] = key.split(" ");
    if (span !== "life" || !nodes.has(node)) continue;
    const name = [node, ...rest].join(" ");
    sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

const commitments = commitmentsOfSmallWorld.map(([agreement, number]) => `${agreement}/${number}`);

async function readingsHold(world: SmallWorld, knownOn: string, asOf: string): Promise<void> {
  const db = world.ctx.db;
  const knownBefore = new Date(Date.parse(`${knownOn}T00:00:00+01:00`) + 86_400_000).toISOString();
  const past = countedTotals(await readLedger(db, { asOf, knownBefore, treeOn: knownOn }));
  const own = commitments.map(world.id);
  const single = await countedOn(db, { commitmentIds: own, asOf, knownOn, timeZone });
  expect(inTotals(single), `commitments ${asOf} ${knownOn}`).toEqual(expected(past, new Set(own)));
  for (const reference of ["PROG-1", "BUN-1", "AGR-3"]) {
    const read = await countedOn(db, {
      commitmentIds: [],
      agreementId: world.id(reference),
      asOf,
      knownOn,
      timeZone,
    });
    const nodes = new Set(read.map((row) => row.node)).add(world.id(reference));
    expect(inTotals(read), `${reference} ${asOf} ${knownOn}`).toEqual(expected(past, nodes));
  }
  await manyAtOnce(world, past, { asOf, knownOn, timeZone });
}

/** The reading of many commitments with a territory, from every fact or, where nothing came after, from the kept totals. */
async function manyAtOnce(world: SmallWorld, past: Totals, on: ReadOn): Promise<void> {
  const commitmentIds = commitments.map(world.id);
  for (const place of ["90", "90.1"]) {
    const read = await totalsAt(world.ctx.db, { commitmentIds, territoryId: world.id(place) }, on);
    const told = read.flatMap((row) =>
      (["total", "overlapping"] as const).flatMap((margin) =>
        row[margin] === 0
          ? []
          : [[[row.node, row.indicator, row.version, row.evidence, margin].join(" "), row[margin]]],
      ),
    );
    const nodes = new Set([...commitmentIds, world.id(place)]);
    const wanted = Object.entries(expected(past, nodes)).filter(([key]) => / (total|overlapping)$/.test(key));
    expect(Object.fromEntries(told), `${place} ${on.asOf} ${on.knownOn}`).toEqual(Object.fromEntries(wanted));
  }
}

test("every past day reads as it was", async () => {
  const run = async (steps: readonly Step[]) => {
    const world = await makeSmallWorld(folder);
    try {
      const people = await Promise.all(Array.from({ length: 5 }, () => world.person()));
      let day = Date.parse("2026-01-05T00:00:00Z");
      let last = day;
      for (const given of steps) {
        day += given.days * 86_400_000;
        last = Math.max(last + 1000, day + given.hour * 3_600_000);
        await doStep(world, people, given, new Date(last).toISOString()).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
      }
      const end = dayOf(new Date(last), timeZone);
      for (const knownOn of new Set(["2026-01-04", "2026-01-07", "2026-01-10", "2026-01-13", end])) {
        for (const asOf of ["2026-01-06", "2026-01-12", "2026-12-31"])
          await readingsHold(world, knownOn, asOf);
      }
      const now = await countedOn(world.ctx.db, {
        commitmentIds: commitments.map(world.id),
        asOf: null,
        knownOn: null,
        timeZone,
      });
      expect(inTotals(now)).toEqual(inTotals(await countedNow(world.ctx.db, commitments.map(world.id))));
    } finally {
      await world.close();
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), run), {
    numRuns: 8,
    endOnFailure: true,
  });
});

test("the end of a day is that of the installation's zone", async () => {
  const world = await makeSmallWorld(folder);
  try {
    const subject = { id: await world.person() };
    const told = { commitment: "AGR-1/1", date: "2026-01-05", subject, source: "test" };
    // half past midnight in Casablanca (UTC+1), still the 5th in UTC
    await recordResult(world.at("2026-01-05T23:30:00Z"), told);
    const read = (knownOn: string) =>
      countedOn(world.ctx.db, { commitmentIds: [world.id("AGR-1/1")], asOf: null, knownOn, timeZone });
    expect(await read("2026-01-05")).toEqual([]);
    expect(await read("2026-01-06")).toMatchObject([{ total: 1 }]);
  } finally {
    await world.close();
  }
});

test("a declaration reads as it was made and known", async () => {
  const world = await makeSmallWorld(folder);
  try {
    const period = { from: "2026-01-01", to: "2026-03-31" };
    const say = (instant: string, quantity: number, declaredOn: string, more = {}) =>
      declare(world.at(instant), {
        commitment: "AGR-1/1",
        declarant: "ORG-1",
        period,
        quantity,
        declaredOn,
        ...more,
      });
    await say("2026-04-11T09:00:00Z", 300, "2026-04-10");
    await say("2026-04-12T09:00:00Z", 20, "2026-04-12", { declarant: "ORG-2" });
    await say("2026-05-02T09:00:00Z", 312, "2026-05-01");
    const on = (asOf: string | null, knownOn: string | null) =>
      declaredOn(world.ctx.db, [world.id("AGR-1/1")], { asOf, knownOn, timeZone });
    const figure = async (asOf: string | null, knownOn: string | null) =>
      (await on(asOf, knownOn)).get(world.id("AGR-1/1")) ?? null;
    expect(await figure(null, null)).toBe(332);
    expect(await figure("2026-04-09", null)).toBe(null);
    expect(await figure("2026-04-10", null)).toBe(300);
    expect(await figure("2026-04-30", null)).toBe(320);
    expect(await figure(null, "2026-04-10")).toBe(null);
    expect(await figure(null, "2026-04-11")).toBe(300);
    expect(await figure(null, "2026-05-01")).toBe(320);
  } finally {
    await world.close();
  }
});
