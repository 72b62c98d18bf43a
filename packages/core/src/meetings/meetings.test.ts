import {
  seedAgreement,
  seedAssertion,
  seedWorld,
  type TestPlace,
  testPlace,
  type World,
  write,
} from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PartialDate, systemIds } from "../kernel/index.ts";
import { listTranslations } from "../translations/index.ts";
import { addPart } from "./add-part.ts";
import { citeEvent } from "./cite-event.ts";
import { completeEvent } from "./complete-event.ts";
import { concernAgreement } from "./concern-agreement.ts";
import { convene } from "./convene.ts";
import { done } from "./done.ts";
import { guards } from "./guards.ts";
import { holdEvent } from "./hold-event.ts";
import { holdMeeting, publishMinutes, writeMinutes } from "./hold-meeting.ts";
import { nameTopic } from "./name-topic.ts";
import { cancelMeeting } from "./prepare-meeting.ts";
import { eventInFull, eventsOfAgreement } from "./queries.ts";
import { recordDecision } from "./record-decision.ts";
import { recordRecommendation } from "./record-recommendation.ts";
import { registerAttendance } from "./register-attendance.ts";
import { sayInArabic } from "./say-in-arabic.ts";
import { sayInEnglish } from "./say-in-english.ts";
import { setUpCommittee } from "./set-up-committee.ts";

let place: TestPlace;
let world: World;
const minister = systemIds.next();
const event = "SEMINAIRE";
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "CONV-1", signed: false });
  await write(
    place.ctx,
    sql`insert into office_holders (id, space, organisation_id, name, function)
        values (${minister}, 'simulated', ${world.council}, 'N. Exemple', 'présidente')`,
  );
  const date = { year: null, month: 1, day: null, weekday: null };
  await holdEvent(place.ctx, {
    ...{
      space: "simulated",
      reference: event,
      kind: "study_visit",
      name: "Visite",
      date,
      dateText: "fin janvier",
    },
    territoryId: world.region,
  });
});
afterAll(() => place.close());

test("an event is read with its parts, its people and what it decided", async () => {
  const said = await seedAssertion(place.ctx, world, { start: 0, end: 13, quantity: 3 });
  const citedBy = [{ assertion: said, field: "topic" }];
  await addPart(place.ctx, { event, kind: "round_table", topic: "besoins", topicInferred: true, citedBy });
  await addPart(place.ctx, { event, kind: "visit", host: "AGENCE", placeStated: false });
  await registerAttendance(place.ctx, { event, role: "chair", officeHolderId: minister });
  await registerAttendance(place.ctx, { event, role: "host", organisation: "AGENCE" });
  await registerAttendance(place.ctx, {
    event,
    part: 2,
    role: "guest",
    category: "entreprises clientes",
    headcount: 3,
  });
  await nameTopic(place.ctx, { event, kind: "objective", code: "self_employment", label: "auto-emploi" });
  await concernAgreement(place.ctx, { event, agreement: "CONV-1", relation: "decided_at" });
  await recordDecision(place.ctx, {
    event,
    decision: "signer une lettre",
    owner: "AGENCE",
    leadsTo: "CONV-1",
  });

  const read = await eventInFull(place.ctx, { event });
  expect(read).toMatchObject({ dateText: "fin janvier", date: { year: null, month: 1, day: null } });
  expect(read.parts).toMatchObject([
    { ordinal: 1, kind: "round_table", topicInferred: true },
    { ordinal: 2, host: { reference: "AGENCE" }, placeStated: false },
  ]);
  expect(read.participants).toMatchObject([
    { role: "chair", person: { name: "N. Exemple", function: "présidente", organisation: "Conseil" } },
    { role: "host", organisation: { reference: "AGENCE" } },
    { part: 2, category: "entreprises clientes", headcount: 3, organisation: null },
  ]);
  expect(read.decisions).toMatchObject([{ number: 1, leadsTo: "CONV-1", dueOn: null, doneOn: null }]);
  expect(read.sources).toMatchObject([
    { field: "topic", rowId: read.parts[0]?.id, passage: { text: "La convention" } },
  ]);
  expect(read.topics).toMatchObject([{ kind: "objective", code: "self_employment" }]);
  expect((await eventsOfAgreement(place.ctx, { agreement: "CONV-1" })).events).toMatchObject([
    { reference: event, relation: "decided_at" },
  ]);
  expect(
    await citeEvent(place.ctx, { event, assertions: [{ assertion: said, field: "name" }] }),
  ).toMatchObject({ added: 1 });
});

