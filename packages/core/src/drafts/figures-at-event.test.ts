import { seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { holdEvent } from "../meetings/index.ts";
import { statedFigures, stateFigure } from "../needs/index.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
});
afterAll(() => place.close());

const reader = (grant: Partial<Actor["grants"][number]>): Context => ({
  ...place.ctx,
  actor: {
    id: "00000000-0000-7000-8000-0000000000ff",
    kind: "user",
    label: "Salma",
    grants: [{ permissions: ["needs.read", "meetings.read"], ...grant }],
  },
});

test("a need that was stated at an event is read by who may read where the event is, and by nobody elsewhere", async () => {
  const space = "simulated" as const;
  const { id: eventId } = await holdEvent(place.ctx, {
    ...{ space, reference: "ASSISES-1", kind: "regional_assizes" as const, territoryId: world.province },
  });
  await stateFigure(place.ctx, { space, kind: "need", quantity: 23000, unit: "posts", eventId });
  const read = async (ctx: Context) => (await statedFigures(ctx, { space, eventId })).figures;
  expect(await read(reader({ territory: world.region }))).toMatchObject([{ quantity: 23000 }]);
  await expect(read(reader({ organisation: world.region }))).rejects.toMatchObject({ status: 403 });
});
