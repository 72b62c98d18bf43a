import {
  seedAgreement,
  seedAmendment,
  seedAssertion,
  seedWorld,
  type TestPlace,
  testPlace,
} from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messageReference } from "../kernel/index.ts";
import { amendContribution } from "./amend-contribution.ts";
import { callFunds } from "./call-funds.ts";
import { citeContribution } from "./cite.ts";
import { guards } from "./guards.ts";
import { justify } from "./justify.ts";
import { pictureOf } from "./model.ts";
import { pay } from "./pay.ts";
import { pledge } from "./pledge.ts";
import { moneyOfAgreement } from "./queries.ts";

let place: TestPlace;
let passage: string;
let agreement: string;
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "BUNDLE", kind: "bundle", signed: false });
  agreement = await seedAgreement(place.ctx, world, { reference: "CONV-1", parent: "BUNDLE" });
  await seedAgreement(place.ctx, world, { reference: "CONV-2", parent: "BUNDLE" });
  await seedAmendment(place.ctx, "CONV-1", { number: 1, type: "amount", effectiveOn: "2025-07-01" });
  await seedAmendment(place.ctx, "CONV-1", { number: 2, type: "target", effectiveOn: "2025-07-01" });
  passage = await seedAssertion(place.ctx, world, { start: 0, end: 13, quantity: 406800000 });
});
afterAll(() => place.close());

const moneyOf = async (agreement: string, asOf?: string, knownOn?: string) =>
  (await moneyOfAgreement(place.ctx, { agreement, asOf, knownOn })).money[0];

test("two conventions add up to the bundle's total, and the payer of the rest is unknown", async () => {
  const mad = { currency: "MAD", basis: "announced" as const };
  await pledge(place.ctx, { ...mad, agreement: "BUNDLE", role: "total", amount: "406800000.00" });
  await pledge(place.ctx, { ...mad, agreement: "CONV-1", role: "total", amount: "374800000.00" });
  await pledge(place.ctx, { ...mad, agreement: "CONV-2", role: "total", amount: "32000000.00" });
  const region = { contributor: "CONSEIL", amount: "160000000.00", qualifier: "estimated" as const };
  await pledge(place.ctx, { ...mad, ...region, agreement: "BUNDLE", role: "contribution" });
  expect(await moneyOf("BUNDLE")).toMatchObject({
    total: "406800000.00",
    known: "160000000.00",
    withoutPayer: "246800000.00",
    estimated: true,
    below: { sum: "406800000.00", difference: "0.00" },
  });
  expect(await moneyOf("CONV-2")).toMatchObject({ total: "32000000.00", known: "0.00", below: null });
});

test("a control sum that does not fit is shown, not forced", () => {
  const nothing = { called: 0n, paid: 0n, justified: 0n };
  const total = { role: "total" as const, contributor: null, promised: 400n, ...nothing };
  expect(pictureOf([total], [300n, 50n]).below).toEqual({ sum: 350n, difference: 50n });
  const unnamed = { role: "contribution" as const, contributor: null, promised: 70n, ...nothing };
  expect(pictureOf([unnamed], [])).toMatchObject({ total: null, withoutPayer: 70n, below: null });
});

test("dinars have three digits", async () => {
  await pledge(place.ctx, {
    ...{ agreement: "CONV-2", role: "line", currency: "TND", basis: "announced", amount: "12.345" },
  });
  const { money } = await moneyOfAgreement(place.ctx, { agreement: "CONV-2" });
  expect(money.find(({ currency }) => currency === "TND")?.contributions[0]?.promised).toBe("12.345");
  await expect(
    pledge(place.ctx, {
      agreement: "CONV-2",
      role: "line",
      currency: "MAD",
      basis: "announced",
      amount: "1.234",
    }),
  ).rejects.toMatchObject({ code: "kernel.money_unreadable" });
});