test("an event, a part and a topic are said in Arabic, beside what the texts say, and wait for a reader", async () => {
  const before = await eventInFull(place.ctx, { event });
  const [part, topic] = [before.parts[0]?.id, before.topics[0]?.id];
  await sayInArabic(place.ctx, { event, text: "مناظرة الجهة", reviewed: false });
  await sayInArabic(place.ctx, { event, rowId: part, text: "الحاجيات", reviewed: false });
  await sayInArabic(place.ctx, { event, rowId: topic, text: "التشغيل الذاتي", reviewed: true });
  await sayInEnglish(place.ctx, { event, text: "Regional seminar" });
  const read = await eventInFull(place.ctx, { event });
  expect(read).toMatchObject({ name: before.name, nameAr: "مناظرة الجهة", arReviewed: false });
  expect(read.nameEn).toBe("Regional seminar");
  expect(read.parts[0]).toMatchObject({ topic: "besoins", topicAr: "الحاجيات" });
  expect(read.topics[0]?.labelAr).toBe("التشغيل الذاتي");
  const waiting = await listTranslations(place.ctx, { kind: "event" });
  expect(new Set(waiting.translations.map(({ content }) => content))).toEqual(
    new Set(["مناظرة الجهة", "الحاجيات"]),
  );
  const nowhere = "00000000-0000-4000-8000-000000000000";
  await expect(
    sayInArabic(place.ctx, { event, rowId: nowhere, text: "لا", reviewed: false }),
  ).rejects.toMatchObject({
    code: "meetings.row_unknown",
  });
});

test("a decision is carried out once", async () => {
  const { number } = await recordDecision(place.ctx, {
    event,
    decision: "envoyer le compte rendu",
    dueOn: "2026-03-31",
  });
  const later = place.at("2026-03-16T12:00:00Z");
  await done(later, { event, decision: number, on: "2026-03-15" });
  await expect(done(later, { event, decision: number, on: "2026-03-16" })).rejects.toMatchObject({
    code: "meetings.already_done",
  });
  await expect(done(later, { event, decision: 99, on: "2026-03-16" })).rejects.toMatchObject({
    code: "meetings.decision_unknown",
  });
});

test("an event without a reference draws the next one of its region and year, and none is drawn twice", async () => {
  const hold = (given: { territoryId?: string; date?: PartialDate; reference?: string }) =>
    holdEvent(place.ctx, { space: "simulated", kind: "forum", ...given });
  const of = (year: number) => ({ year, month: null, day: null, weekday: null });
  const year = place.ctx.clock.now().getUTCFullYear();
  expect((await hold({})).reference).toBe(`EV-NAT-${year}-1`);
  const inProvince = { territoryId: world.province, date: of(2024) };
  const drawn = await Promise.all([hold(inProvince), hold(inProvince), hold(inProvince)]);
  expect(drawn.map(({ reference }) => reference).sort()).toEqual([1, 2, 3].map((n) => `EV-R90-2024-${n}`));
  await hold({ reference: "EV-R90-2024-9" });
  expect((await hold(inProvince)).reference).toBe("EV-R90-2024-10");
});

test("a refusal names what is missing", async () => {
  const nowhere = "00000000-0000-4000-8000-000000000000";
  const refused = (act: Promise<unknown>, code: string) =>
    expect(act).rejects.toMatchObject({ code: `meetings.${code}` });
  await refused(
    holdEvent(place.ctx, { space: "simulated", reference: event, kind: "forum" }),
    "reference_taken",
  );
  // whoever does not see the event is told all the same that its reference is taken
  const actor = {
    ...{ id: "00000000-0000-7000-8000-0000000000ff", kind: "user" as const, label: "Salma" },
    grants: [{ permissions: ["meetings.edit"], territory: world.province }],
  };
  const unseen = { space: "simulated" as const, reference: event, kind: "forum" as const };
  await refused(
    holdEvent({ ...place.ctx, actor }, { ...unseen, territoryId: world.province }),
    "reference_taken",
  );
  const elsewhere = {
    space: "simulated" as const,
    reference: "AILLEURS",
    kind: "forum" as const,
    territoryId: nowhere,
  };
  await refused(holdEvent(place.ctx, elsewhere), "territory_unknown");
  await refused(eventInFull(place.ctx, { event: "INCONNU" }), "unknown");
  await refused(registerAttendance(place.ctx, { event, role: "guest" }), "nobody_named");
  await refused(
    registerAttendance(place.ctx, { event, part: 50, role: "guest", category: "x" }),
    "part_unknown",
  );
  await refused(
    registerAttendance(place.ctx, { event, role: "guest", officeHolderId: nowhere }),
    "office_holder_unknown",
  );
  await refused(
    citeEvent(place.ctx, { event, assertions: [{ assertion: nowhere, field: "date" }] }),
    "assertion_unknown",
  );
  await holdEvent(place.ctx, { space: "real", reference: "REEL", kind: "forum" });
  await refused(
    concernAgreement(place.ctx, { event: "REEL", agreement: "CONV-1", relation: "signed_at" }),
    "other_space",
  );
});

