import { seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { statedFigures } from "./queries.ts";
import { stateFigure } from "./state-figure.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
});
afterAll(() => place.close());

const as = (grants: Actor["grants"]): Context => ({
  ...place.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});
const need = { space: "simulated" as const, kind: "need" as const, quantity: 12 };

test("stating a figure needs the right to edit, in the figure's territory", async () => {
  const region = as([{ permissions: ["needs.edit"], territory: world.region }]);
  await expect(stateFigure(region, { ...need, territoryId: world.province })).resolves.toBeDefined();
  await expect(stateFigure(region, need)).rejects.toMatchObject({ code: "kernel.not_allowed" });
  await expect(stateFigure(as([{ permissions: ["needs.read"] }]), need)).rejects.toMatchObject({
    status: 403,
  });
});

test("reading needs the right to read, in the territory that is read", async () => {
  const region = as([{ permissions: ["needs.read"], territory: world.region }]);
  await expect(
    statedFigures(region, { space: "simulated", territoryId: world.region }),
  ).resolves.toBeDefined();
  await expect(statedFigures(region, { space: "simulated" })).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
});
