import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { readClosingFile } from "./closing-file.ts";
import { concludeAgreement } from "./conclude-agreement.ts";
import { permissions } from "./permissions.ts";
import { renewAgreement } from "./renew-agreement.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await seedAgreement(place.ctx, await seedWorld(place.ctx), { reference: "CLOS-1" });
});
afterAll(() => place.close());

const agreement = "CLOS-1";
const calls: readonly (readonly [keyof typeof permissions, (ctx: Context) => Promise<unknown>])[] = [
  ["closure.read", (ctx) => readClosingFile(ctx, { agreement })],
  [
    "closure.conclude",
    (ctx) => concludeAgreement(ctx, { agreement, lessons: "ce qui a été appris en route" }),
  ],
  [
    "closure.renew",
    (ctx) =>
      renewAgreement(ctx, {
        agreement,
        title: "Suite",
        parties: [],
        promises: [],
        fields: true,
        frameworks: true,
      }),
  ],
];
const holding = (names: readonly string[]): Context => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions: names }] } };
};

test.each(calls)("%s is a right of its own", async (permission, call) => {
  const others = ["agreements.read", "agreements.close", "funding.read", "standings.read"];
  const rest = Object.keys(permissions).filter((one) => one !== permission);
  await expect(call(holding([...others, ...rest]))).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission },
  });
});
