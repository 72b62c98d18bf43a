import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "@iltizam/testkit/database";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onlyRow, rows, together } from "../kernel/index.ts";
import {
  correctResult,
  countedNow,
  declare,
  factsOfCommitment,
  factWithEntries,
  importResults,
  recordResult,
  toldResult,
  verify,
  verifyResult,
  verifyResults,
  withdrawResult,
} from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-record-")));
});
afterAll(() => world.close());

const told = { commitment: "AGR-1/1", date: "2026-03-02", place: "90.1.01", source: "test" };
let documents = 100_000;
const somebody = () => {
  documents += 1;
  return { document: { number: `ZZ ${documents}` } };
};

test("a result counts once at its commitment, its agreement, every ancestor, its province, region and nation", async () => {
  const first = await recordResult(world.ctx, { ...told, subject: somebody(), externalId: "1" });
  expect(first).toMatchObject({ outcome: "recorded", counting: "counted" });
  const nodes = ["AGR-1/1", "AGR-1", "BUN-1", "PROG-1", "90.1", "90", "ZZ"].map(world.id);
  const counts = await countedNow(world.ctx.db, nodes);
  expect(counts.map((row) => [row.node, row.total, row.milieu_r, row.month_03])).toEqual(
    expect.arrayContaining(nodes.map((node) => [node, 1, 1, 1])),
  );
  expect(counts).toHaveLength(nodes.length);
});

test("the same row again changes nothing; with other content it takes the older one's place", async () => {
  const given = { ...told, commitment: "AGR-2/1", subject: somebody(), externalId: "2" };
  const { fact } = await recordResult(world.ctx, given);
  expect(await recordResult(world.ctx, given)).toMatchObject({ fact, outcome: "unchanged", counting: null });
  const again = await recordResult(world.ctx, { ...given, sex: "F" });
  expect(again).toMatchObject({ outcome: "corrected", counting: "counted" });
  const { entries, revisions } = await factWithEntries(world.ctx, { fact });
  expect(entries).toMatchObject([{ kind: "withdrawn", reason: "corrected at its source" }]);
  expect(revisions.map(({ revision }) => revision)).toEqual([1, 2]);
  await withdrawResult(world.ctx, { fact: again.fact, reason: "not true" });
  const sent = await recordResult(world.ctx, { ...given, sex: "F" });
  expect(sent).toMatchObject({ fact: again.fact, outcome: "unchanged", counting: "withdrawn" });
});

