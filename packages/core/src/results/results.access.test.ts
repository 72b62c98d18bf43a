// Every address of the ledger: refused without its right, and not for want of a right with it.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  correctResult,
  countedMoreThanOnce,
  declarationsOfCommitment,
  declare,
  eraseSubject,
  factsOfCommitment,
  factWithEntries,
  journalOf,
  mergeSubjects,
  moveAgreement,
  recordResult,
  routes,
  splitSubjects,
  verify,
  verifyResult,
  verifyResults,
  withdrawResult,
} from "./index.ts";

let world: SmallWorld;
let fact = "";
const somebody = "4f0f8b44-6e0a-4c39-9d0b-0d7f5c2f5b11";
const reason = "seen in the access test";

beforeAll(async () => {
  world = await makeSmallWorld(await mkdtemp(join(tmpdir(), "iltizam-access-")));
  const recorded = await recordResult(world.ctx, result(await world.person()));
  fact = recorded.fact;
});
afterAll(() => world.close());

const result = (subject: string) => ({
  commitment: "AGR-1/1",
  subject: { id: subject },
  date: "2024-05-11",
  place: "90.1",
  source: "access-test",
  externalId: subject,
});

/** How each address is called, on objects that exist. */
const calls: readonly (readonly [string, (ctx: Context) => Promise<unknown>])[] = [
  [recordResult.actName, (ctx) => recordResult(ctx, result(somebody))],
  [factsOfCommitment.queryName, (ctx) => factsOfCommitment(ctx, { commitment: "AGR-1/1" })],
  [factWithEntries.queryName, (ctx) => factWithEntries(ctx, { fact })],
  [verifyResult.actName, (ctx) => verifyResult(ctx, { fact, evidence: 2, reason })],
  [withdrawResult.actName, (ctx) => withdrawResult(ctx, { fact, reason })],
  [correctResult.actName, (ctx) => correctResult(ctx, { fact, changes: { sex: "F" }, reason })],
  [verifyResults.actName, (ctx) => verifyResults(ctx, { facts: [fact], evidence: 2, reason })],
  [
    declare.actName,
    (ctx) =>
      declare(ctx, {
        commitment: "AGR-1/1",
        declarant: "ORG-1",
        period: { from: "2024-01-01", to: "2024-03-31" },
        quantity: 5,
      }),
  ],
  [declarationsOfCommitment.queryName, (ctx) => declarationsOfCommitment(ctx, { commitment: "AGR-1/1" })],
  [
    countedMoreThanOnce.queryName,
    (ctx) => countedMoreThanOnce(ctx, { agreement: "BUN-1", indicator: "durable_jobs" }),
  ],
  [moveAgreement.actName, (ctx) => moveAgreement(ctx, { agreement: "AGR-3", parent: "BUN-1", reason })],
  [mergeSubjects.actName, (ctx) => mergeSubjects(ctx, { subject: somebody, into: fact, reason })],
  [splitSubjects.actName, (ctx) => splitSubjects(ctx, { subject: somebody, reason })],
  [
    eraseSubject.actName,
    (ctx) =>
      eraseSubject(ctx, { subject: somebody, decidedOn: "2026-01-01", deadline: "2026-02-01", reason }),
  ],
  [journalOf.queryName, (ctx) => journalOf(ctx, { object: fact })],
  [verify.queryName, (ctx) => verify(ctx, {})],
];

const rights = new Map(
  routes.map((route) =>
    "act" in route
      ? [route.act.actName, route.act.permission]
      : [route.query.queryName, route.query.permission],
  ),
);

test("every address of the ledger is called here", () => {
  expect(new Set(calls.map(([name]) => name))).toEqual(new Set(rights.keys()));
});

test.each(calls)(
  "%s is refused without its right, and the right that is missing is named",
  async (name, call) => {
    const permission = rights.get(name);
    const stranger = world.at(
      "2024-06-01T10:00:00Z",
      actorWith("Karima", "agreements.read", "standings.read"),
    );
    await expect(call(stranger)).rejects.toMatchObject({
      code: "kernel.not_allowed",
      params: { permission },
    });
  },
);

test.each(calls)("%s is not refused for want of a right to who holds it", async (name, call) => {
  const holder = world.at("2024-06-01T10:00:00Z", actorWith("Youssef", rights.get(name) ?? ""));
  const outcome = await call(holder).then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
  expect(outcome).not.toBe("kernel.not_allowed");
  expect(outcome).toMatch(/^done$|^results\.|^people\.|^agreements\./);
});
