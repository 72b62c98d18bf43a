import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addParty, draftAgreement } from "../agreements/index.ts";
import { promise } from "../commitments/index.ts";
import { pledge } from "../funding/index.ts";
import { agreementLines } from "./agreement-lines.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "BUNDLE-1", signed: false, kind: "bundle" });
  await seedAgreement(place.ctx, world, { reference: "CONV-1", signed: false, parent: "BUNDLE-1" });
  await promise(place.ctx, { agreement: "CONV-1", indicator: "placements", wording: "insertion de jeunes" });
  const money = { currency: "MAD", basis: "announced" } as const;
  await pledge(place.ctx, { agreement: "BUNDLE-1", role: "total", amount: "406800000.00", ...money });
  const share = { role: "contribution", contributor: "CONSEIL", amount: "160000000.00" } as const;
  await pledge(place.ctx, { agreement: "BUNDLE-1", ...share, ...money });
  await pledge(place.ctx, { agreement: "CONV-1", ...share, ...money });
});
afterAll(() => place.close());

test("a line holds what stands at the agreement itself: nothing of those below, no share added to a total", async () => {
  const lines = await agreementLines(place.ctx, { agreements: ["CONV-1", "NOBODY-1", "BUNDLE-1"] });
  const told = lines.map((line) => [
    line.agreement,
    line.money,
    line.commitments.map(({ commitment }) => commitment),
  ]);
  expect(told).toEqual([
    ["CONV-1", [{ amount: "160000000.00", currency: "MAD" }], ["CONV-1/1"]],
    ["BUNDLE-1", [{ amount: "406800000.00", currency: "MAD" }], []],
  ]);
});

test("an amount without a number makes no line of money", async () => {
  await draftAgreement(place.ctx, {
    ...{ space: "simulated", reference: "CONV-2", type: "convention", title: "Sans montant" },
    territoryId: world.region,
  });
  await addParty(place.ctx, { agreement: "CONV-2", organisation: "AGENCE", role: "partner" });
  const unknown = { amount: null, qualifier: "unquantified", currency: "MAD", basis: "announced" } as const;
  await pledge(place.ctx, { agreement: "CONV-2", role: "total", ...unknown });
  const [line] = await agreementLines(place.ctx, { agreements: ["CONV-2"] });
  expect(line?.money).toEqual([]);
});
