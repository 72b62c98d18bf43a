import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarms } from "./alarms.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const ask = (...permissions: string[]) => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  const ctx = { ...place.ctx, actor: { ...actor, grants: [{ permissions }] } };
  return alarms(ctx, { space: "simulated" });
};

test("alarms are for who has a right to them, and reading the files is not enough", async () => {
  await expect(ask("agreements.read", "meetings.read", "reports.read")).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
  await expect(ask("alarms.read")).resolves.toMatchObject({ total: 0 });
});
