// Whatever is done to the ledger, in whatever order and by however many at once: after every commit the kept totals
// equal what the oracle counts from the rows, and what the database recounts itself.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@iltizam/testkit/database";
import {
  actorWith,
  countedTotals,
  keptTotals,
  makeSmallWorld,
  readLedger,
  type SmallWorld,
} from "@iltizam/testkit/ledger";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { DomainError, rows } from "../kernel/index.ts";
import {
  correctResult,
  importResults,
  mergeSubjects,
  moveAgreement,
  recordResult,
  splitSubjects,
  toldResult,
  verify,
  verifyResult,
  verifyResults,
  withdrawResult,
} from "./index.ts";

let world: SmallWorld;
let people: string[] = [];
const files = mkdtempSync(join(tmpdir(), "iltizam-property-"));

/** Each run has a world of its own, so that a failing run can be made smaller and still fails. */
async function inNewWorld(run: () => Promise<void>): Promise<void> {
  world = await makeSmallWorld(files);
  try {
    people = await Promise.all(Array.from({ length: 6 }, () => world.person()));
    await restrict();
    await run();
  } finally {
    await world.close();
  }
}

async function restrict(): Promise<void> {
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'test', false)");
    await client.query(
      "insert into commitment_eligibility (commitment_id, space, rule, value) values ($1, 'simulated', 'sex', 'F')",
      [world.id("AGR-3/1")],
    );
    await client.query("update commitments set period_from = '2025-06-01' where id = $1", [
      world.id("AGR-2/1"),
    ]);
  });
}

const commitments = ["AGR-1/1", "AGR-1/2", "AGR-2/1", "AGR-3/1", "PROG-1/1", "AGR-3/2"];

const cells = fc.record({
  who: fc.nat(5),
  commitment: fc.constantFrom(...commitments),
  indicator: fc.constantFrom(undefined, undefined, "placements", "lasting_jobs"),
  date: fc.constantFrom("2024-12-31", "2025-01-01", "2025-07-14", "2026-03-02"),
  place: fc.constantFrom("90.1.01", "90.2.01", "90.1", "90", "ZZ", "abroad:FR", "unknown"),
  sex: fc.constantFrom("F", "M", "U"),
  age: fc.constantFrom(undefined, 14, 24, 25, 44, 59, 60),
  education: fc.constantFrom("0", "5", "U"),
  segments: fc.constantFrom<string[][]>([], ["neet"], ["neet", "rural_youth"]),
  quantity: fc.constantFrom(1, 1, 3),
  externalId: fc.constantFrom(undefined, "a", "b", "c", "d", "e"),
});
type Cells = typeof cells extends fc.Arbitrary<infer Value> ? Value : never;

const deed = fc.oneof(
  { weight: 8, arbitrary: fc.record({ deed: fc.constant("post" as const), cells }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("withdraw" as const), fact: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      deed: fc.constant("verify" as const),
      fact: fc.nat(),
      level: fc.integer({ min: 2, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("correct" as const), fact: fc.nat(), cells }) },
  {
    weight: 2,
    arbitrary: fc.record({ deed: fc.constant("merge" as const), one: fc.nat(5), into: fc.nat(5) }),
  },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant("split" as const), one: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant("move" as const),
      agreement: fc.constantFrom("AGR-1", "AGR-2", "AGR-3"),
      parent: fc.constantFrom("BUN-1", "PROG-1", null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant("import" as const),
      rows: fc.array(cells, { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant("verifyMany" as const),
      facts: fc.array(fc.nat(), { minLength: 1 }),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

function toldBy({ who, quantity, ...told }: Cells) {
  const thing = told.commitment === "AGR-3/2" && told.indicator === undefined;
  return {
    ...told,
    quantity: thing ? quantity : 1,
    subject: thing ? { thing: `order ${who}` } : { id: people[who] ?? "" },
  };
}

async function factAt(index: number): Promise<string | undefined> {
  const facts = await rows(world.ctx.db, sql<{ id: string }>`select id from facts order by id`);
  return facts[index % Math.max(1, facts.length)]?.id;
}

const verifier = actorWith("verifier", "results.verify");
let sent = 0;

async function doIt(step: Deed): Promise<unknown> {
  const { ctx } = world;
  switch (step.deed) {
    case "post":
      return recordResult(ctx, { ...toldBy(step.cells), source: "property" } as Parameters<
        typeof recordResult
      >[1]);
    case "import":
      sent += 1;
      return importResults(ctx, {
        space: "simulated",
        source: "property",
        fileName: "file.csv",
        fileHash: String(sent).padStart(64, "0"),
        partial: true,
        results: step.rows.map((row, line) => ({ line: line + 1, told: toldResult.parse(toldBy(row)) })),
      });
    case "merge":
      return mergeSubjects(ctx, {
        subject: people[step.one] ?? "",
        into: people[step.into] ?? "",
        reason: "the same",
      });
    case "split":
      return splitSubjects(ctx, { subject: people[step.one] ?? "", reason: "not the same" });
    case "move":
      return moveAgreement(ctx, { agreement: step.agreement, parent: step.parent, reason: "regrouped" });
    case "verifyMany": {
      const facts = await Promise.all(step.facts.map(factAt));
      const known = facts.filter((fact) => fact !== undefined);
      if (known.length === 0) return undefined;
      return verifyResults(ctx, {
        facts: known,
        evidence: 3,
        matchedWith: "CNSS",
        reason: "wage declaration",
      });
    }
    default:
      return aboutFact(step);
  }
}

async function aboutFact(step: Extract<Deed, { fact: number }>): Promise<unknown> {
  const { ctx } = world;
  const fact = await factAt(step.fact);
  if (fact === undefined) return undefined;
  if (step.deed === "withdraw") return withdrawResult(ctx, { fact, reason: "not true" });
  if (step.deed === "verify") {
    return verifyResult({ ...ctx, actor: verifier }, { fact, evidence: step.level, matchedWith: "CNSS" });
  }
  const { commitment, date, place, who } = step.cells;
  const changes = { commitment, date, place, ...(commitment !== "AGR-3/2" && { subject: people[who] }) };
  return correctResult(ctx, { fact, changes, reason: "typed wrong" });
}

/** A refusal that a person could act upon is a proper end of a deed; anything else is a fault. */
const orRefused = (done: Promise<unknown>) =>
  done.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });

async function totalsHold(): Promise<void> {
  const kept = await keptTotals(world.ctx.db);
  expect(kept).toEqual(countedTotals(await readLedger(world.ctx.db)));
}

test("one after the other: the totals equal the oracle after every deed", async () => {
  const run = (deeds: readonly Deed[]) =>
    inNewWorld(async () => {
      for (const step of deeds) {
        await orRefused(doIt(step));
        await totalsHold();
      }
      expect((await verify(world.ctx, {})).differences).toEqual([]);
    });
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 50 }), run), {
    numRuns: 12,
    endOnFailure: true,
  });
});

test("many at once: the totals equal the oracle whenever nobody writes", async () => {
  const run = (groups: readonly (readonly Deed[])[]) =>
    inNewWorld(async () => {
      for (const group of groups) {
        await Promise.all(group.map((step) => orRefused(doIt(step))));
        await totalsHold();
      }
      expect((await verify(world.ctx, {})).differences).toEqual([]);
    });
  const groups = fc.array(fc.array(deed, { minLength: 4, maxLength: 12 }), { minLength: 3, maxLength: 8 });
  await fc.assert(fc.asyncProperty(groups, run), { numRuns: 8, endOnFailure: true });
});
