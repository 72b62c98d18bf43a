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
  journalOf,
  marginsOfCommitment,
  mergeSubjects,
  moveAgreement,
  recordResult,
  replayErasures,
  splitSubjects,
  verify,
  verifyResult,
  verifyResults,
  withdrawResult,
} from "./index.ts";

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

/** Each with the right it needs, and whether a right on one agreement is enough. */
const calls: readonly [string, string, boolean, (ctx: Context) => Promise<unknown>][] = [
  [
    "recordResult",
    "results.record",
    true,
    (ctx) => recordResult(ctx, { commitment, date: "2026-03-02", source: "test", subject: { id: person } }),
  ],
  ["withdrawResult", "results.withdraw", true, (ctx) => withdrawResult(ctx, { fact, reason })],
  ["verifyResult", "results.verify", true, (ctx) => verifyResult(ctx, { fact, evidence: 2 })],
  ["correctResult", "results.correct", true, (ctx) => correctResult(ctx, { fact, changes: {}, reason })],
  [
    "verifyResults",
    "results.verify",
    false,
    (ctx) => verifyResults(ctx, { facts: [fact], evidence: 2, reason }),
  ],
  [
    "declare",
    "results.declare",
    true,
    (ctx) => declare(ctx, { commitment, declarant: "ORG-1", period, quantity: 1 }),
  ],
  [
    "mergeSubjects",
    "results.merge_subjects",
    false,
    (ctx) => mergeSubjects(ctx, { subject: nobody, into: person, reason }),
  ],
  [
    "splitSubjects",
    "results.merge_subjects",
    false,
    (ctx) => splitSubjects(ctx, { subject: person, reason }),
  ],
  [
    "moveAgreement",
    "agreements.move",
    false,
    (ctx) => moveAgreement(ctx, { agreement: "AGR-9", parent: null, reason }),
  ],
  ["eraseSubject", "people.erase", false, (ctx) => eraseSubject(ctx, { subject: nobody, ...decision })],
  ["replayErasures", "people.erase", false, (ctx) => replayErasures(ctx, { decisions: [] })],
  [
    "importResults",
    "results.import",
    false,
    (ctx) =>
      importResults(ctx, {
        space: "simulated",
        source: "test",
        fileName: "f",
        fileHash: "0".repeat(64),
        results: [],
      }),
  ],
  ["factsOfCommitment", "results.read", true, (ctx) => factsOfCommitment(ctx, { commitment })],
  ["marginsOfCommitment", "results.read", true, (ctx) => marginsOfCommitment(ctx, { commitment })],
  ["factWithEntries", "results.read", true, (ctx) => factWithEntries(ctx, { fact })],
  ["declarationsOfCommitment", "results.read", true, (ctx) => declarationsOfCommitment(ctx, { commitment })],
  [
    "countedMoreThanOnce",
    "results.read",
    true,
    (ctx) => countedMoreThanOnce(ctx, { agreement: "AGR-1", indicator: "durable_jobs" }),
  ],
  ["journalOf", "journal.read", false, (ctx) => journalOf(ctx, { object: fact })],
  ["verify", "results.verify_ledger", false, (ctx) => verify(ctx, {})],
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

describe.for(calls)("%s", ([, permission, onObject, call]) => {
  test("is refused to somebody who holds every right but this one", async () => {
    const others = calls.map(([, one]) => one).filter((one) => one !== permission);
    expect(await outcome(call, actorWith("other", ...others))).toBe("kernel.not_allowed");
  });

  test("is refused to somebody who holds it for another agreement only", async () => {
    expect(await outcome(call, at("AGR-3", permission))).toBe("kernel.not_allowed");
  });

  test("a right on an agreement above is enough where the object lies below it, and only there", async () => {
    const reached = (await outcome(call, at("PROG-1", permission))) !== "kernel.not_allowed";
    expect(reached).toBe(onObject);
  });

  test("somebody who holds it everywhere gets past the door", async () => {
    expect(await outcome(call, actorWith("one", permission))).not.toBe("kernel.not_allowed");
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
