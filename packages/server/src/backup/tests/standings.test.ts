// What a person sees is the same after a restore: standings, the recount, the blocks, and erasures decided since.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Context, onlyRow, rows, systemActor } from "@iltizam/core/kernel";
import {
  eraseSubject,
  recordResult,
  replayErasures,
  sealPending,
  verify,
  verifyResult,
} from "@iltizam/core/results";
import { standings } from "@iltizam/core/standings";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportErasures, makeBackup, readErasures } from "../index.ts";
import { now, openTestPlace, type TestPlace } from "./places.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-backup-standings-"));
let world: SmallWorld;
let target: TestPlace;
let evidence: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  world = await makeSmallWorld(path("files"));
  evidence = await world.ctx.files.put(Buffer.from("un contrat"));
  await recordMany(1, 12, "2026-02-01T12:00:00Z");
  await backup("early.iltizam");
  target = await openTestPlace();
  await target.restore(path("early.iltizam"));
});
afterAll(async () => {
  await target.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

function backup(name: string) {
  const { ownerUrl } = world.database;
  const { files } = world.ctx;
  return makeBackup({ ownerUrl, files, file: path(name), now, timeZone: "Africa/Casablanca" });
}

/** Persons number `from` to `to`, each in one or two agreements, every third verified by another. */
async function recordMany(from: number, to: number, instant: string): Promise<void> {
  const ctx = world.at(instant);
  const auditor = world.at(instant, { ...systemActor, id: "00000000-0000-7000-8000-0000000000bb" });
  for (let number = from; number <= to; number++) {
    const told = {
      ...{ date: instant.slice(0, 10), place: number % 2 === 0 ? "90.1" : "90.2.01", source: "test" },
      subject: { document: { number: `ZZ ${300000 + number}` } },
    };
    const { fact } = await recordResult(ctx, {
      ...{ ...told, commitment: "AGR-1/1", externalId: `${number}a` },
      ...(number === 1 ? { evidenceFile: evidence } : {}),
    });
    if (number % 3 === 0) await verifyResult(auditor, { fact, evidence: 3, matchedWith: "CNSS" });
    if (number % 4 === 0)
      await recordResult(ctx, { ...told, commitment: "AGR-2/1", externalId: `${number}b` });
  }
}

const asked = [{}, { agreement: "PROG-1" }, { agreement: "AGR-2" }, { region: "90" }, { region: "90.2" }];

/** Every reading that the command line offers, on one clock. */
function readings(ctx: Context, view: object = {}): Promise<unknown[]> {
  const clock = { now: () => new Date("2026-12-01T12:00:00Z") };
  return Promise.all(asked.map((node) => standings({ ...ctx, clock }, { ...node, ...view })));
}

test("standings are equal before and after, now and on past days", async () => {
  const before = await readings(world.ctx);
  expect(JSON.stringify(before)).toContain('"realised":12');
  expect(await readings(target.ctx)).toEqual(before);
  for (const view of [{ asOf: "2026-01-31" }, { asOf: "2026-02-01" }, { knownOn: "2026-02-01" }]) {
    expect(await readings(target.ctx, view)).toEqual(await readings(world.ctx, view));
  }
});

test("a past day reads as the restored backup of that day does", async () => {
  await recordMany(13, 20, "2026-03-01T12:00:00Z");
  const past = await readings(world.ctx, { knownOn: "2026-02-01" });
  const withoutDay = JSON.parse(JSON.stringify(past).replaceAll('"knownOn":"2026-02-01"', '"knownOn":null'));
  expect(await readings(target.ctx)).toEqual(withoutDay);
  expect(await readings(world.ctx)).not.toEqual(withoutDay);
});

test("the recount agrees, and what follows is counted and sealed", async () => {
  expect((await verify(target.ctx, {})).differences).toEqual([]);
  await recordResult(
    { ...target.ctx, ...(world.ctx.keys ? { keys: world.ctx.keys } : {}) },
    {
      ...{ commitment: "AGR-3/1", date: "2026-04-01", place: "90.1", source: "test", externalId: "after" },
      subject: { document: { number: "ZZ 300001" } },
    },
  );
  await expect.poll(() => sealPending(target.ctx), { timeout: 15_000 }).toBe(1);
  const verified = await verify(target.ctx, {});
  expect(verified).toMatchObject({ facts: 16, differences: [] });
  const [region] = await standings(target.ctx, { region: "90" });
  // Person 1 again: an overlap, once in the region.
  expect(region).toMatchObject({ indicator: "durable_jobs", realised: 12, overlap: 4 });
});

test("what was erased after a backup is erased again when that backup comes back", async () => {
  const subjectOf = (externalId: string) =>
    onlyRow(
      world.ctx.db,
      sql<{ id: string }>`select subject_id as id from facts where external_id = ${externalId}`,
    );
  const { id: subject } = await subjectOf("1a");
  const decision = { subject, decidedOn: "2026-11-20", deadline: "2026-12-20", reason: "demande du 18" };
  await eraseSubject(world.ctx, decision);
  const list = path("erasures.json");
  expect(await exportErasures(world.ctx, list)).toBe(1);
  expect(JSON.parse(readFileSync(list, "utf8"))).toEqual({
    format: "iltizam-erasures/1",
    erasures: [decision],
  });

  const again = await openTestPlace();
  const erasures = await readErasures(list);
  await again.restore(path("early.iltizam"), {
    afterLoad: async () => void (await replayErasures(again.ctx, { decisions: erasures })),
  });
  const left = await rows(
    again.ctx.db,
    sql`select external_id, evidence_hash, salt from facts where subject_id = ${subject}`,
  );
  expect(left).toEqual([{ external_id: null, evidence_hash: null, salt: null }]);
  expect(await again.ctx.files.has(evidence)).toBe(false);
  expect(await rows(again.ctx.db, sql`select from vault_documents where subject_id = ${subject}`)).toEqual(
    [],
  );
  expect(await readings(again.ctx)).toEqual(
    await readings(world.ctx, { knownOn: "2026-02-01" }).then(withoutView),
  );
  await sealPending(again.ctx);
  expect(await verify(again.ctx, {})).toMatchObject({ erased: 1, differences: [] });
  await again.close();
});

const withoutView = (read: unknown) =>
  JSON.parse(JSON.stringify(read).replaceAll('"knownOn":"2026-02-01"', '"knownOn":null'));

test("a file that is no list of erasures is refused", async () => {
  const file = path("wrong.json");
  for (const text of ["", "{}", '{"format":"iltizam-erasures/1","erasures":[{"subject":"x"}]}']) {
    writeFileSync(file, text);
    await expect(readErasures(file)).rejects.toMatchObject({ code: "backup.erasures_unreadable" });
  }
  await expect(readErasures(path("absent"))).rejects.toMatchObject({ code: "backup.file_unreachable" });
});
