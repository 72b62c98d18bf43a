// Who may do and read what: every address of this folder, without the right, with it, and with it elsewhere only.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Context, DomainError } from "../kernel/index.ts";
import {
  correctResult,
  countedMoreThanOnce,
  declarationsOfCommitment,
  declare,
  eraseSubject,
  factsOfCommitment,
  factWithEntries,
  importResults,
  keepApart,
  marginsOfCommitment,
  marginsOfNode,
  mergedPersons,
  mergeSubjects,
  moveAgreement,
  possibleSamePersons,
  previewMerge,
  recordResult,
  replayErasures,
  resultsOfNode,
  splitSubjects,
  verify,
  verifyResult,
  verifyResults,
  withdrawResult,
} from "./index.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { notCounted } from "./not-counted.ts";
import { openEvidence } from "./open-evidence.ts";
import { previewResult } from "./preview-result.ts";
import { returnResults } from "./return-results.ts";
import { waitingResults } from "./waiting.ts";

let world: SmallWorld;
let fact: string;
let person: string;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-access-")));
  person = await world.person();
  const told = { commitment: "AGR-1/1", date: "2026-03-02", source: "test", subject: { id: person } };
  fact = (await recordResult(world.ctx, told)).fact;
});
afterAll(() => world.close());

const reason = "for the test";
const commitment = "AGR-1/1";
const period = { from: "2026-01-01", to: "2026-03-31" };
const nobody = "00000000-0000-4000-8000-000000000000";
const decision = { decidedOn: "2026-04-01", deadline: "2026-05-01", reason };

/**
 * Each with the right it needs, and what that right does on one agreement: on an `object` below it, on no object
 * (`nowhere`), or on those among many that lie there (`some`), the others being as if they were not.
 */
const calls: readonly [string, string, "object" | "nowhere" | "some", (ctx: Context) => Promise<unknown>][] =
  [
    [
      "recordResult",
      "results.record",
      "object",
      (ctx) => recordResult(ctx, { commitment, date: "2026-03-02", source: "test", subject: { id: person } }),
    ],
    [
      "previewResult",
      "results.record",
      "object",
      (ctx) =>
        previewResult(ctx, { commitment, date: "2026-03-02", source: "test", subject: { id: person } }),
    ],
    [
      "keepEvidence",
      "results.record",
      "object",
      (ctx) => keepEvidence(ctx, { commitment, kind: "other", name: "a.txt", base64: "dGV4dA==" }),
    ],
    ["openEvidence", "results.open_evidence", "object", (ctx) => openEvidence(ctx, { fact })],
    ["returnResults", "results.verify", "some", (ctx) => returnResults(ctx, { facts: [fact], reason })],
    ["notCounted", "results.read", "object", (ctx) => notCounted(ctx, { agreement: "AGR-1" })],
    ["waitingResults", "results.read", "some", (ctx) => waitingResults(ctx, {})],
    ["withdrawResult", "results.withdraw", "object", (ctx) => withdrawResult(ctx, { fact, reason })],
    ["verifyResult", "results.verify", "object", (ctx) => verifyResult(ctx, { fact, evidence: 2 })],
    [
      "correctResult",
      "results.correct",
      "object",
      (ctx) => correctResult(ctx, { fact, changes: {}, reason }),
    ],
    [
      "verifyResults",
      "results.verify",
      "some",
      (ctx) => verifyResults(ctx, { facts: [fact], evidence: 2, reason }),
    ],
    [
      "declare",
      "declarations.make",
      "object",
      (ctx) => declare(ctx, { commitment, declarant: "ORG-1", period, quantity: 1 }),
    ],
    [
      "mergeSubjects",
      "subjects.merge",
      "nowhere",
      (ctx) => mergeSubjects(ctx, { subject: nobody, into: person, reason }),
    ],
    ["splitSubjects", "subjects.merge", "nowhere", (ctx) => splitSubjects(ctx, { subject: person, reason })],
    [
      "keepApart",
      "subjects.merge",
      "nowhere",
      (ctx) => keepApart(ctx, { subject: nobody, from: person, reason }),
    ],
    [
      "previewMerge",
      "subjects.merge",
      "nowhere",
      (ctx) => previewMerge(ctx, { subject: nobody, into: person }),
    ],
    [
      "possibleSamePersons",
      "subjects.merge",
      "nowhere",
      (ctx) => possibleSamePersons(ctx, { space: "simulated" }),
    ],
    ["mergedPersons", "subjects.merge", "nowhere", (ctx) => mergedPersons(ctx, { space: "simulated" })],
    [
      "moveAgreement",
      "agreements.move",
      "object",
      (ctx) => moveAgreement(ctx, { agreement: "AGR-9", parent: null, reason }),
    ],
    ["eraseSubject", "people.erase", "nowhere", (ctx) => eraseSubject(ctx, { subject: nobody, ...decision })],
    ["replayErasures", "people.erase", "nowhere", (ctx) => replayErasures(ctx, { decisions: [] })],
    [
      "importResults",
      "results.import",
      "some",
      (ctx) =>
        importResults(ctx, {
          space: "simulated",
          source: "test",
          fileName: "f",
          fileHash: "0".repeat(64),
          results: [],
        }),
    ],
    ["factsOfCommitment", "results.read", "object", (ctx) => factsOfCommitment(ctx, { commitment })],
    ["marginsOfCommitment", "results.read", "object", (ctx) => marginsOfCommitment(ctx, { commitment })],
    [
      "marginsOfNode",
      "results.read",
      "object",
      (ctx) => marginsOfNode(ctx, { agreement: "AGR-1", indicator: "durable_jobs" }),
    ],
    [
      "resultsOfNode",
      "results.read",
      "object",
      (ctx) => resultsOfNode(ctx, { agreement: "AGR-1", indicator: "durable_jobs" }),
    ],
    ["factWithEntries", "results.read", "object", (ctx) => factWithEntries(ctx, { fact })],
    [
      "declarationsOfCommitment",
      "declarations.read",
      "object",
      (ctx) => declarationsOfCommitment(ctx, { commitment }),
    ],
    [
      "countedMoreThanOnce",
      "results.read",
      "object",
      (ctx) => countedMoreThanOnce(ctx, { agreement: "AGR-1", indicator: "durable_jobs" }),
    ],
    ["verify", "ledger.verify", "nowhere", (ctx) => verify(ctx, {})],
  ];

