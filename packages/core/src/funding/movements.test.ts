// A payment with its bank notice and an expense with its vouchers, read back with their papers; what was wrong is withdrawn
// or put right, and stays readable.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
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
