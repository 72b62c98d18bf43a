import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarms } from "./alarms.ts";
import { listTerms, setTerm } from "./terms.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const holding = (...permissions: string[]) => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions }] } };
};
const ask = (...permissions: string[]) => alarms(holding(...permissions), { space: "simulated" });

test("alarms are for who has a right to them, and reading the files is not enough", async () => {
  await expect(ask("agreements.read", "meetings.read", "reports.read")).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
  await expect(ask("alarms.read")).resolves.toMatchObject({ total: 0 });
});

test("who is told what waits reads the terms, and does not set them", async () => {
  const reader = holding("alarms.read");
  expect(await listTerms(reader, {})).toMatchObject([
    { term: "letter", months: 3 },
    { term: "dormant" },
    { term: "attestation" },
  ]);
  const told = { term: "letter" as const, months: 6, from: "2026-01-01", source: "circulaire" };
  await expect(setTerm(reader, told)).rejects.toMatchObject({ params: { permission: "alarms.set_term" } });
  await expect(listTerms(holding("alarms.set_term"), {})).rejects.toMatchObject({
    params: { permission: "alarms.read" },
  });
});