const at = (agreement: string, permission: string): Actor => ({
  ...actorWith("restricted"),
  grants: [{ permissions: [permission], agreement: world.id(agreement) }],
});

/** What came of a call: nothing, or the code of the refusal. */
async function outcome(call: (ctx: Context) => Promise<unknown>, actor: Actor): Promise<string> {
  try {
    await call({ ...world.ctx, actor });
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe.for(calls)("%s", ([, permission, reach, call]) => {
  test("is refused to somebody who holds every right but this one", async () => {
    const others = calls.map(([, one]) => one).filter((one) => one !== permission);
    expect(await outcome(call, actorWith("other", ...others))).toBe("kernel.not_allowed");
  });

  test("finds nothing, or is refused, for somebody who holds it for another agreement only", async () => {
    const found = await outcome(call, at("AGR-3", permission));
    expect(found).toMatch({ object: /_?unknown$/, nowhere: /^kernel.not_allowed$/, some: /^done$/ }[reach]);
  });

  test("a right on an agreement above is enough where the object lies below it, and only there", async () => {
    const reached = (await outcome(call, at("PROG-1", permission))) !== "kernel.not_allowed";
    expect(reached).toBe(reach !== "nowhere");
  });

  test("somebody who holds it everywhere gets past the door", async () => {
    expect(await outcome(call, actorWith("one", permission))).not.toBe("kernel.not_allowed");
  });
});

test("what lies elsewhere is left out where many are asked for", async () => {
  const elsewhere = (permission: string) => ({ ...world.ctx, actor: at("AGR-3", permission) });
  const asked = { facts: [fact], evidence: 4, reason };
  expect(await verifyResults(elsewhere("results.verify"), asked)).toEqual({
    ...{ verified: 0, left: { fact_unknown: 1 } },
  });
});

test("sensitive populations are shown only to those who may see them", async () => {
  const { ctx } = world;
  const told = { commitment: "AGR-2/1", date: "2026-03-02", source: "test", subject: { id: person } };
  const { fact: sensitive } = await recordResult(ctx, { ...told, segments: ["neet", "rural_youth"] });
  await world.settle("update populations set sensitive = true where code = 'neet'");
  const read = async (...more: string[]) =>
    (
      await factWithEntries(
        { ...ctx, actor: actorWith("reader", "results.read", ...more) },
        { fact: sensitive },
      )
    ).fact.segments;
  expect(await read()).toEqual(["rural_youth"]);
  expect(await read("results.read_sensitive")).toEqual(["neet", "rural_youth"]);
});
