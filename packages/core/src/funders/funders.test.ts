// US-25: what a region's money produced, by province and month, beside the other funders': nobody is added twice, and every
// cell opens on its rows.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sayTitle } from "../agreements/index.ts";
import { callFunds, justify, moneyOfAgreement, pay, pledge } from "../funding/index.ts";
import { parseMoney } from "../kernel/index.ts";
import { recordRate } from "../rates/index.ts";
import { countedNow, recordResult, verifyResult } from "../results/index.ts";
import { convertedFunder } from "./converted-funder.ts";
import { oneFunder } from "./one-funder.ts";
import { rowsBehind } from "./rows-behind.ts";
import { whatMoneyProduced } from "./what-money-produced.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-funders-"));
let world: SmallWorld;
const space = "simulated" as const;
const indicator = "durable_jobs";
beforeAll(async () => {
  world = await makeSmallWorld(folder);
  const promise = (agreement: string, role: "total" | "contribution", amount: string, more: object = {}) =>
    pledge(world.ctx, { agreement, role, amount, currency: "MAD", basis: "announced", ...more });
  await promise("BUN-1", "total", "406800000.00");
  await promise("AGR-1", "total", "374800000.00");
  await promise("AGR-2", "total", "32000000.00");
  await promise("BUN-1", "contribution", "160000000.00", { contributor: "ORG-1", qualifier: "estimated" });
  await promise("AGR-1", "contribution", "40000000.00", { contributor: "ORG-2" });
  await promise("AGR-2", "contribution", "9.125", { contributor: "ORG-2", currency: "TND" });
  await pay(world.ctx, { contribution: "AGR-1/M2", amount: "1000.00", on: "2025-03-01" });
  await tell();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Three persons: one under the first agreement, one under both, one under the second; the second is proven under one. */
async function tell(): Promise<void> {
  const checker = actorWith("director", "results.verify", "results.read");
  const record = async (commitment: string, subject: string, date: string, place: string) =>
    (await recordResult(world.ctx, { commitment, subject: { id: subject }, date, place, source: "iltizam" }))
      .fact;
  const [one, two, three] = [await world.person(), await world.person(), await world.person()];
  await record("AGR-1/1", one, "2025-01-10", "90.1.01");
  await record("AGR-1/1", two, "2025-02-10", "90.1.01");
  const fact = await record("AGR-2/1", two, "2025-03-10", "90.2.01");
  await record("AGR-2/1", three, "2025-03-12", "90.2.01");
  await verifyResult({ ...world.ctx, actor: checker }, { fact, evidence: 2, reason: "contrat vu" });
}

test("each funder has its money and its agreements' results; together everybody counts once", async () => {
  const { funders, together, withoutPayer } = await whatMoneyProduced(world.ctx, { space });
  expect(funders).toMatchObject([
    {
      ...{ funder: { reference: "ORG-1" }, agreements: 1 },
      money: [{ currency: "MAD", promised: "160000000.00", estimated: true, paid: "0.00" }],
      results: [{ indicator, realised: 3, proven: 1 }],
    },
    {
      ...{ funder: { reference: "ORG-2" }, agreements: 2 },
      money: [
        { currency: "MAD", promised: "40000000.00", paid: "1000.00" },
        { currency: "TND", promised: "9.125" },
      ],
      results: [{ indicator, realised: 3, proven: 1 }],
    },
  ]);
  expect(together).toEqual([{ indicator, realised: 3, proven: 1, twice: 3 }]);
  // 160 of the one and 40 of the other: with what nobody is named for they make up 406.80
  expect(withoutPayer).toEqual([{ currency: "MAD", amount: "206800000.00" }]);
});

test("the figure of one agreement is the ledger's, and the cells add up to the funder's", async () => {
  const { agreements, cells, results } = await oneFunder(world.ctx, { funder: "ORG-2" });
  expect(
    agreements.map(({ agreement, promised, total, currency }) => [agreement, promised, total, currency]),
  ).toEqual([
    ["AGR-1", "40000000.00", "374800000.00", "MAD"],
    ["AGR-2", "9.125", null, "TND"],
  ]);
  for (const { agreement, results: own } of agreements) {
    const counted = await countedNow(world.ctx.db, [world.id(agreement)]);
    const kept = counted
      .filter((row) => row.indicator === indicator)
      .reduce((sum, { total }) => sum + total, 0);
    expect(own.map(({ realised }) => realised)).toEqual([kept]);
  }
  // the second person counts where she was first, and is proven by what was verified later
  expect(cells.map(({ place, month, realised, proven }) => [place?.code, month, realised, proven])).toEqual([
    ["90.1", "2025-01", 1, 0],
    ["90.1", "2025-02", 1, 1],
    ["90.2", "2025-03", 1, 0],
  ]);
  expect(results).toEqual([{ indicator, realised: 3, proven: 1 }]);
});

test("a cell opens on its rows, and on a past day it is what it was", async () => {
  const asked = { funder: "ORG-2", indicator };
  expect((await rowsBehind(world.ctx, asked)).rows).toHaveLength(3);
  const { rows } = await rowsBehind(world.ctx, { ...asked, place: "90.1", month: "2025-02" });
  expect(rows).toMatchObject([{ commitment: "AGR-1/1", date: "2025-02-10", evidence: 2, isProven: true }]);
  expect((await rowsBehind(world.ctx, { ...asked, proven: "true" })).rows).toHaveLength(1);
  const first = await rowsBehind(world.ctx, { ...asked, limit: 2 });
  const next = await rowsBehind(world.ctx, { ...asked, limit: 2, after: first.after ?? "" });
  expect([first.rows.length, next.rows.length, next.after]).toEqual([2, 1, null]);
  // the whole, whatever page is read
  expect([first.whole, next.whole]).toEqual([
    { rows: 3, quantity: 3 },
    { rows: 3, quantity: 3 },
  ]);
  const past = await whatMoneyProduced(world.ctx, { space, asOf: "2025-01-31" });
  expect(past.together).toEqual([{ indicator, realised: 1, proven: 0, twice: 1 }]);
  expect(past.funders[1]?.money[0]?.paid).toBe("0.00");
});

test("what was promised is told apart from what was not: both have no result", async () => {
  const past = { space, asOf: "2024-12-31" };
  const { funders } = await whatMoneyProduced(world.ctx, past);
  expect(funders.map(({ results, promises }) => [results, promises.includes(indicator)])).toEqual([
    [[], true],
    [[], true],
  ]);
  const { agreements, promises } = await oneFunder(world.ctx, { funder: "ORG-2", asOf: "2024-12-31" });
  expect([promises.includes(indicator), agreements[0]?.promises.includes(indicator)]).toEqual([true, true]);
  const orders = {
    agreement: "AGR-3",
    role: "contribution",
    contributor: "ORG-1",
    basis: "announced",
  } as const;
  await pledge(world.ctx, { ...orders, amount: "10.00", currency: "MAD" });
  const now = await whatMoneyProduced(world.ctx, { space });
  expect(now.funders.map(({ promises: all }) => all.includes("orders_placed"))).toEqual([true, false]);
});

test("payments on a line count for who is named on it; the funders and what names nobody make up the agreements", async () => {
  const line = async (more: object) => {
    const told = { agreement: "AGR-1", role: "line" as const, amount: "500.00", basis: "announced" as const };
    return (await pledge(world.ctx, { ...told, currency: "MAD", ...more })).reference;
  };
  const before = await whatMoneyProduced(world.ctx, { space });
  await sayTitle(world.ctx, { agreement: "AGR-1", language: "en", title: "First agreement", reviewed: true });
  const on = "2025-04-01";
  await pay(world.ctx, { contribution: await line({ contributor: "ORG-1" }), amount: "300.00", on });
  await pay(world.ctx, { contribution: await line({ purpose: "Bourses" }), amount: "40.00", on });
  await justify(world.ctx, { contribution: await line({ currency: "TND" }), amount: "1.125", on });
  await callFunds(world.ctx, { contribution: "AGR-1/M1", amount: "7.00", on });
  const { funders, notAttributed, withoutPayer } = await whatMoneyProduced(world.ctx, { space });
  const paidBy = (reference: string) =>
    funders.find(({ funder }) => funder.reference === reference)?.money[0];
  expect(paidBy("ORG-1")).toMatchObject({ paid: "300.00", promised: before.funders[0]?.money[0]?.promised });
  expect(notAttributed.money).toEqual([
    { currency: "MAD", called: "7.00", paid: "40.00", justified: "0.00" },
    { currency: "TND", called: "0.000", paid: "0.000", justified: "1.125" },
  ]);
  expect(notAttributed.rows.map(({ role, purpose }) => [role, purpose])).toEqual([
    ["total", null],
    ["line", "Bourses"],
    ["line", null],
  ]);
  expect(notAttributed.rows.map(({ titleEn }) => titleEn)).toEqual(
    notAttributed.rows.map(() => "First agreement"),
  );
  expect(withoutPayer).toEqual(before.withoutPayer);
  const { agreements, notAttributed: here } = await oneFunder(world.ctx, { funder: "ORG-1" });
  expect(agreements.find(({ role }) => role === "line")).toMatchObject({
    promised: null,
    total: null,
    paid: "300.00",
  });
  expect(here).toEqual(notAttributed);
  const held = await Promise.all(
    ["BUN-1", "AGR-1", "AGR-2", "AGR-3"].map((agreement) => moneyOfAgreement(world.ctx, { agreement })),
  );
  for (const step of ["called", "paid", "justified"] as const)
    expect(sums([...funders.flatMap(({ money }) => money), ...notAttributed.money], step)).toEqual(
      sums(
        held.flatMap(({ money }) => money),
        step,
      ),
    );
});

test("a funder's money is read in one currency from the promises and movements that its figures add up", async () => {
  const rate = {
    space,
    from: "TND",
    to: "MAD",
    source: "place fictive",
    on: "2025-03-30",
    rate: "3.4",
  } as const;
  const read = () => convertedFunder(world.ctx, { funder: "ORG-2" });
  await pay(world.ctx, { contribution: "AGR-2/M2", amount: "2.125", on: "2025-04-01" });
  expect((await read()).steps.map(({ step, total }) => [step, total])).toEqual([
    ["promised", null],
    ["paid", null],
  ]);
  await recordRate(world.ctx, rate);
  const { among, to, steps } = await read();
  expect([among, to]).toEqual([["MAD", "TND"], "MAD"]);
  // 1000.00 and 2.125 × 3.4 = 7.225, rounded half up
  expect(steps.find(({ step }) => step === "paid")).toMatchObject({ total: "1007.23", missing: [] });
  // promised without a day of its own, in a file that nobody dated
  expect(steps[0]?.missing).toEqual([{ from: "TND", to: "MAD", on: null }]);
});

type Step = "called" | "paid" | "justified";
type InOneCurrency = Readonly<Record<Step | "currency", string>>;

/** By currency, in minor units; nothing where nothing moved. */
const sums = (money: readonly InOneCurrency[], step: Step): Record<string, bigint> => {
  const sum = new Map<string, bigint>();
  for (const { currency, [step]: amount } of money)
    sum.set(currency, (sum.get(currency) ?? 0n) + parseMoney(amount, currency).minor);
  return Object.fromEntries([...sum].filter(([, minor]) => minor !== 0n).sort());
};

test("who funds nothing that is shown is told so, and it takes the right", async () => {
  await expect(oneFunder(world.ctx, { funder: "ORG-2", knownOn: "2019-12-31" })).rejects.toMatchObject({
    code: "funders.funds_nothing",
  });
  const reader = { ...world.ctx, actor: actorWith("Salma", "funding.read") };
  await expect(whatMoneyProduced(reader, { space })).rejects.toMatchObject({ code: "kernel.not_allowed" });
});
