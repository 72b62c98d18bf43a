// US-17: a result is judged by somebody else, one by one and many at once, and what is returned goes back with a reason.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countedNow } from "./counted.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { notCounted } from "./not-counted.ts";
import { openEvidence } from "./open-evidence.ts";
import { previewResult } from "./preview-result.ts";
import { factWithEntries } from "./queries.ts";
import { recordResult } from "./record-result.ts";
import { returnResults } from "./return-results.ts";
import { verify } from "./verify.ts";
import { verifyResult } from "./verify-result.ts";
import { waitingResults } from "./waiting.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-judge-")));
});
afterAll(() => world.close());

const told = { commitment: "AGR-1/1", date: "2026-03-02", place: "90.1.01", source: "iltizam" };
const space = "simulated" as const;
const director = () => ({ ...world.ctx, actor: actorWith("director", "results.verify", "results.read") });
const waiting = (more: object = {}) => waitingResults(director(), { space, ...more });

test("a preview says what would count at each level, and leaves nothing", async () => {
  const subject = { id: await world.person() };
  const first = await previewResult(world.ctx, { ...told, subject });
  expect(first).toMatchObject({ outcome: "recorded", counting: "counted", reason: null });
  expect(first.levels.map(({ kind, reference }) => [kind, reference])).toEqual([
    ["commitment", "AGR-1/1"],
    ["agreement", "AGR-1"],
    ["agreement", "BUN-1"],
    ["agreement", "PROG-1"],
    ["territory", "hcp:90.1"],
    ["territory", "hcp:90"],
    ["territory", "iso3166:ZZ"],
  ]);
  expect(first.levels.map(({ before, after }) => after - before)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(await waiting()).toMatchObject({ total: 0 });
  expect((await countedNow(world.ctx.db, [world.id("AGR-1/1")])).length).toBe(0);
  await recordResult(world.ctx, { ...told, commitment: "AGR-2/1", subject });
  const overlap = await previewResult(world.ctx, { ...told, subject });
  expect(overlap.counting).toBe("overlap");
  const stays = overlap.levels.filter(({ before, after }) => before === after);
  expect(stays.map(({ reference }) => reference)).toContain("hcp:90.1");
});

test("what waits is listed until it is proven; what is returned goes back to who entered it, and counts as before", async () => {
  const { fact } = await recordResult(world.ctx, { ...told, subject: { id: await world.person() } });
  const before = await countedNow(world.ctx.db, [world.id("AGR-1/1")]);
  expect((await waiting({ agreement: "AGR-1" })).results).toMatchObject([
    { id: fact, own: false, evidence: 1 },
  ]);
  expect((await waitingResults(world.ctx, { space, own: true, agreement: "AGR-1" })).results[0]?.own).toBe(
    true,
  );
  expect((await waiting({ place: "hcp:90.1", agreement: "AGR-1" })).total).toBe(1);
  expect((await waiting({ agreement: "AGR-3" })).total).toBe(0);
  const reason = "le contrat n’est pas signé";
  expect(await returnResults(director(), { facts: [fact], reason })).toEqual({ returned: 1, left: {} });
  expect(await returnResults(director(), { facts: [fact], reason })).toEqual({
    returned: 0,
    left: { returned_already: 1 },
  });
  expect((await waiting({ agreement: "AGR-1" })).total).toBe(0);
  const back = await waitingResults(world.ctx, { space, own: true, state: "returned" });
  expect(back.results).toMatchObject([{ id: fact, returned: { reason } }]);
  expect(await countedNow(world.ctx.db, [world.id("AGR-1/1")])).toEqual(before);
  await verifyResult(director(), { fact, evidence: 2 });
  expect(await waiting({ agreement: "AGR-1", state: "returned" })).toMatchObject({ total: 0 });
  const { entries } = await factWithEntries(world.ctx, { fact });
  expect(entries.map(({ kind }) => kind)).toEqual(["returned", "verified"]);
  expect(await verify(world.ctx, {})).toMatchObject({ differences: [] });
});

test("nobody returns her own entry", async () => {
  const ctx = { ...world.ctx, actor: actorWith("both", "results.verify", "results.record", "people.find") };
  const { fact } = await recordResult(ctx, { ...told, subject: { id: await world.person() } });
  expect(await returnResults(ctx, { facts: [fact], reason: "je me renvoie" })).toEqual({
    returned: 0,
    left: { own_record: 1 },
  });
});

test("the file of a result is sealed, known by its kind, and its opening is journalled", async () => {
  const bytes = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF");
  const given = { commitment: "AGR-1/1", kind: "contract", name: "contrat.pdf" } as const;
  const { file } = await keepEvidence(world.ctx, { ...given, base64: bytes.toString("base64") });
  expect((await world.ctx.files.get(file)).includes("%PDF")).toBe(false);
  const { fact } = await recordResult(world.ctx, {
    ...{ ...told, subject: { id: await world.person() }, evidenceFile: file, claimed: 2 },
  });
  const opened = await openEvidence(world.ctx, { fact });
  expect(opened).toMatchObject({ kind: "contract", mediaType: "application/pdf" });
  expect(Buffer.from(opened.base64, "base64").equals(bytes)).toBe(true);
  const [row] = (await waiting({ agreement: "AGR-1" })).results.filter(({ id }) => id === fact);
  expect(row).toMatchObject({ hasFile: true, evidenceKind: "contract", claimed: 2 });
  const without = await recordResult(world.ctx, { ...told, subject: { id: await world.person() } });
  await expect(openEvidence(world.ctx, { fact: without.fact })).rejects.toThrow("results.evidence_missing");
});

test("what adds nothing is listed by why: told again here, counted elsewhere too", async () => {
  const subject = { id: await world.person() };
  const first = await recordResult(world.ctx, { ...told, commitment: "AGR-3/1", subject });
  const again = await recordResult(world.ctx, {
    ...{ ...told, commitment: "AGR-3/1", subject, date: "2026-04-01", externalId: "again" },
  });
  expect(again.counting).toBe("repeat");
  const read = (kind: "repeat" | "overlap") => notCounted(world.ctx, { agreement: "AGR-3", kind });
  const repeats = await read("repeat");
  expect(repeats.counts).toEqual({ repeat: 1, overlap: 0, refused: 0 });
  expect(repeats.told).toMatchObject([{ fact: again.fact, counting: first.fact, reason: null }]);
  await recordResult(world.ctx, { ...told, commitment: "AGR-2/1", subject });
  expect((await read("overlap")).told).toMatchObject([{ fact: first.fact, commitment: "AGR-3/1" }]);
});