test("sixteen who send one row at the same moment record it once", async () => {
  const given = { ...told, commitment: "AGR-3/1", subject: somebody(), externalId: "at once" };
  const done = await Promise.all(Array.from({ length: 16 }, () => recordResult(world.ctx, given)));
  expect(done.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
  expect(new Set(done.map(({ fact }) => fact)).size).toBe(1);
});

test.for([
  [{ commitment: "AGR-9/1" }, "results.commitment_unknown"],
  [{ indicator: "no_such_thing" }, "results.indicator_unknown"],
  [{ indicator: "immediate_jobs" }, "results.indicator_undefined"],
  [{ indicator: "conventions_active" }, "results.indicator_not_counted"],
  [{ indicator: "orders_placed" }, "results.subject_is_thing"],
  [{ subject: { thing: "order 7" } }, "results.subject_is_person"],
  [{ subject: { id: "00000000-0000-4000-8000-000000000000" } }, "results.subject_unknown"],
  [{ quantity: 2 }, "results.person_counts_one"],
  [{ place: "99.9" }, "results.place_unknown"],
  [{ place: "abroad:XX" }, "results.place_unknown"],
  [{ segments: ["nobody"] }, "results.population_unknown"],
  [{ note: "la carte AB123456 a été vue" }, "kernel.names_person"],
  [{ evidenceReference: "Z12345" }, "results.looks_like_cin"],
  [{ externalId: "AB1234567" }, "results.looks_like_cin"],
  [{ date: "2026-02-30" }, "kernel.input_invalid"],
] as const)("%o is refused: %s", async ([change, code]) => {
  const before = await sizes();
  const given = { ...told, subject: somebody(), ...change } as Parameters<typeof recordResult>[1];
  await expect(recordResult(world.ctx, given)).rejects.toMatchObject({ code });
  expect(await sizes()).toEqual(before);
});

const sizes = () =>
  onlyRow(
    world.ctx.db,
    sql`select (select count(*) from facts) as facts, (select count(*) from journal) as journal,
               (select count(*) from subjects) as subjects`,
  );

test("an alias stands for its indicator; a commune gives its milieu; words that are no CIN pass", async () => {
  const note = "réf. ABC123456 et AB1234";
  const given = { ...told, subject: somebody(), indicator: "lasting_jobs", place: "hcp-2014:90.2.01", note };
  const { fact } = await recordResult(world.ctx, given);
  const read = (await factWithEntries(world.ctx, { fact })).fact;
  expect(read).toMatchObject({ indicator: "durable_jobs", milieu: "U", place: "90.2.01", note });
});

test("evidence stands at E1 until somebody else, or a named match, raises it; it is never lowered", async () => {
  const clerk = world.at("2026-03-03T10:00:00Z", actorWith("clerk", "results.record", "results.verify"));
  const other = world.at("2026-03-04T10:00:00Z", actorWith("other", "results.verify"));
  const { fact } = await recordResult(clerk, { ...told, subject: somebody(), claimed: 3 });
  await expect(verifyResult(clerk, { fact, evidence: 2 })).rejects.toMatchObject({
    code: "results.own_record",
  });
  await expect(verifyResult(other, { fact, evidence: 3 })).rejects.toMatchObject({
    code: "results.match_needed",
  });
  await verifyResult(other, { fact, evidence: 2 });
  await expect(verifyResult(other, { fact, evidence: 2 })).rejects.toMatchObject({
    code: "results.not_raised",
  });
  await verifyResult(clerk, { fact, evidence: 3, matchedWith: "CNSS" });
  expect((await factWithEntries(world.ctx, { fact })).fact).toMatchObject({ claimed: 3, evidence: 3 });
});

test("many are verified at once; what cannot be raised is counted under its reason", async () => {
  const facts = await Promise.all(
    Array.from({ length: 5 }, () => recordResult(world.ctx, { ...told, subject: somebody() })),
  );
  const ids = facts.map(({ fact }) => fact);
  await withdrawResult(world.ctx, { fact: ids[0] ?? "", reason: "not true" });
  const other = world.at("2026-03-04T10:00:00Z", actorWith("other", "results.verify"));
  const reason = "wage declaration of March";
  const done = await verifyResults(other, { facts: ids, evidence: 3, matchedWith: "CNSS", reason });
  expect(done).toEqual({ verified: 4, left: { withdrawn_already: 1 } });
  const again = await verifyResults(other, { facts: ids, evidence: 2, reason });
  expect(again).toEqual({ verified: 0, left: { withdrawn_already: 1, not_raised: 4 } });
});

test("a correction keeps the row, goes back to E1, and can only follow the latest revision", async () => {
  const { ctx } = world;
  const { fact } = await recordResult(ctx, { ...told, subject: somebody(), age: 24 });
  const { fact: second } = await correctResult(ctx, { fact, changes: { age: 25 }, reason: "born earlier" });
  expect((await factWithEntries(ctx, { fact: second })).fact).toMatchObject({
    ageBand: "25-34",
    revision: 2,
    evidence: 1,
  });
  const reason = "once more";
  await expect(correctResult(ctx, { fact, changes: {}, reason })).rejects.toMatchObject({
    code: "results.corrected_already",
  });
  await withdrawResult(ctx, { fact: second, reason });
  await expect(correctResult(ctx, { fact: second, changes: {}, reason })).rejects.toMatchObject({
    code: "results.withdrawn_already",
  });
});

test("a correction does not ask again for an age that was checked when it was told", async () => {
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'test', false)");
    await client.query(
      "insert into commitment_eligibility (commitment_id, space, rule, value) values ($1, 'simulated', 'age_from', '18')",
      [world.id("AGR-1/2")],
    );
  });
  const young = { ...told, commitment: "AGR-1/2", subject: somebody() };
  expect(await recordResult(world.ctx, { ...young, age: 17 })).toMatchObject({
    counting: "refused",
    reason: "age",
  });
  const { fact } = await recordResult(world.ctx, { ...young, subject: somebody(), age: 19 });
  const moved = await correctResult(world.ctx, { fact, changes: { place: "90.2" }, reason: "lives there" });
  expect(moved).toMatchObject({ counting: "counted" });
});

