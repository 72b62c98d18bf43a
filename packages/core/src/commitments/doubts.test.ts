import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { raiseDoubt, settleDoubt } from "../sources/index.ts";
import { listedDoubts } from "./doubts.ts";
import { promise } from "./promise.ts";

let place: TestPlace;
let agreement: string;
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.ctx);
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
    (await listedDoubts(ctx, { space: "simulated", state }))
      .map((one) => [one.about, one.agreement, one.commitment])
      .toSorted();
  expect(await list("open")).toEqual([
    ["le nombre", "CONV-1", 1],
    ["le titre", "CONV-1", null],
  ]);
  await settleDoubt(ctx, { doubt, reading: 2, reason: "le procès-verbal" });
  expect(await list("open")).toEqual([["le titre", "CONV-1", null]]);
  expect(await list("settled")).toEqual([["le nombre", "CONV-1", 1]]);
  const [settled] = await listedDoubts(ctx, { space: "simulated", state: "settled" });
  expect(listedDoubts.output.parse([settled])).toEqual([settled]);
  expect(await listedDoubts(ctx, { space: "real" })).toEqual([]);
});
