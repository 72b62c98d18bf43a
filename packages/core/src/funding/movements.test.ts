// A payment with its bank notice and an expense with its vouchers, read back with their papers; what was wrong is withdrawn
// or put right, and stays readable.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorMessage, rows } from "../kernel/index.ts";
import { callFunds } from "./call-funds.ts";
import { guards } from "./guards.ts";
import { justify } from "./justify.ts";
import { keepPaper, openPaper } from "./papers.ts";
import { pay } from "./pay.ts";
import { pledge } from "./pledge.ts";
import { correctMovement, withdrawMovement } from "./put-right.ts";
import { moneyOfAgreement } from "./queries.ts";
import { oneContribution } from "./read-contribution.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-money-"));
let world: SmallWorld;
let contribution: string;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
  contribution = await pledged("MAD", "1000.00");
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const pledged = async (currency: string, amount: string, inKind = false) =>
  (
    await pledge(world.ctx, {
      ...{ agreement: "AGR-1", role: "contribution", contributor: "ORG-1", currency, amount, inKind },
      basis: "announced",
    })
  ).reference;
const read = (of: string, more: object = {}) =>
  oneContribution(world.ctx, { agreement: "AGR-1", number: of.split("/M")[1], ...more });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const bytes = (text: string) => Buffer.from(text).toString("base64");

test("a payment names who received it and shows its papers, which only open for who may", async () => {
  const kept = { contribution, name: "avis de virement.txt", base64: bytes("Virement 400") };
  const { paper } = await keepPaper(world.ctx, { ...kept, kind: "bank_notice", number: "V-12" });
  const { paper: voucher } = await keepPaper(world.ctx, { ...kept, kind: "invoice", base64: bytes("F 150") });
  await callFunds(world.ctx, { contribution, amount: "600.00", on: "2025-02-01" });
  await pay(world.ctx, { contribution, amount: "400.00", on: "2025-03-01", payee: "ORG-2", papers: [paper] });
  await justify(world.ctx, { contribution, amount: "150.00", on: "2025-05-01", papers: [voucher, voucher] });
  const whole = await read(contribution);
  expect(whole.contribution).toMatchObject({ called: "600.00", paid: "400.00", justified: "150.00" });
  expect(
    whole.movements.map(({ kind, amount, payee, papers }) => [kind, amount, payee?.reference, papers]),
  ).toEqual([
    ["called", "600.00", undefined, []],
    ["paid", "400.00", "ORG-2", [{ paper, kind: "bank_notice", number: "V-12" }]],
    ["justified", "150.00", undefined, [{ paper: voucher, kind: "invoice", number: null }]],
  ]);
  const opened = await openPaper(world.ctx, { contribution, paper });
  expect(Buffer.from(opened.base64, "base64").toString()).toBe("Virement 400");
  expect(await world.ctx.files.get(paper).then(String)).not.toContain("Virement");
  const other = await pledged("MAD", "5.00");
  expect(await codeOf(openPaper(world.ctx, { contribution: other, paper }))).toBe("funding.paper_unknown");
  expect(
    await codeOf(pay(world.ctx, { contribution: other, amount: "1.00", on: "2025-03-01", papers: [paper] })),
  ).toBe("funding.paper_unknown");
  const reader = { ...world.ctx, actor: actorWith("Salma", "funding.read", "funding.move") };
  expect(await codeOf(openPaper(reader, { contribution, paper }))).toBe("kernel.not_allowed");
});

test("an amount is put right or withdrawn with a reason; what was known before stays readable", async () => {
  const wrong = await pledged("TND", "9.125");
  const { id } = await pay(world.ctx, { contribution: wrong, amount: "1.500", on: "2025-03-01" });
  const { id: right } = await correctMovement(world.ctx, {
    ...{ contribution: wrong, movement: id, amount: "1.050", on: "2025-03-02", reason: "zéro de trop" },
  });
  const { contribution: after, movements } = await read(wrong);
  expect(after.paid).toBe("1.050");
  expect(movements).toMatchObject([
    { id, amount: "1.500", withdrawn: { reason: "zéro de trop", by: right } },
    { id: right, amount: "1.050", on: "2025-03-02", withdrawn: null },
  ]);
  const again = { contribution: wrong, movement: id, reason: "encore" };
  expect(await codeOf(withdrawMovement(world.ctx, again))).toBe("funding.movement_withdrawn");
  expect(await codeOf(withdrawMovement(world.ctx, { ...again, contribution }))).toBe(
    "funding.movement_unknown",
  );
  expect(await guards.settlement_done?.(world.ctx, world.id("AGR-1"))).toHaveLength(2);
  await withdrawMovement(world.ctx, { ...again, movement: right });
  expect((await read(wrong)).contribution.paid).toBe("0.000");
  expect(await guards.settlement_done?.(world.ctx, world.id("AGR-1"))).toHaveLength(1);
  const { money } = await moneyOfAgreement(world.ctx, { agreement: "AGR-1" });
  expect(money.map(({ currency, paid }) => [currency, paid])).toEqual([
    ["MAD", "400.00"],
    ["TND", "0.000"],
  ]);
});

