// US-26: a contribution in two parts; the second waits for a report, for proven results, for the first being justified and
// for a document. Nothing is ticked: each is read from the register, says since when it is met, and the call waits for all.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  correctMovement,
  justify,
  keepPaper,
  moneyOfAgreement,
  pay,
  pledge,
  withdrawMovement,
} from "../funding/index.ts";
import type { Actor } from "../kernel/index.ts";
import {
  judgeReport,
  readReport,
  reportsOfAgreement,
  scheduleReports,
  submitReport,
} from "../reports/index.ts";
import { countedOn, recordResult, verifyResult, withdrawResult } from "../results/index.ts";
import { callTranche } from "./call.ts";
import { giveDocument, waiveCondition } from "./meet-condition.ts";
import { fillInOrder, shareOf } from "./model.ts";
import { planTranche } from "./plan.ts";
import { tranchesOfAgreement } from "./read-tranches.ts";
import { dropTranche, reviseTranche } from "./revise.ts";
import { work } from "./work.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-tranches-"));
let world: SmallWorld;
let contribution: string;
let report: string;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
  await world.settle(
    `insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature)
     values (gen_random_uuid(), $1, 'simulated', $2, 'partner', 'x')`,
    [world.id("AGR-1"), world.id("ORG-1")],
  );
  const { reference } = await pledge(world.ctx, {
    ...{
      agreement: "AGR-1",
      role: "contribution",
      contributor: "ORG-2",
      amount: "1000000.00",
      currency: "MAD",
    },
    basis: "announced",
  });
  contribution = reference;
  await scheduleReports(world.ctx, {
    ...{ agreement: "AGR-1", organisation: "ORG-1", kind: "activity", everyMonths: null, from: "2025-01-01" },
    until: "2025-12-31",
  });
  report = (await reportsOfAgreement(world.ctx, { agreement: "AGR-1" })).reports[0]?.id ?? "";
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const read = async () => {
  const { contributions } = await tranchesOfAgreement(world.ctx, { agreement: "AGR-1" });
  const [split] = contributions;
  if (split === undefined) throw new Error("no tranches");
  return split;
};
const second = async () => {
  const tranche = (await read()).tranches[1];
  if (tranche === undefined) throw new Error("no second tranche");
  return tranche;
};
const plan = (more: object) =>
  planTranche(world.ctx, { contribution, amount: "600000.00", plannedOn: "2025-02-01", ...more });

test("what is paid and justified fills the tranches in their order", () => {
  expect(fillInOrder([100n, 50n, 50n], 130n)).toEqual([100n, 30n, 0n]);
  expect(fillInOrder([], 5n)).toEqual([]);
  expect([shareOf(1001n, 50), shareOf(600n, 80), shareOf(1n, 1)]).toEqual([501n, 480n, 1n]);
});

test("the sum of the tranches stands beside the contribution, and is not forced", async () => {
  expect(await codeOf(plan({ conditions: [{ kind: "justified", share: 80 }] }))).toBe(
    "tranches.no_tranche_before",
  );
  expect(
    await codeOf(
      plan({ conditions: [{ kind: "results", commitment: "AGR-2/1", quantity: 2, by: "2026-01-01" }] }),
    ),
  ).toBe("tranches.commitment_elsewhere");
  expect(await codeOf(plan({ amount: "0" }))).toBe("tranches.not_whole");
  expect((await plan({})).tranche).toBe(`${contribution}/T1`);
  await plan({
    ...{ amount: "300000.00", plannedOn: "2025-10-01" },
    conditions: [
      { kind: "report", report },
      { kind: "results", commitment: "AGR-1/1", quantity: 2, by: "2025-12-31" },
      { kind: "justified", share: 80 },
      { kind: "document", document: "Plan de financement signé" },
    ],
  });
  expect(await read()).toMatchObject({
    promised: "1000000.00",
    planned: "900000.00",
    difference: "100000.00",
  });
  await reviseTranche(world.ctx, {
    ...{
      tranche: `${contribution}/T2`,
      amount: "500000.00",
      plannedOn: "2025-10-01",
      reason: "avenant verbal",
    },
  });
  expect(await read()).toMatchObject({ planned: "1100000.00", difference: "-100000.00" });
});

