import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { convertedMoney } from "./converted-money.ts";
import { pledge } from "./pledge.ts";
import { moneyOfAgreement } from "./queries.ts";
import { oneContribution } from "./read-contribution.ts";
import { routes } from "./routes.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await seedAgreement(place.ctx, await seedWorld(place.ctx), { reference: "CONV-1" });
  await pledge(place.ctx, {
    agreement: "CONV-1",
    role: "total",
    amount: "1.00",
    currency: "MAD",
    basis: "signed",
  });
});
afterAll(() => place.close());

const as = (grants: Actor["grants"]): Context => ({
  ...place.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});

const contribution = "CONV-1/M1";
const someId = "00000000-0000-4000-8000-000000000000";
const inputs: Readonly<Record<string, object>> = {
  "funding.pledge": {
    agreement: "CONV-1",
    role: "total",
    amount: "1.00",
    currency: "MAD",
    basis: "announced",
  },
  "funding.amend_contribution": { contribution, amendment: 1, amount: "1.00" },
  "funding.call_funds": { contribution, amount: "1.00", on: "2025-01-01" },
  "funding.pay": { contribution, amount: "1.00", on: "2025-01-01" },
  "funding.justify": { contribution, amount: "1.00", on: "2025-01-01" },
  "funding.withdraw_movement": { contribution, movement: someId, reason: "doublon" },
  "funding.correct_movement": {
    ...{ contribution, movement: someId, reason: "doublon", amount: "1.00", on: "2025-01-01" },
  },
  "funding.keep_paper": { contribution, kind: "invoice", name: "facture.txt", base64: "QQ==" },
  "funding.open_paper": { contribution, paper: "0".repeat(64) },
  "funding.cite": { contribution, assertions: [{ assertion: someId }] },
};

test.each(routes.flatMap((route) => ("act" in route ? [route.act] : [])))(
  "$actName is refused to somebody who may only read",
  async (act) => {
    const reader = as([{ permissions: ["funding.read"] }]);
    await expect(act(reader, inputs[act.actName])).rejects.toMatchObject({
      code: "kernel.not_allowed",
      params: { permission: act.permission },
    });
  },
);

test("money is read with the right to read it, for the party's own agreements", async () => {
  await expect(oneContribution(as([]), { agreement: "CONV-1", number: 1 })).rejects.toMatchObject({
    status: 403,
  });
  await expect(moneyOfAgreement(as([]), { agreement: "CONV-1" })).rejects.toMatchObject({ status: 403 });
  await expect(convertedMoney(as([]), { agreement: "CONV-1" })).rejects.toMatchObject({ status: 403 });
  const elsewhere = as([{ permissions: ["funding.read"], agreement: someId }]);
  await expect(moneyOfAgreement(elsewhere, { agreement: "CONV-1" })).rejects.toMatchObject({ status: 404 });
  const reader = as([{ permissions: ["funding.read"] }]);
  await expect(moneyOfAgreement(reader, { agreement: "CONV-1" })).resolves.toMatchObject({
    agreement: "CONV-1",
  });
});
