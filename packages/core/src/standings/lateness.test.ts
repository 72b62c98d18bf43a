// The promises furthest behind: elapsed share of the period − proven / signed.
import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { finalise, promise, setTarget } from "../commitments/index.ts";
import { systemActor } from "../kernel/index.ts";
import { makeKeys } from "../people/index.ts";
import { recordResult, verifyResult } from "../results/index.ts";
import { byLateness } from "./lateness.ts";

// The clock stands at 2 March 2026.
let place: TestPlace;
const space = "simulated" as const;
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.at("2024-12-01T09:00:00Z"));
  await seedAgreement(place.at("2025-01-05T09:00:00Z"), world, { reference: "CONV-1" });
  const year = { periodFrom: "2025-03-03", periodTo: "2026-03-02" };
  await signed("ended, half proven", 4, year, 2);
  await signed("ended, nothing proven", 10, year);
  await signed("half gone, nothing proven", 10, { periodFrom: "2025-09-01", periodTo: "2026-08-31" });
  await signed("ended, all proven", 2, year, 2);
  await signed("without a deadline", 10, { periodFrom: "2025-01-01" });
  await signed("without a beginning", 10, { deadline: "2025-12-31" });
  await promise(place.ctx, { agreement: "CONV-1", indicator: "placements", wording: "not signed", ...year });
});
afterAll(() => place.close());

let persons = 0;

async function signed(wording: string, quantity: number, time: object, proven = 0): Promise<void> {
  const early = place.at("2025-01-10T09:00:00Z");
  const { reference: commitment } = await promise(early, {
    ...{ agreement: "CONV-1", indicator: "placements", wording },
    ...time,
  });
  await finalise(early, { commitment });
  await setTarget(early, { commitment, quantity, effectiveOn: "2025-01-01" });
  const ctx = { ...place.ctx, keys: makeKeys(place.ctx.clock) };
  for (let number = 0; number < proven; number++) {
    persons += 1;
    const { fact } = await recordResult(ctx, {
      ...{ commitment, date: "2025-12-01", place: "901", source: "test", externalId: String(persons) },
      subject: { document: { number: `ZZ ${200000 + persons}` } },
    });
    const auditor = { ...systemActor, id: "00000000-0000-7000-8000-0000000000bb" };
    await verifyResult({ ...ctx, actor: auditor }, { fact, evidence: 2, reason: "contrat vu" });
  }
}

test("the furthest behind come first; what is not signed, or has no period, is not among them", async () => {
  const { total, page } = await byLateness(place.ctx, { space });
  expect(
    page.map(({ wording, proven, signed, deadline }) => ({ wording, proven, signed, deadline })),
  ).toEqual([
    { wording: "ended, nothing proven", proven: 0, signed: 10, deadline: "2026-03-02" },
    { wording: "half gone, nothing proven", proven: 0, signed: 10, deadline: "2026-08-31" },
    { wording: "ended, half proven", proven: 2, signed: 4, deadline: "2026-03-02" },
    { wording: "ended, all proven", proven: 2, signed: 2, deadline: "2026-03-02" },
  ]);
  expect(page.map(({ lateness }) => lateness)).toEqual([1, 183 / 365, 0.5, 0]);
  expect(page.map(({ elapsed }) => elapsed)).toEqual([1, 183 / 365, 1, 1]);
  expect(page[0]).toMatchObject({ commitment: "CONV-1/2", agreement: "CONV-1", indicator: "placements" });
  expect(total).toBe(4);
});

test("pages follow one another, each with the count of all", async () => {
  const whole = (await byLateness(place.ctx, { space })).page;
  for (const limit of [1, 2, 3]) {
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(4 / limit) }, (_, page) =>
        byLateness(place.ctx, { space, limit, offset: page * limit }),
      ),
    );
    expect(pages.flatMap(({ page }) => page)).toEqual(whole);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => 4));
  }
});

test("a page after the last one is empty, and still counts all", async () => {
  expect(await byLateness(place.ctx, { space, offset: 4 })).toEqual({ total: 4, page: [] });
});

test("the other space is another list", async () => {
  expect(await byLateness(place.ctx, {})).toEqual({ total: 0, page: [] });
});