test("a partner's periods do not overlap; the same period again replaces the number", async () => {
  const { ctx } = world;
  const given = { commitment: "AGR-1/1", declarant: "ORG-1", quantity: 312 };
  await declare(ctx, { ...given, period: { from: "2026-01-01", to: "2026-03-31" } });
  const again = await declare(ctx, {
    ...given,
    quantity: 320,
    period: { from: "2026-01-01", to: "2026-03-31" },
  });
  expect(again.version).toBe(2);
  const overlapping = declare(ctx, { ...given, period: { from: "2026-03-31", to: "2026-06-30" } });
  await expect(overlapping).rejects.toMatchObject({
    code: "results.periods_overlap",
    params: { from: "2026-01-01", to: "2026-03-31", quantity: 320 },
  });
  const both = await Promise.allSettled(
    [4, 5].map((day) => declare(ctx, { ...given, period: { from: `2027-01-0${day}`, to: "2027-02-01" } })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a file with rows at fault records nothing, or its sound rows; a dry run leaves nothing", async () => {
  const row = (line: number, more: object) => ({
    line,
    told: toldResult.parse({ commitment: "AGR-2/1", date: "2026-03-02", subject: somebody(), ...more }),
  });
  const results = [
    row(2, {}),
    row(3, { commitment: "AGR-9/9" }),
    row(4, { note: "vu AB123456" }),
    row(5, { place: "?" }),
  ];
  const file = {
    space: "simulated" as const,
    source: "file",
    fileName: "f.csv",
    fileHash: "1".repeat(64),
    results,
  };
  const before = await sizes();
  const refused = await importResults(world.ctx, file);
  expect(refused).toMatchObject({ rows: 4, recorded: 0 });
  expect(refused.problems.map(({ line, field, problem }) => [line, field, problem])).toEqual([
    [3, "commitment", "commitment_unknown"],
    [4, "note", "looks_like_cin"],
    [5, "place", "place_unknown"],
  ]);
  expect(await importResults(world.ctx, { ...file, partial: true, dryRun: true })).toMatchObject({
    recorded: 1,
  });
  expect(await sizes()).toEqual(before);
  expect(await importResults(world.ctx, { ...file, partial: true })).toMatchObject({ recorded: 1 });
  expect(await importResults(world.ctx, { ...file, partial: true })).toMatchObject({
    recorded: 0,
    unchanged: 1,
  });
});

test("several results in one transaction are all recorded, or none", async () => {
  const before = await sizes();
  const done = together(world.ctx, "test.several", async (ctx) => {
    await recordResult(ctx, { ...told, subject: somebody() });
    await recordResult(ctx, { ...told, subject: somebody(), place: "99" });
  });
  await expect(done).rejects.toMatchObject({ code: "results.place_unknown" });
  expect(await sizes()).toEqual(before);
});

test("nobody writes the ledger past its functions", async () => {
  const forced = (text: string) =>
    world.ctx.db.transaction().execute(async (tx) => {
      await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
      await sql.raw(text).execute(tx);
    });
  await expect(forced("update facts set sex = 'F'")).rejects.toThrow(/permission denied/);
  await expect(forced("delete from fact_entries")).rejects.toThrow(/permission denied/);
  await expect(forced("update node_totals set total = 0")).rejects.toThrow(/permission denied/);
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'owner', false)");
    await expect(client.query("update facts set sex = 'F'")).rejects.toThrow(/never changes/);
    await expect(client.query("delete from facts")).rejects.toThrow(/never changes/);
    await expect(
      client.query("update agreement_parents set parent_id = $1 where agreement_id = $2", [
        world.id("PROG-1"),
        world.id("AGR-1"),
      ]),
    ).rejects.toThrow(/move_agreement/);
  });
});

test("the filters of a commitment's facts, page by page, and what counts there", async () => {
  const { counts, facts, after } = await factsOfCommitment(world.ctx, { commitment: "AGR-1/1", limit: 3 });
  expect(facts).toHaveLength(3);
  const next = await factsOfCommitment(world.ctx, {
    commitment: "AGR-1/1",
    limit: 3,
    after: after ?? undefined,
  });
  expect(next.facts.some(({ id }) => facts.some((one) => one.id === id))).toBe(false);
  const counted = await factsOfCommitment(world.ctx, {
    commitment: "AGR-1/1",
    standing: "counted",
    limit: 500,
  });
  expect(counted.facts).toHaveLength(counts.counted ?? 0);
  const [shown] = await rows(
    world.ctx.db,
    sql<{
      total: number;
    }>`select sum(total)::int as total from node_totals where node = ${world.id("AGR-1/1")} and span = 'life'`,
  );
  expect(shown?.total).toBe((counts.counted ?? 0) + (counts.overlap ?? 0));
  expect((await verify(world.ctx, {})).differences).toEqual([]);
});
