import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { convertedFunder } from "./converted-funder.ts";
import { oneFunder } from "./one-funder.ts";
import { routes } from "./routes.ts";
import { rowsBehind } from "./rows-behind.ts";
import { whatMoneyProduced } from "./what-money-produced.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const calls: readonly (readonly [string, (c: Context) => Promise<unknown>, string])[] = [
  ["whatMoneyProduced", (c) => whatMoneyProduced(c, { space: "simulated" }), "done"],
  ["oneFunder", (c) => oneFunder(c, { funder: "NOBODY" }), "organisations.unknown"],
  ["convertedFunder", (c) => convertedFunder(c, { funder: "NOBODY" }), "organisations.unknown"],
  ["rowsBehind", (c) => rowsBehind(c, { funder: "NOBODY", indicator: "x" }), "organisations.unknown"],
];
const as = (permissions: readonly string[]): Context => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions }] } };
};
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test.each(calls)("%s asks for the right to see what money produced", async (_, call, reached) => {
  expect(await codeOf(call(as(["funding.read", "results.read"])))).toBe("kernel.not_allowed");
  expect(await codeOf(call(as(["funders.read"])))).toBe(reached);
});

test("every address stands in this test", () => {
  expect(routes).toHaveLength(calls.length);
});
