import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, keptTotals, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import { findPerson, registerPerson } from "../people/index.ts";
import { eraseSubject, mergeSubjects, recordResult, replayErasures, verify } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-erase-")));
});
afterAll(() => world.close());

const decision = { decidedOn: "2026-04-01", deadline: "2026-05-01", reason: "asked by the person" };

test("erasing a person keeps her counts and destroys what points to her", async () => {
  const { ctx } = world;
  const document = { number: "ZZ 777777" };
  const evidenceFile = await ctx.files.put(Buffer.from("her contract"));
  const shared = await ctx.files.put(Buffer.from("a list of two"));
  const given = { commitment: "AGR-1/1", date: "2026-03-02", place: "90.1.01", source: "test" };
  const told = {
    ...given,
    subject: { document },
    evidenceFile,
    externalId: "P-1",
    note: "appelée deux fois",
  };
  const { subject } = await registerPerson(ctx, { space: "simulated", document, person: { name: "X Y" } });
  await recordResult(ctx, told);
  await recordResult(ctx, { ...told, externalId: "P-2", date: "2026-03-05", evidenceFile: shared });
  await recordResult(ctx, { ...given, subject: { document: { number: "ZZ 888888" } }, evidenceFile: shared });
  const before = await keptTotals(ctx.db);

  expect(await eraseSubject(ctx, { subject, ...decision })).toEqual({ subjects: [subject], files: 1 });
  expect(await keptTotals(ctx.db)).toEqual(before);
  expect(await verify(ctx, {})).toMatchObject({ erased: 1, differences: [] });
  expect([await ctx.files.has(evidenceFile), await ctx.files.has(shared)]).toEqual([false, true]);
  expect(await findPerson(ctx, { space: "simulated", document })).toEqual({ subject: null, isNamed: false });
  const left = await rows(
    ctx.db,
    sql`select salt, commune_id, external_id, note, evidence_hash from facts where subject_id = ${subject}`,
  );
  expect(left).toEqual(
    Array(2).fill({ salt: null, commune_id: null, external_id: null, note: null, evidence_hash: null }),
  );
  await expect(eraseSubject(ctx, { subject, ...decision })).rejects.toMatchObject({
    code: "results.erased_already",
  });
  // the source sends what it always sent: the row is known; in another row she is a new subject
  expect(await recordResult(ctx, told)).toMatchObject({ outcome: "unchanged", counting: "erased" });
  const back = await recordResult(ctx, { ...told, externalId: "P-3", date: "2026-06-01" });
  expect(back).toMatchObject({ outcome: "recorded", counting: "counted" });
});

test("subjects that were merged are erased together, and a restored backup is brought up to the decisions", async () => {
  const { ctx } = world;
  const [one, two, three] = [await world.person(), await world.person(), await world.person()];
  for (const id of [one, two, three]) {
    await recordResult(ctx, {
      commitment: "AGR-2/1",
      date: "2026-03-02",
      subject: { id },
      source: "test",
      note: "vue",
    });
  }
  await mergeSubjects(ctx, { subject: one, into: two, reason: "one person" });
  // who erases sees no results, and erases everything that is hers all the same
  const officer = { ...ctx, actor: actorWith("officer", "people.erase") };
  const erased = await eraseSubject(officer, { subject: one, ...decision });
  expect(erased.subjects.sort()).toEqual([one, two].sort());
  const replayed = await replayErasures(ctx, { decisions: [{ subject: three, ...decision }] });
  expect(replayed.subjects).toBeGreaterThan(2);
  const notes = await rows(
    ctx.db,
    sql`select note from facts where subject_id = any(${[one, two, three]}::uuid[])`,
  );
  expect(notes).toEqual(Array(3).fill({ note: null }));
  expect((await verify(ctx, {})).differences).toEqual([]);
});
