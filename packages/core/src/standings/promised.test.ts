// The promise side of a standing, on any day: announced, signed, and the time that a promise has.
import {
  seedAgreement,
  seedAmendment,
  seedAssertion,
  seedWorld,
  type TestPlace,
  testPlace,
  type World,
} from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { amendTarget, announce, finalise, promise, setTarget } from "../commitments/index.ts";
import { adoptReading } from "../sources/index.ts";
import type { StandingRow } from "./rows.ts";
import { standings } from "./standings.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.at("2024-12-01T09:00:00Z"));
  const early = place.at("2025-01-05T09:00:00Z");
  await seedAgreement(early, world, { reference: "CONV-1" });
  await seedAgreement(early, world, { reference: "PRESS-1", signed: false });
});
afterAll(() => place.close());

async function rowOf(reference: string, view: Parameters<typeof standings>[1] = {}): Promise<StandingRow> {
  const found = (await standings(place.ctx, view)).find((row) => row.commitment === reference);
  if (found === undefined) throw new Error(`no standing of ${reference}`);
  return found;
}

async function promised(agreement: string, more: object = {}): Promise<string> {
  const { reference } = await promise(place.at("2025-01-10T09:00:00Z"), {
    ...{ agreement, indicator: "placements", wording: "insertion de jeunes" },
    ...more,
  });
  return reference;
}

async function signed(quantity: number, more: object = {}): Promise<string> {
  const early = place.at("2025-01-10T09:00:00Z");
  const commitment = await promised("CONV-1", more);
  await finalise(early, { commitment });
  await setTarget(early, { commitment, quantity, effectiveOn: "2025-01-01", clause: "art. 1" });
  return commitment;
}

test("a signed target that was lowered is read on any day, beside the original", async () => {
  const commitment = await signed(1000, { deadline: "2026-12-31" });
  // Recorded in September, with effect from July.
  const late = place.at("2025-09-15T09:00:00Z");
  await seedAmendment(late, "CONV-1", { number: 1, type: "target", effectiveOn: "2025-07-01" });
  await amendTarget(late, { commitment, amendment: 1, quantity: 600 });
  const signedOn = async (view: object) => (await rowOf(commitment, view)).signed;
  expect(await signedOn({})).toEqual({ original: 1000, current: 600 });
  expect(await signedOn({ asOf: "2025-07-01" })).toEqual({ original: 1000, current: 600 });
  expect(await signedOn({ asOf: "2025-06-30" })).toEqual({ original: 1000, current: 1000 });
  expect(await signedOn({ asOf: "2024-12-31" })).toEqual({ original: null, current: null });
  expect(await signedOn({ knownOn: "2025-09-15" })).toEqual({ original: 1000, current: 600 });
  expect(await signedOn({ knownOn: "2025-09-14" })).toEqual({ original: 1000, current: 1000 });
  expect(await signedOn({ asOf: "2025-06-30", knownOn: "2025-09-15" })).toEqual({
    original: 1000,
    current: 1000,
  });
  const { remaining, aboveTarget } = await rowOf(commitment);
  expect({ remaining, aboveTarget }).toEqual({ remaining: { realised: 600, proven: 600 }, aboveTarget: 0 });
});

test("a deadline that was moved is read as it was before the amendment", async () => {
  const commitment = await signed(500, { periodFrom: "2025-01-01", periodTo: "2025-12-31" });
  const late = place.at("2025-10-02T09:00:00Z");
  await seedAmendment(late, "CONV-1", { number: 2, type: "duration", effectiveOn: "2025-10-01" });
  await amendTarget(late, { commitment, amendment: 2, periodTo: "2026-06-30" });
  const timeOn = async (view: object) => {
    const { period, deadline, elapsed } = await rowOf(commitment, view);
    return { period, deadline, elapsed };
  };
  const before = { period: { from: "2025-01-01", to: "2025-12-31" }, deadline: "2025-12-31" };
  expect(await timeOn({ asOf: "2025-09-30" })).toEqual({ ...before, elapsed: 273 / 365 });
  expect(await timeOn({ asOf: "2025-12-31", knownOn: "2025-10-01" })).toEqual({ ...before, elapsed: 1 });
  expect(await timeOn({ asOf: "2025-10-01" })).toMatchObject({ deadline: "2026-06-30", elapsed: 274 / 546 });
});