test("what is called, paid and justified is read per party at any past day", async () => {
  const { reference } = await pledge(place.at("2025-01-05T10:00:00Z"), {
    ...{
      agreement: "CONV-1",
      role: "contribution",
      contributor: "AGENCE",
      amount: "1000.00",
      currency: "MAD",
    },
    ...{ basis: "signed", effectiveOn: "2025-01-01" },
  });
  await callFunds(place.ctx, { contribution: reference, amount: "600.00", on: "2025-02-01" });
  await pay(place.ctx, { contribution: reference, amount: "400.00", on: "2025-03-01", payee: "AGENCE" });
  await justify(place.ctx, { contribution: reference, amount: "150.00", on: "2025-05-01" });
  const at = async (day: string) =>
    (await moneyOf("CONV-1", day))?.contributions.find((one) => one.reference === reference);
  expect(await at("2025-03-31")).toMatchObject({
    promised: "1000.00",
    called: "600.00",
    paid: "400.00",
    justified: "0.00",
  });
  expect(await at("2025-06-30")).toMatchObject({ justified: "150.00" });
  await expect(
    pay(place.ctx, { contribution: reference, amount: "1.00", on: "2025-03-01", papers: ["f".repeat(64)] }),
  ).rejects.toMatchObject({ code: "funding.paper_unknown" });
  await expect(
    pay(place.ctx, { contribution: reference, amount: "0.00", on: "2025-03-01" }),
  ).rejects.toMatchObject({
    code: "funding.amount_missing",
  });

  expect(await guards.settlement_done?.(place.ctx, agreement)).toEqual([
    messageReference("funding", "guard.settlement_done", {
      ...{ contribution: reference, currency: "MAD", paid: "400.00", justified: "150.00" },
    }),
  ]);

  await amendContribution(place.at("2025-08-01T10:00:00Z"), {
    contribution: reference,
    amendment: 1,
    amount: "800.00",
  });
  expect(await at("2025-06-30")).toMatchObject({ promised: "1000.00", original: "1000.00" });
  expect(await at("2025-07-01")).toMatchObject({ promised: "800.00", original: "1000.00", versions: 2 });
  const known = await moneyOf("CONV-1", "2025-07-15", "2025-07-31");
  expect(known?.contributions.find((one) => one.reference === reference)).toMatchObject({
    promised: "1000.00",
  });
  const amend = (amendment: number) =>
    amendContribution(place.ctx, { contribution: reference, amendment, amount: "1.00" });
  await expect(amend(2)).rejects.toMatchObject({ code: "funding.amendment_of_other_type" });
  await expect(amend(7)).rejects.toMatchObject({ code: "funding.amendment_unknown" });
  await expect(amend(1)).rejects.toMatchObject({ code: "funding.effective_too_early" });
});

test("announced money is neither amended nor called signed, and shows its passage", async () => {
  const { reference } = await pledge(place.ctx, {
    ...{
      agreement: "BUNDLE",
      role: "line",
      amount: null,
      qualifier: "unquantified",
      currency: "MAD",
      inKind: true,
    },
    ...{ basis: "announced", announcedBy: [{ assertion: passage }] },
  });
  expect(
    await citeContribution(place.ctx, { contribution: reference, assertions: [{ assertion: passage }] }),
  ).toEqual({
    contribution: reference,
    added: 0,
  });
  const shown = (await moneyOf("BUNDLE"))?.contributions.find((one) => one.reference === reference);
  expect(shown).toMatchObject({
    promised: null,
    sources: [{ amount: "406800000", passage: { text: "La convention" } }],
  });
  const given = { contribution: reference, amount: "5.00" };
  await expect(amendContribution(place.ctx, { ...given, amendment: 1 })).rejects.toMatchObject({
    code: "funding.not_signed",
  });
  await expect(callFunds(place.ctx, { ...given, on: "2025-01-01" })).rejects.toMatchObject({
    code: "funding.in_kind_not_moved",
  });
  const wrong = { agreement: "BUNDLE", role: "total" as const, currency: "MAD" };
  await expect(pledge(place.ctx, { ...wrong, amount: "5.00", basis: "signed" })).rejects.toMatchObject({
    code: "funding.text_not_recorded",
  });
  await expect(pledge(place.ctx, { ...wrong, amount: null, basis: "announced" })).rejects.toMatchObject({
    code: "funding.amount_missing",
  });
  await expect(moneyOfAgreement(place.ctx, { agreement: "NOTHING" })).rejects.toMatchObject({ status: 404 });
  await expect(
    pay(place.ctx, { contribution: "BUNDLE/M99", amount: "1", on: "2025-01-01" }),
  ).rejects.toMatchObject({
    code: "funding.unknown",
  });
});
