import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addParty } from "../agreements/index.ts";
import type { Actor, Context } from "../kernel/index.ts";
import { calendarAddresses, makeCalendarAddress } from "./calendar-address.ts";
import { committeesOfAgreement } from "./committees.ts";
import { concernAgreement } from "./concern-agreement.ts";
import { convene } from "./convene.ts";
import { eventCalendar } from "./event-calendar.ts";
import { holdEvent } from "./hold-event.ts";
import { listEvents } from "./list-events.ts";
import { meetingInFull, meetingsBetween } from "./meeting.ts";
import { ownRights } from "./own-rights.ts";
import { eventInFull, eventsOfAgreement } from "./queries.ts";
import { routes } from "./routes.ts";
import { setUpCommittee } from "./set-up-committee.ts";

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

const session = { committee: "00000000-0000-4000-8000-000000000000", event: "COM-CONV-1-1" };
const steering = {
  kind: "steering",
  name: "Comité",
  presidedBy: "wali",
  everyMonths: 6,
  setUpOn: "2026-01-01",
};

const inputs: Readonly<Record<string, object>> = {
  "meetings.hold_event": { space: "simulated", reference: "AUTRE", kind: "forum" },
  "meetings.complete_event": { event, name: "Forum" },
  "meetings.add_part": { event, kind: "visit" },
  "meetings.register_attendance": { event, role: "guest", category: "presse" },
  "meetings.say_in_arabic": { event, text: "لقاء", reviewed: false },
  "meetings.say_in_english": { event, text: "Job forum" },
  "meetings.name_topic": { event, kind: "topic", label: "emploi" },
  "meetings.concern_agreement": { event, agreement: "CONV-1", relation: "signed_at" },
  "meetings.record_decision": { event, decision: "se revoir" },
  "meetings.done": { event, decision: 1, on: "2026-01-01" },
  "meetings.postpone": { event, decision: 1, to: "2026-06-01", reason: "en attente" },
  "meetings.set_up_committee": { agreement: "CONV-1", ...steering },
  "meetings.revise_committee": { committee: session.committee, name: "Autre", reason: "changement" },
  "meetings.convene": { committee: session.committee, on: "2026-06-01", time: "10:00" },
  "meetings.set_agenda": { event: session.event, agenda: ["bilan"] },
  "meetings.move_meeting": {
    event: session.event,
    on: "2026-06-01",
    time: "10:00",
    place: null,
    reason: "salle",
  },
  "meetings.cancel_meeting": { event: session.event, reason: "pas de quorum" },
  "meetings.hold_meeting": { event: session.event, on: "2026-03-01" },
  "meetings.write_minutes": { event: session.event, minutes: "vu et lu" },
  "meetings.publish_minutes": { event: session.event },
  "meetings.record_recommendation": {
    ...{ agreement: "CONV-1", auditor: "AGENCE", report: "Audit", reportedOn: "2026-01-05" },
    recommendation: "suivre",
  },
  "meetings.cite_event": {
    event,
    assertions: [{ assertion: "00000000-0000-4000-8000-000000000000", field: "date" }],
  },
};

const acts = routes.flatMap((route) => ("act" in route ? [route.act] : []));

test("what is no edit is about one's own calendar, for whoever has an account", async () => {
  const others = acts.filter(({ permission }) => permission !== "meetings.edit");
  expect(others.map(({ actName, permission }) => [actName, permission])).toEqual([
    ["meetings.make_calendar_address", "door.own_account"],
    ["meetings.revoke_calendar_address", "door.own_account"],
  ]);
  await expect(makeCalendarAddress(as([]), { name: "poche" })).rejects.toMatchObject({ status: 403 });
  await expect(calendarAddresses(as([]), {})).rejects.toMatchObject({ status: 403 });
  const withoutAccount = as([{ permissions: ["door.own_account"] }]);
  await expect(makeCalendarAddress(withoutAccount, { name: "poche" })).rejects.toMatchObject({
    code: "meetings.no_account",
  });
  await expect(calendarAddresses(withoutAccount, {})).resolves.toEqual([]);
});