test("a tranche without conditions is ready; the call is one row of funding, and withdrawn there it may be called again", async () => {
  expect((await read()).tranches[0]).toMatchObject({ state: "ready", isLate: true, call: null });
  const first = { tranche: `${contribution}/T1`, on: "2025-02-03" };
  const { movement } = await callTranche(world.ctx, first);
  expect(await codeOf(callTranche(world.ctx, first))).toBe("tranches.called_already");
  const { id } = await correctMovement(world.ctx, {
    ...{ contribution, movement, amount: "600000.00", on: "2025-02-04", reason: "date de la lettre" },
  });
  expect((await read()).tranches[0]).toMatchObject({
    state: "called",
    call: { movement: id, on: "2025-02-04" },
  });
  await withdrawMovement(world.ctx, { contribution, movement: id, reason: "lettre non partie" });
  expect((await read()).tranches[0]).toMatchObject({ state: "ready", call: null });
  await callTranche(world.ctx, { ...first, on: "2025-02-10" });
  const { money } = await moneyOfAgreement(world.ctx, { agreement: "AGR-1" });
  expect(money[0]).toMatchObject({ called: "600000.00" });
});

test("each condition is read from its rows, with the day from which it is met", async () => {
  const call = () => callTranche(world.ctx, { tranche: `${contribution}/T2`, on: "2025-12-01" });
  await expect(call()).rejects.toMatchObject({ code: "tranches.conditions_unmet" });
  expect((await second()).conditions.map(({ met }) => met)).toEqual([false, false, false, false]);

  await pay(world.ctx, { contribution, amount: "600000.00", on: "2025-03-01" });
  await justify(world.ctx, { contribution, amount: "479999.99", on: "2025-06-01" });
  expect((await second()).conditions[2]).toMatchObject({
    met: false,
    justified: { share: 80, before: 1, needed: "480000.00", reached: "479999.99" },
  });
  await justify(world.ctx, { contribution, amount: "0.01", on: "2025-07-01" });
  expect((await second()).conditions[2]).toMatchObject({ met: true, since: "2025-07-01" });

  const kept = { contribution, kind: "contract" as const, name: "plan.txt", base64: "QUJD" };
  const { paper } = await keepPaper(world.ctx, kept);
  const document = { tranche: `${contribution}/T2`, condition: 4, paper, on: "2025-08-01" };
  expect(await codeOf(giveDocument(world.ctx, { ...document, condition: 1 }))).toBe(
    "tranches.not_a_document",
  );
  await giveDocument(world.ctx, document);
  expect(await codeOf(giveDocument(world.ctx, document))).toBe("tranches.given_already");
  expect((await second()).conditions[3]).toMatchObject({
    met: true,
    since: "2025-08-01",
    document: { paper },
  });
});

test("results are proven ones, dated by the day, counted as the ledger counts", async () => {
  const checker: Actor = actorWith("director", "results.verify", "results.read");
  const told = { commitment: "AGR-1/1", place: "90.1.01", source: "iltizam" };
  const record = async (date: string, subject: string) =>
    (await recordResult(world.ctx, { ...told, date, subject: { id: subject } })).fact;
  const [one, two] = [await world.person(), await world.person()];
  const first = await record("2025-05-01", one);
  const again = await record("2025-06-01", one);
  const late = await record("2026-01-15", two);
  const verify = (fact: string, at: string) =>
    verifyResult(world.at(at, checker), { fact, evidence: 2, reason: "contrat vu" });
  for (const fact of [first, again, late]) await verify(fact, "2026-02-01T10:00:00Z");
  expect((await second()).conditions[1]).toMatchObject({ met: false, results: { proven: 1, quantity: 2 } });
  const fact = await record("2025-12-31", two);
  await verify(fact, "2026-02-20T10:00:00Z");
  expect((await second()).conditions[1]).toMatchObject({
    met: true,
    since: "2026-02-20",
    results: { proven: 2 },
  });
  const counted = await countedOn(world.ctx.db, {
    ...{
      commitmentIds: [world.id("AGR-1/1")],
      asOf: "2025-12-31",
      knownOn: null,
      timeZone: world.ctx.timeZone,
    },
  });
  expect(counted.filter(({ evidence }) => evidence >= 2).reduce((sum, { total }) => sum + total, 0)).toBe(2);
  await withdrawResult(world.ctx, { fact, reason: "contrat annulé" });
  expect((await second()).conditions[1]).toMatchObject({ met: false, since: null, results: { proven: 1 } });
});