test("the same amount of the same day is refused until it is said to be another one, and the journal keeps that", async () => {
  const of = await pledged("MAD", "900.00");
  const told = { contribution: of, amount: "300.00", on: "2025-04-01" };
  const { id: first } = await pay(world.ctx, told);
  const refused = await pay(world.ctx, { ...told, amount: "300", payee: "ORG-2" }).catch((error) => error);
  expect(refused).toMatchObject({ code: "funding.moved_already", params: { movement: first } });
  expect(errorMessage("en", refused)).toMatch(
    /M[0-9]+ already has, since .* a payment of 300.00 MAD of 2025-04-01\./,
  );
  // of another kind, another day, another amount or another contribution: nothing to ask
  await callFunds(world.ctx, told);
  await justify(world.ctx, told);
  await pay(world.ctx, { ...told, on: "2025-04-02" });
  await pay(world.ctx, { ...told, amount: "300.01" });
  await pay(world.ctx, { ...told, contribution: await pledged("MAD", "900.00") });
  const { id: second } = await pay(world.ctx, { ...told, again: true });
  const kept = await rows(
    world.ctx.db,
    sql<{ after: object }>`select after from journal where act = 'funding.pay' order by id desc limit 1`,
  );
  expect(kept).toMatchObject([{ after: { movement: second, again: true, besides: first } }]);
  // what was withdrawn stands no more, and who puts right the one is asked about the other
  const why = { contribution: of, reason: "saisi deux fois" };
  expect(await codeOf(correctMovement(world.ctx, { ...told, ...why, movement: second }))).toBe(
    "funding.moved_already",
  );
  await withdrawMovement(world.ctx, { ...why, movement: second });
  await withdrawMovement(world.ctx, { ...why, movement: first });
  expect(await codeOf(pay(world.ctx, told))).toBe("done");
});

test("the numbers of two vouchers tell two amounts apart, the same number does not", async () => {
  const of = await pledged("MAD", "900.00");
  const told = { contribution: of, amount: "70.00", on: "2025-04-01" };
  const paper = async (kind: "invoice" | "payroll", number: string | null) => {
    const base64 = bytes(`pièce ${number}`);
    return [(await keepPaper(world.ctx, { contribution: of, kind, number, name: "p.txt", base64 })).paper];
  };
  await justify(world.ctx, { ...told, papers: await paper("invoice", "F-12") });
  const withPapers = async (papers: string[]) => codeOf(justify(world.ctx, { ...told, papers }));
  expect(await withPapers(await paper("invoice", "f 12"))).toBe("funding.moved_already");
  expect(await withPapers(await paper("invoice", null))).toBe("funding.moved_already");
  expect(await withPapers(await paper("payroll", "F-13"))).toBe("funding.moved_already");
  expect(await withPapers([])).toBe("funding.moved_already");
  expect(await withPapers(await paper("invoice", "F-13"))).toBe("done");
});

test("of two who record one payment at once, one is told", async () => {
  const told = { contribution: await pledged("MAD", "900.00"), amount: "5.00", on: "2025-04-01" };
  const both = await Promise.all([codeOf(pay(world.ctx, told)), codeOf(pay(world.ctx, told))]);
  expect(both.sort()).toEqual(["done", "funding.moved_already"]);
});

test("an agreement that has ended takes no more promises, but a legacy one; what was promised still moves", async () => {
  const promise = (agreement: string) =>
    pledge(world.ctx, {
      agreement,
      role: "contribution",
      amount: "9.00",
      currency: "MAD",
      basis: "announced",
    });
  const { reference } = await promise("AGR-2");
  const takes = async () => (await moneyOfAgreement(world.ctx, { agreement: "AGR-2" })).takesPledges;
  const put = (change: string) =>
    world.settle(`update agreements set ${change} where id = $1`, [world.id("AGR-2")]);
  expect(await takes()).toBe(true);
  for (const state of ["closed", "terminated", "renewed"]) {
    await put(`state = '${state}'`);
    expect([await codeOf(promise("AGR-2")), await takes()]).toEqual(["funding.agreement_ended", false]);
  }
  expect(await codeOf(pay(world.ctx, { contribution: reference, amount: "9.00", on: "2025-03-01" }))).toBe(
    "done",
  );
  await put("legacy = true");
  expect([await codeOf(promise("AGR-2")), await takes()]).toEqual(["done", true]);
});

test("what is impossible is refused in words", async () => {
  const move = { contribution, amount: "1.00", on: "2025-03-01" };
  expect(await codeOf(callFunds(world.ctx, { ...move, on: "2999-01-01" }))).toBe("funding.day_to_come");
  expect(await codeOf(callFunds(world.ctx, { ...move, payee: "ORG-2" }))).toBe("funding.payee_of_payment");
  expect(await codeOf(pay(world.ctx, { ...move, payee: "NOBODY" }))).toBe("organisations.unknown");
  expect(await codeOf(pay(world.ctx, { ...move, amount: "1.001" }))).toBe("kernel.money_unreadable");
  const desks = await pledged("MAD", "10.00", true);
  expect(await codeOf(callFunds(world.ctx, { ...move, contribution: desks }))).toBe(
    "funding.in_kind_not_moved",
  );
  expect(await codeOf(read("AGR-1/M99"))).toBe("funding.unknown");
});

test("a number that no contribution can bear is not found, and is no fault", async () => {
  expect(
    await codeOf(pay(world.ctx, { contribution: "AGR-1/M99999", amount: "1.00", on: "2025-03-01" })),
  ).toBe("kernel.input_invalid");
});
