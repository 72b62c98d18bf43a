import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { callTranche } from "./call.ts";
import { giveDocument, waiveCondition } from "./meet-condition.ts";
import { permissions } from "./permissions.ts";
import { planTranche } from "./plan.ts";
import { tranchesOfAgreement } from "./read-tranches.ts";
import { dropTranche, reviseTranche } from "./revise.ts";
import { routes } from "./routes.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const tranche = "CONV-1/M1/T1";
const reason = "comité du 3 mars";
const day = "2026-01-01";
type Row = readonly [name: string, permission: string, call: (c: Context) => Promise<unknown>];
const calls: readonly Row[] = [
  ["tranchesOfAgreement", "tranches.read", (c) => tranchesOfAgreement(c, { agreement: "CONV-1" })],
  [
    "planTranche",
    "tranches.plan",
    (c) => planTranche(c, { contribution: "CONV-1/M1", amount: "1.00", plannedOn: day }),
  ],
  [
    "reviseTranche",
    "tranches.plan",
    (c) => reviseTranche(c, { tranche, amount: "1.00", plannedOn: day, reason }),
  ],
  ["dropTranche", "tranches.plan", (c) => dropTranche(c, { tranche, reason })],
  ["callTranche", "tranches.call", (c) => callTranche(c, { tranche, on: day })],
  [
    "giveDocument",
    "tranches.call",
    (c) => giveDocument(c, { tranche, condition: 1, paper: "0".repeat(64), on: day }),
  ],
  ["waiveCondition", "tranches.waive", (c) => waiveCondition(c, { tranche, condition: 1, reason })],
];
const as = (names: readonly string[]): Context => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions: names }] } };
};
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test.each(calls)("%s asks for %s and nothing else", async (_, permission, call) => {
  const others = Object.keys(permissions).filter((one) => one !== permission);
  expect(await codeOf(call(as(others)))).toBe("kernel.not_allowed");
  expect(await codeOf(call(as([permission])))).toBe("agreements.unknown");
});

test("every address stands in this test", () => {
  expect(routes).toHaveLength(calls.length);
});
