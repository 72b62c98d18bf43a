import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { raiseDoubt, settleDoubt } from "../sources/index.ts";
import { listedDoubts } from "./doubts.ts";
import { promise } from "./promise.ts";

let place: TestPlace;
let agreement: string;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  agreement = await seedAgreement(place.ctx, world, { reference: "CONV-1" });
});
afterAll(() => place.close());

test("a doubt is listed under its agreement or its promise until somebody settles it", async () => {
  const { ctx } = place;
  const promised = await promise(ctx, { agreement: "CONV-1", indicator: "placements", wording: "insertion" });
  const raise = (objectKind: string, objectId: string, about: string) =>
    raiseDoubt(ctx, { space: "simulated", objectKind, objectId, about, readings: ["un", "deux"] });
  await raise("agreement", agreement, "le titre");
  const { id: doubt } = await raise("commitment", promised.id, "le nombre");
  await raise("agreement", ctx.ids.next(), "ce que personne ne voit");
  const list = async (state: "open" | "settled") =>
    (await listedDoubts(ctx, { space: "simulated", state })).doubts
      .map((one) => [one.about, one.agreements[0]?.reference, one.commitment])
      .toSorted();
  expect(await list("open")).toEqual([
    ["le nombre", "CONV-1", 1],
    ["le titre", "CONV-1", null],
  ]);
  await settleDoubt(ctx, { doubt, reading: 2, reason: "le procès-verbal" });
  expect(await list("open")).toEqual([["le titre", "CONV-1", null]]);
  expect(await list("settled")).toEqual([["le nombre", "CONV-1", 1]]);
  const settled = await listedDoubts(ctx, { space: "simulated", state: "settled" });
  expect(listedDoubts.output.parse(settled)).toEqual(settled);
  expect(await listedDoubts(ctx, { space: "real" })).toEqual({ total: 0, doubts: [] });
});

test("a doubt about what several agreements share names them all, and stands in the list once", async () => {
  const { ctx } = place;
  await seedAgreement(ctx, world, { reference: "CONV-2" });
  await raiseDoubt(ctx, {
    ...{ space: "simulated", objectKind: "document", objectId: world.document, about: "la date" },
    readings: ["un", "deux"],
  });
  const { total, doubts } = await listedDoubts(ctx, { space: "simulated" });
  expect([total, doubts.length]).toEqual([2, 2]);
  const shared = doubts.find(({ about }) => about === "la date");
  expect(shared?.agreements.map(({ reference }) => reference)).toEqual(["CONV-1", "CONV-2"]);
});

test("the list comes page by page, the latest first, and every page says how many there are", async () => {
  const { ctx } = place;
  for (const about of ["un", "deux", "trois"])
    await raiseDoubt(ctx, {
      ...{ space: "simulated", objectKind: "agreement", objectId: agreement, about, readings: ["a", "b"] },
    });
  const all = await listedDoubts(ctx, { space: "simulated" });
  const pages = await Promise.all(
    [0, 2, 4].map((offset) => listedDoubts(ctx, { space: "simulated", limit: 2, offset })),
  );
  expect(all.total).toBe(5);
  expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
  expect(pages.flatMap(({ doubts }) => doubts)).toEqual(all.doubts);
});
