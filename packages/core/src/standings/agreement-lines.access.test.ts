import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { agreementLines } from "./agreement-lines.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await seedAgreement(place.ctx, await seedWorld(place.ctx), { reference: "CONV-1", signed: false });
});
afterAll(() => place.close());

const holding = (...permissions: string[]): Context => ({
  ...place.ctx,
  actor: { id: "someone", kind: "user", label: "Salma", grants: [{ permissions }] },
});

test("who may read standings reads the lines of a list; nobody else does", async () => {
  const asked = { agreements: ["CONV-1"] };
  expect(await agreementLines(holding("standings.read"), asked)).toHaveLength(1);
  await expect(agreementLines(holding("agreements.read"), asked)).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
});