test.each(acts.filter(({ permission }) => permission === "meetings.edit"))(
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
  await expect(ownRights(as([]), { event })).rejects.toMatchObject({ status: 403 });
  expect(await ownRights(here, { event })).toEqual({ permissions: ["meetings.edit", "meetings.read"] });
  await expect(eventsOfAgreement(as([]), { agreement: "CONV-1" })).rejects.toMatchObject({ status: 403 });
  const nowhere = { space: "simulated" as const, reference: "SANS-LIEU", kind: "forum" as const };
  await expect(holdEvent(here, nowhere)).rejects.toMatchObject({ status: 403 });
  await expect(holdEvent(here, { ...nowhere, territoryId: world.province })).resolves.toMatchObject({});
});

test("committees and their meetings are read by who may read meetings, where her grant reaches", async () => {
  const { committee } = await setUpCommittee(place.ctx, {
    ...{ agreement: "CONV-1", kind: "steering", name: "Comité", presidedBy: "wali", everyMonths: 6 },
    setUpOn: "2026-01-01",
  });
  const { event: meeting } = await convene(place.ctx, { committee, on: "2026-05-04", time: "10:00" });
  const here = as([{ permissions: ["meetings.read"], territory: world.region }]);
  const between = { space: "simulated" as const, from: "2026-05-01", to: "2026-05-31" };
  const asked = [
    (c: Context) => committeesOfAgreement(c, { agreement: "CONV-1" }),
    (c: Context) => meetingInFull(c, { event: meeting }),
    (c: Context) => eventCalendar(c, { event: meeting }),
    (c: Context) => meetingsBetween(c, between),
  ];
  for (const ask of asked) {
    await expect(ask(here)).resolves.toBeDefined();
    await expect(ask(as([{ permissions: ["agreements.read"] }]))).rejects.toMatchObject({ status: 403 });
  }
  const elsewhere = as([{ permissions: ["meetings.read"], territory: world.document }]);
  expect((await meetingsBetween(here, between)).meetings).toHaveLength(1);
  expect((await meetingsBetween(elsewhere, between)).meetings).toEqual([]);
});

test("a party of an agreement reads the events that concern it, and no other", async () => {
  const party = as([{ permissions: ["meetings.read"], organisation: world.council }]);
  await seedAgreement(place.ctx, world, { reference: "CONV-3", signed: false });
  await addParty(place.ctx, { agreement: "CONV-3", organisation: "CONSEIL", role: "funder" });
  const there = { space: "simulated", kind: "forum", territoryId: world.province } as const;
  await holdEvent(place.ctx, { ...there, reference: "RENCONTRE" });
  await expect(eventInFull(party, { event: "RENCONTRE" })).rejects.toMatchObject({ status: 404 });
  const debated = { event: "RENCONTRE", agreement: "CONV-3", relation: "discussed_at" as const };
  await concernAgreement(place.ctx, debated);
  await expect(eventInFull(party, { event: "RENCONTRE" })).resolves.toMatchObject({
    agreements: [{ reference: "CONV-3" }],
  });
  await expect(eventInFull(party, { event })).rejects.toMatchObject({ status: 404 });
});

test("to say that an event concerns an agreement takes the right to write on the one and to read the other", async () => {
  const edits = { permissions: ["meetings.edit"], territory: world.region };
  const agreement = await seedAgreement(place.ctx, world, { reference: "CONV-2" });
  const there = { space: "simulated", kind: "forum", territoryId: world.region } as const;
  await holdEvent(place.ctx, { ...there, reference: "SALON" });
  const given = { event: "SALON", agreement: "CONV-2", relation: "discussed_at" as const };
  const refused = { code: "kernel.not_allowed", params: { permission: "agreements.read" } };
  const reads = (where: string) => ({ permissions: ["agreements.read"], agreement: where });
  await expect(concernAgreement(as([edits]), given)).rejects.toMatchObject(refused);
  await expect(concernAgreement(as([edits, reads(world.document)]), given)).rejects.toMatchObject(refused);
  await expect(concernAgreement(as([reads(agreement)]), given)).rejects.toMatchObject({
    params: { permission: "meetings.edit" },
  });
  await expect(concernAgreement(as([edits, reads(agreement)]), given)).resolves.toMatchObject(given);
});
