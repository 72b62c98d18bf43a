import {
  seedAgreement,
  seedAmendment,
  seedWorld,
  type TestPlace,
  testPlace,
  write,
} from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { amendTarget } from "./amend-target.ts";
import { assignResponsibility } from "./assign-responsibility.ts";
import { breakDown } from "./break-down.ts";
import { finalise } from "./finalise.ts";
import { promise } from "./promise.ts";
import { commitmentByReference } from "./queries.ts";
import { setEligibility } from "./set-eligibility.ts";
import { setTarget } from "./set-target.ts";
import { withdrawCommitment } from "./withdraw-commitment.ts";

let place: TestPlace;
let region: string;
let province: string;
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.ctx);
  ({ region, province } = world);
  await seedAgreement(place.ctx, world, { reference: "CONV-1" });
  await seedAgreement(place.ctx, world, { reference: "PRESS-1", signed: false });
  await seedAmendment(place.ctx, "CONV-1", { number: 1, type: "target", effectiveOn: "2025-07-01" });
  await seedAmendment(place.ctx, "CONV-1", { number: 2, type: "duration", effectiveOn: "2025-10-01" });
  await seedAmendment(place.ctx, "CONV-1", { number: 3, type: "amount", effectiveOn: "2025-10-01" });
});
afterAll(() => place.close());

async function signedCommitment(quantity: number): Promise<string> {
  const early = place.at("2025-01-10T09:00:00Z");
  const { reference } = await promise(early, {
    agreement: "CONV-1",
    indicator: "placements",
    wording: "insertion de jeunes",
    deadline: "2025-12-31",
  });
  await finalise(early, { commitment: reference });
  await setTarget(early, { commitment: reference, quantity, effectiveOn: "2025-01-01", clause: "art. 1" });
  return reference;
}

test("a figure of a press report never becomes a signed target", async () => {
  const { reference } = await promise(place.ctx, {
    agreement: "PRESS-1",
    indicator: "placements",
    wording: "x",
  });
  await finalise(place.ctx, { commitment: reference });
  await expect(
    setTarget(place.ctx, { commitment: reference, quantity: 6000, effectiveOn: "2025-01-01" }),
  ).rejects.toMatchObject({ code: "commitments.text_not_recorded" });
});

test("a draft has no signed target, and a target is set once", async () => {
  const { reference } = await promise(place.ctx, {
    agreement: "CONV-1",
    indicator: "placements",
    wording: "x",
  });
  const given = { commitment: reference, quantity: 10, effectiveOn: "2025-01-01" };
  await expect(setTarget(place.ctx, given)).rejects.toMatchObject({ code: "commitments.not_final" });
  await finalise(place.ctx, { commitment: reference });
  await expect(setTarget(place.ctx, { ...given, quantity: null })).rejects.toMatchObject({
    code: "commitments.quantity_missing",
  });
  await setTarget(place.ctx, given);
  await expect(setTarget(place.ctx, given)).rejects.toMatchObject({ code: "commitments.target_exists" });
  await expect(
    withdrawCommitment(place.ctx, { commitment: reference, reason: "erreur" }),
  ).rejects.toMatchObject({
    code: "commitments.target_exists",
  });
});

test("an amendment lowers a target: both versions stay, and each past day reads its own", async () => {
  const reference = await signedCommitment(1500);
  const later = place.at("2025-08-20T09:00:00Z");
  const amended = await amendTarget(later, { commitment: reference, amendment: 1, quantity: 1200 });
  expect(amended).toEqual({ commitment: reference, version: 2, change: -300 });

  const read = (asOf: string, knownOn?: string) =>
    commitmentByReference(place.ctx, { commitment: reference, asOf, knownOn });
  const now = await read("2025-09-01");
  expect([now.signed.original?.quantity, now.signed.current?.quantity]).toEqual([1500, 1200]);
  expect(now.versions.map(({ change }) => change)).toEqual([null, -300]);
  expect((await read("2025-06-30")).signed.current?.quantity).toBe(1500);
  const before = await read("2025-08-01", "2025-08-19");
  expect(before.signed.current).toMatchObject({ quantity: 1500, to: null, closedAt: null });
  expect((await read("2025-08-01", "2025-08-20")).signed.current?.quantity).toBe(1200);
});

