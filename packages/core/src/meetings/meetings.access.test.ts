import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { holdEvent } from "./hold-event.ts";
import { listEvents } from "./list-events.ts";
import { eventInFull, eventsOfAgreement } from "./queries.ts";
import { routes } from "./routes.ts";

let place: TestPlace;
let world: World;
const event = "FORUM";
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "CONV-1" });
  await holdEvent(place.ctx, {
    space: "simulated",
    reference: event,
    kind: "forum",
    territoryId: world.province,
  });
});
afterAll(() => place.close());

const as = (grants: Actor["grants"]): Context => ({
  ...place.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});

const inputs: Readonly<Record<string, object>> = {
  "meetings.hold_event": { space: "simulated", reference: "AUTRE", kind: "forum" },
  "meetings.complete_event": { event, name: "Forum" },
  "meetings.add_part": { event, kind: "visit" },
  "meetings.register_attendance": { event, role: "guest", category: "presse" },
  "meetings.name_topic": { event, kind: "topic", label: "emploi" },
  "meetings.concern_agreement": { event, agreement: "CONV-1", relation: "signed_at" },
  "meetings.record_decision": { event, decision: "se revoir" },
  "meetings.done": { event, decision: 1, on: "2026-01-01" },
  "meetings.cite_event": {
    event,
    assertions: [{ assertion: "00000000-0000-4000-8000-000000000000", field: "date" }],
  },
};

test.each(routes.flatMap((route) => ("act" in route ? [route.act] : [])))(
  "$actName is refused to somebody who may only read",
  async (act) => {
    const reader = as([{ permissions: ["meetings.read"] }]);
    await expect(act(reader, inputs[act.actName])).rejects.toMatchObject({
      code: "kernel.not_allowed",
      params: { permission: "meetings.edit" },
    });
  },
);

test("an event is read and held where one's grant reaches", async () => {
  const here = as([{ permissions: ["meetings.read", "meetings.edit"], territory: world.region }]);
  await expect(eventInFull(here, { event })).resolves.toMatchObject({ reference: event });
  await expect(eventsOfAgreement(here, { agreement: "CONV-1" })).resolves.toEqual({ events: [] });
  const listed = async (ctx: Context) => (await listEvents(ctx, { space: "simulated" })).events;
  expect(await listed(here)).toMatchObject([{ reference: event, kind: "forum", agreements: 0 }]);
  const there = as([{ permissions: ["meetings.read"], agreement: world.region }]);
  expect(await listed(there)).toEqual([]);
  await expect(listEvents(as([]), { space: "simulated" })).rejects.toMatchObject({ status: 403 });
  await expect(eventInFull(as([]), { event })).rejects.toMatchObject({ status: 403 });
  await expect(eventsOfAgreement(as([]), { agreement: "CONV-1" })).rejects.toMatchObject({ status: 403 });
  const nowhere = { space: "simulated" as const, reference: "SANS-LIEU", kind: "forum" as const };
  await expect(holdEvent(here, nowhere)).rejects.toMatchObject({ status: 403 });
  await expect(holdEvent(here, { ...nowhere, territoryId: world.province })).resolves.toMatchObject({});
});