test("an agreement goes into force once a committee that concerns it has met", async () => {
  const agreement = await seedAgreement(place.ctx, world, { reference: "CONV-2" });
  const missing = async () => (await guards.committees_installed?.(place.ctx, agreement)) ?? [];
  expect(await missing()).toHaveLength(1);
  await holdEvent(place.ctx, { space: "simulated", reference: "COMITE-1", kind: "committee" });
  await concernAgreement(place.ctx, { event: "COMITE-1", agreement: "CONV-2", relation: "discussed_at" });
  expect(await missing()).toEqual([]);
});

test("a second source fills in what the first left open and changes nothing that it gave", async () => {
  await holdEvent(place.ctx, {
    ...{ space: "simulated", reference: "JOURNEE", kind: "seminar", name: "Journée" },
    date: { year: null, month: 12, day: 15, weekday: 3 },
  });
  const date = { year: 2021, month: 11, day: null, weekday: null };
  await completeEvent(place.ctx, { event: "JOURNEE", name: "Autre nom", date, placeText: "Ville" });
  const read = await eventInFull(place.ctx, { event: "JOURNEE" });
  expect(read).toMatchObject({
    name: "Journée",
    placeText: "Ville",
    date: { year: 2021, month: 12, day: 15 },
  });
  const attendance = { event: "JOURNEE", role: "organiser" as const, organisation: "AGENCE" };
  const first = await registerAttendance(place.ctx, attendance);
  expect(await registerAttendance(place.ctx, attendance)).toEqual(first);
});

test("two at once are given references of their own, and one report is one audit", async () => {
  const { ctx } = place;
  const committees = await Promise.all(
    ["regional", "provincial"].map((kind) =>
      setUpCommittee(ctx, {
        ...{ agreement: "CONV-1", kind: kind as "regional", name: `Comité ${kind}`, presidedBy: "wali" },
        ...{ everyMonths: null, setUpOn: "2026-01-01" },
      }),
    ),
  );
  const day = { on: "2026-10-01", time: "10:00", send: false };
  const convened = await Promise.all(
    [...committees, ...committees].map(({ committee: of }) => convene(ctx, { committee: of, ...day })),
  );
  expect(new Set(convened.map(({ event }) => event)).size).toBe(4);
  const audit = { agreement: "CONV-1", auditor: "CONSEIL", report: "Audit 2024", reportedOn: "2025-01-15" };
  const told = await Promise.all(
    ["Suivre les contrats", "Publier les comptes", "Tenir le registre"].map((recommendation) =>
      recordRecommendation(ctx, { ...audit, recommendation }),
    ),
  );
  expect(new Set(told.map(({ event }) => event)).size).toBe(1);
  expect(told.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
});

test("a meeting decides when it is held: not before, not when it was cancelled, and not after its minutes", async () => {
  const { ctx } = place;
  const { committee: another } = await setUpCommittee(ctx, {
    ...{ agreement: "CONV-1", kind: "strategic", name: "Stratégie", presidedBy: "wali", everyMonths: null },
    setUpOn: "2026-01-01",
  });
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => "done",
      (error: { code?: string }) => error.code ?? String(error),
    );
  const decide = (event: string) => codeOf(recordDecision(ctx, { event, decision: "Publier la liste" }));
  const attend = (event: string) =>
    codeOf(registerAttendance(ctx, { event, role: "attendee", organisation: "CONSEIL" }));
  const day = { committee: another, on: "2026-03-02", time: "10:00", send: false };
  const { event } = await convene(ctx, day);
  expect(await decide(event)).toBe("meetings.meeting_not_open");
  await holdMeeting(ctx, { event, on: "2026-03-02" });
  expect([await decide(event), await attend(event)]).toEqual(["done", "done"]);
  await writeMinutes(ctx, { event, minutes: "Le comité a examiné la liste." });
  await publishMinutes(ctx, { event });
  const { event: never } = await convene(ctx, day);
  await cancelMeeting(ctx, { event: never, reason: "quorum" });
  for (const closed of [event, never])
    expect([await decide(closed), await attend(closed)]).toEqual([
      ...["meetings.meeting_not_open", "meetings.meeting_not_open"],
    ]);
});
