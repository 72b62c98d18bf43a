import {
  seedAgreement,
  seedAssertion,
  seedWorld,
  type TestPlace,
  testPlace,
  type World,
} from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemIds } from "../kernel/index.ts";
import { statedFigures } from "./queries.ts";
import { stateFigure } from "./state-figure.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "CONV-1" });
});
afterAll(() => place.close());

const simulated = { space: "simulated" as const };

test("a need and a share of it are read by territory, and the share is computed", async () => {
  const assertion = await seedAssertion(place.ctx, world, { start: 0, end: 13, quantity: 23000 });
  const eventId = systemIds.next();
  const need = await stateFigure(place.ctx, {
    ...{
      ...simulated,
      kind: "need",
      quantity: 23000,
      unit: "posts",
      territoryId: world.province,
      eventId,
      assertion,
    },
  });
  await stateFigure(place.ctx, {
    ...{
      ...simulated,
      kind: "share",
      quantity: 68,
      unit: "percent",
      of: need.id,
      sectors: ["offshoring", "services"],
    },
    ...{ territoryId: world.province, eventId },
  });
  const { figures } = await statedFigures(place.ctx, { ...simulated, territoryId: world.region });
  expect(figures).toMatchObject([
    {
      kind: "need",
      quantity: 23000,
      comesTo: null,
      passage: { text: "La convention" },
      territory: { code: "901" },
    },
    { kind: "share", quantity: 68, of: need.id, comesTo: 15640, sectorsExhaustive: false },
  ]);
  expect((await statedFigures(place.ctx, { ...simulated, kind: "need", eventId })).figures).toHaveLength(1);
});

test("an intention has no number and belongs to its agreement", async () => {
  const given = { ...simulated, kind: "intention" as const, agreement: "CONV-1", populations: ["youth"] };
  await stateFigure(place.ctx, { ...given, subject: "plans de recrutement", organisation: "AGENCE" });
  const { figures } = await statedFigures(place.ctx, { ...simulated, agreement: "CONV-1" });
  expect(figures).toMatchObject([
    { quantity: null, subject: "plans de recrutement", organisation: { reference: "AGENCE" } },
  ]);
});

test("a figure that names what is not there is refused", async () => {
  const nowhere = "00000000-0000-4000-8000-000000000000";
  const refused = (given: object, code: string) =>
    expect(
      stateFigure(place.ctx, { ...simulated, kind: "need", quantity: 1, ...given }),
    ).rejects.toMatchObject({
      code: `needs.${code}`,
    });
  await refused({ kind: "share" }, "share_of_what");
  await refused({ of: nowhere }, "share_of_what");
  await refused({ kind: "share", of: nowhere }, "unknown");
  await refused({ quantity: null }, "nothing_stated");
  await refused({ territoryId: nowhere }, "territory_unknown");
  await refused({ populations: ["martians"] }, "population_unknown");
  await refused({ officeHolderId: nowhere }, "office_holder_unknown");
  await refused({ assertion: nowhere }, "assertion_unknown");
  await refused({ space: "real", agreement: "CONV-1" }, "other_space");
});