test("the press reports a figure: announced, nothing signed, nothing remaining, never late", async () => {
  const commitment = await promised("PRESS-1", { deadline: "2025-06-30" });
  const assertion = await seedAssertion(place.ctx, world, {
    ...{ start: 20, end: 32, quantity: 1500, indicator: "placements", unit: "persons" },
  });
  await announce(place.ctx, { commitment, assertions: [{ assertion }] });
  const row = await rowOf(commitment);
  expect(row).toMatchObject({
    signed: { original: null, current: null },
    remaining: { realised: null, proven: null },
    aboveTarget: null,
    draft: true,
    state: "no_evidence",
    announced: [{ value: 1500, source: "Convention", adopted: false, assertionId: assertion }],
  });
  expect(row.announced[0]?.passage).toHaveLength(12);
});

test("readings under an alias keep their own word, and count as what it stands for", async () => {
  const commitment = await promised("PRESS-1");
  const assertion = await seedAssertion(place.ctx, world, {
    ...{ start: 2, end: 12, quantity: 1600, indicator: "recruitments", unit: "persons" },
  });
  await announce(place.ctx, { commitment, assertions: [{ assertion }] });
  expect((await rowOf(commitment)).announced).toMatchObject([
    { indicator: "recruitments", countsAs: "placements" },
  ]);
});

test("readings that differ in indicator enter no indicator until a person adopts one, on a day", async () => {
  const commitment = await promised("PRESS-1");
  const assertion = (start: number, quantity: number, indicator: string, unit: string) =>
    seedAssertion(place.at("2025-02-01T09:00:00Z"), world, {
      start,
      end: start + 5,
      quantity,
      indicator,
      unit,
    });
  const placements = await assertion(1, 1500, "placements", "persons");
  const jobs = await assertion(3, 1600, "jobs_created", "jobs");
  const february = place.at("2025-02-02T09:00:00Z");
  await announce(february, { commitment, assertions: [{ assertion: placements }, { assertion: jobs }] });
  expect(await rowOf(commitment)).toMatchObject({ indicator: null, unit: null, draft: true });
  const { nodeId } = await rowOf(commitment);
  const decide = (instant: string, assertionId: string | null, decidedOn: string) =>
    adoptReading(place.at(instant), {
      ...{ space: "simulated", objectKind: "commitment", objectId: nodeId, assertionId, decidedOn },
      reason: "note du comité",
    });
  await decide("2025-03-10T09:00:00Z", jobs, "2025-03-01");
  await decide("2025-06-10T09:00:00Z", null, "2025-06-01");
  const adoptedOn = async (view: object) =>
    (await rowOf(commitment, view)).announced.filter((reading) => reading.adopted).map(({ value }) => value);
  expect(await adoptedOn({ asOf: "2025-02-28" })).toEqual([]);
  expect(await adoptedOn({ asOf: "2025-03-01" })).toEqual([1600]);
  expect(await adoptedOn({ asOf: "2025-03-01", knownOn: "2025-03-09" })).toEqual([]);
  expect(await adoptedOn({ knownOn: "2025-06-09" })).toEqual([1600]);
  expect(await adoptedOn({})).toEqual([]);
});

test("what was recorded after a day is not known on it", async () => {
  const commitment = await signed(10);
  const known = async (knownOn: string) =>
    (await standings(place.ctx, { knownOn })).some((row) => row.commitment === commitment);
  expect(await known("2025-01-10")).toBe(true);
  expect(await known("2025-01-09")).toBe(false);
});

test("the end of a day is that of the installation's zone", async () => {
  // 23:30 in Casablanca (UTC+1) on 2 February is still that day; 00:30 is the next.
  const before = await promise(place.at("2025-02-02T22:30:00Z"), { agreement: "PRESS-1", wording: "a" });
  const after = await promise(place.at("2025-02-02T23:30:00Z"), { agreement: "PRESS-1", wording: "b" });
  const known = (await standings(place.ctx, { knownOn: "2025-02-02" })).map((row) => row.commitment);
  expect(known).toContain(before.reference);
  expect(known).not.toContain(after.reference);
});