test("the type of an amendment names what it may change", async () => {
  const reference = await signedCommitment(800);
  const given = { commitment: reference };
  await expect(
    amendTarget(place.ctx, { ...given, amendment: 1, deadline: "2026-12-31" }),
  ).rejects.toMatchObject({
    code: "commitments.amendment_of_other_type",
    params: { needed: "duration" },
  });
  await expect(amendTarget(place.ctx, { ...given, amendment: 3, quantity: 5 })).rejects.toMatchObject({
    code: "commitments.amendment_of_other_type",
  });
  await expect(amendTarget(place.ctx, { ...given, amendment: 9, quantity: 5 })).rejects.toMatchObject({
    code: "commitments.amendment_unknown",
  });
  await expect(amendTarget(place.ctx, { ...given, amendment: 1 })).rejects.toMatchObject({
    code: "commitments.nothing_amended",
  });
  await expect(
    amendTarget(place.ctx, { ...given, amendment: 1, quantity: 5, effectiveOn: "2025-01-01" }),
  ).rejects.toMatchObject({ code: "commitments.effective_too_early" });
  await amendTarget(place.ctx, { ...given, amendment: 2, deadline: "2026-12-31" });
  const read = await commitmentByReference(place.ctx, { commitment: reference, asOf: "2026-01-01" });
  expect(read.deadline).toBe("2026-12-31");
  expect(read.signed.original?.deadline).toBe("2025-12-31");
  expect(read.signed.current).toMatchObject({ quantity: 800, deadline: "2026-12-31" });
});

test("the database itself refuses a target that is overwritten", async () => {
  const reference = await signedCommitment(500);
  const { id } = await commitmentByReference(place.ctx, { commitment: reference });
  const overwrite = sql`update commitment_targets set quantity = 1 where commitment_id = ${id}`;
  await expect(write(place.ctx, overwrite)).rejects.toMatchObject({ code: "IL003" });
});

test("a target is split by place and by sex, and each sum shows its difference", async () => {
  const reference = await signedCommitment(1000);
  const parts = [
    { territoryId: province, quantity: 400 },
    { territoryId: region, quantity: 500 },
    { sex: "F" as const, quantity: 600 },
    { sex: "M" as const, quantity: 400 },
  ];
  const { sums } = await breakDown(place.ctx, { commitment: reference, parts });
  expect(sums).toEqual([
    { by: "territory", parts: 2, sum: 900, difference: 100 },
    { by: "sex", parts: 2, sum: 1000, difference: 0 },
  ]);
  await breakDown(place.ctx, {
    commitment: reference,
    parts: [{ quarterFrom: "2025-04-01", quantity: 250 }],
  });
  const read = await commitmentByReference(place.ctx, { commitment: reference });
  expect(read.breakdown.sums).toEqual([{ by: "quarter", parts: 1, sum: 250, difference: 750 }]);
  await expect(
    breakDown(place.ctx, { commitment: reference, parts: [{ quarterFrom: "2025-05-01", quantity: 1 }] }),
  ).rejects.toMatchObject({ code: "commitments.quarter_unreadable" });
  await expect(
    breakDown(place.ctx, {
      commitment: reference,
      parts: [parts[2], parts[2]].flatMap((part) => part ?? []),
    }),
  ).rejects.toMatchObject({ code: "commitments.breakdown_twice" });
});

test("eligibility and responsibilities are read beside the target", async () => {
  const reference = await signedCommitment(100);
  const rules = [
    { rule: "residence" as const, value: region },
    { rule: "age_to" as const, value: "35" },
  ];
  await setEligibility(place.ctx, { commitment: reference, rules });
  await expect(
    setEligibility(place.ctx, { commitment: reference, rules: [{ rule: "sex", value: "X" }] }),
  ).rejects.toMatchObject({ code: "commitments.rule_value_unreadable" });
  await assignResponsibility(place.ctx, {
    commitment: reference,
    organisation: "CONSEIL",
    task: "finance le programme",
  });
  const read = await commitmentByReference(place.ctx, { commitment: reference });
  expect(read.eligibility).toEqual([
    { rule: "age_to", value: "35" },
    { rule: "residence", value: "test:90" },
  ]);
  expect(read.responsibilities).toEqual([
    { organisation: "CONSEIL", name: "Conseil", task: "finance le programme" },
  ]);
});