test("what is not met is waived with a reason that stays; then all is met, and the tranche is called", async () => {
  const tranche = `${contribution}/T2`;
  const call = () => callTranche(world.ctx, { tranche, on: "2026-01-10" });
  const reason = "rapport reçu par courrier, accepté par le comité";
  expect(await codeOf(waiveCondition(world.ctx, { tranche, condition: 3, reason }))).toBe(
    "tranches.met_already",
  );
  await waiveCondition(world.ctx, { tranche, condition: 2, reason: "deux contrats annulés par l’employeur" });
  expect(await codeOf(waiveCondition(world.ctx, { tranche, condition: 2, reason }))).toBe(
    "tranches.waived_already",
  );
  expect(await codeOf(call())).toBe("tranches.conditions_unmet");

  const grants = [{ permissions: ["reports.read_own", "reports.submit"], organisation: world.id("ORG-1") }];
  const partner = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "RH", grants };
  await submitReport({ ...world.ctx, actor: partner }, { report, account: "Une session.", numbers: [] });
  const { items } = await readReport(world.ctx, { report });
  await judgeReport(world.ctx, {
    report,
    verdicts: items.map(({ id }) => ({ item: id, verdict: "accepted" as const })),
  });
  const ready = await second();
  expect(ready).toMatchObject({ state: "ready", paid: "0.00", justified: "0.00" });
  expect(ready.conditions.map(({ met, waiver }) => met || waiver?.reason)).toEqual([
    ...[true, "deux contrats annulés par l’employeur", true, true],
  ]);
  await call();
  expect(await second()).toMatchObject({ state: "called", call: { amount: "500000.00", on: "2026-01-10" } });
  expect(await codeOf(dropTranche(world.ctx, { tranche, reason: "trop tard" }))).toBe(
    "tranches.called_already",
  );
});

test("a tranche whose day is near or has passed is in the work of who calls it, until it is called or given up", async () => {
  const { tranche } = await plan({ amount: "70.00", plannedOn: "2025-12-15" });
  const seen = async (day: string, role: string) => {
    const mine = sql`(select ${world.id("AGR-1")}::uuid as agreement_id, ${role}::text as role)`;
    const asked = {
      space: "simulated" as const,
      actor: "x",
      ...{ day, timeZone: world.ctx.timeZone },
      since: new Date(0),
      mine,
      organisations: [],
    };
    const [question] = work;
    if (question === undefined) throw new Error("tranches ask nothing");
    const { rows } = await sql<{ urgency: string; place: string }>`
      select urgency, place from (${question.rows(asked)}) as entries
        (says, params, urgency, key, reference, title, title_ar, title_en, due_on, at, place)`.execute(
      world.ctx.db,
    );
    return rows;
  };
  const place = `/agreements/${contribution.replace("/", "/money/")}#tranches`;
  expect(await seen("2025-12-01", "R4")).toEqual([{ urgency: "waiting", place }]);
  expect(await seen("2025-12-16", "R7")).toEqual([{ urgency: "late", place }]);
  expect(await seen("2025-11-01", "R4")).toEqual([]);
  expect(await seen("2025-12-16", "R9")).toEqual([]);
  await dropTranche(world.ctx, { tranche, reason: "essai" });
  expect(await seen("2025-12-16", "R4")).toEqual([]);
});

test("one that is given up counts no more in the sum, and says why", async () => {
  const { tranche } = await plan({ amount: "50.00" });
  await dropTranche(world.ctx, { tranche, reason: "budget réduit" });
  expect(await codeOf(callTranche(world.ctx, { tranche, on: "2025-12-01" }))).toBe("tranches.dropped");
  const split = await read();
  expect(split).toMatchObject({ planned: "1100000.00" });
  expect(split.tranches[3]).toMatchObject({ state: "dropped", droppedWhy: "budget réduit" });
  const reasons = await sql<{ reason: string }>`
    select reason from journal where reason = 'budget réduit'`.execute(world.ctx.db);
  expect(reasons.rows).toHaveLength(1);
});

test("a reference that names nothing is refused in words, and a document is not given on a day to come", async () => {
  const none = "kernel.input_invalid";
  expect(await codeOf(callTranche(world.ctx, { tranche: "AGR-1/M99999/T1", on: "2025-02-03" }))).toBe(none);
  const nowhere = { kind: "results", commitment: "rien", quantity: 2, by: "2025-12-31" };
  expect(await codeOf(plan({ conditions: [nowhere] }))).toBe(none);
  const { tranche } = await plan({ conditions: [{ kind: "document", document: "Plan signé" }] });
  const { paper } = await keepPaper(world.ctx, {
    ...{ contribution, kind: "contract", name: "plan.txt", base64: Buffer.from("plan").toString("base64") },
  });
  expect(await codeOf(giveDocument(world.ctx, { tranche, condition: 1, paper, on: "2999-01-01" }))).toBe(
    "funding.day_to_come",
  );
});
