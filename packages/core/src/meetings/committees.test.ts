import { seedAgreement, seedWorld, type TestPlace, testPlace, write } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addFocalPoint } from "../organisations/index.ts";
import { committeesOfAgreement } from "./committees.ts";
import { convene } from "./convene.ts";
import { done } from "./done.ts";
import { guards } from "./guards.ts";
import { holdMeeting, publishMinutes, writeMinutes } from "./hold-meeting.ts";
import { invitationOf } from "./invitation.ts";
import { meetingInFull, meetingsBetween } from "./meeting.ts";
import { postpone } from "./postpone.ts";
import { cancelMeeting, moveMeeting, setAgenda } from "./prepare-meeting.ts";
import { eventInFull } from "./queries.ts";
import { recordDecision } from "./record-decision.ts";
import { recordRecommendation } from "./record-recommendation.ts";
import { registerAttendance } from "./register-attendance.ts";
import { reviseCommittee } from "./revise-committee.ts";
import { setUpCommittee } from "./set-up-committee.ts";

let place: TestPlace;
let committee: string;
let agreement: string;
beforeAll(async () => {
  place = await testPlace();
  const world = await seedWorld(place.ctx);
  agreement = await seedAgreement(place.ctx, world, { reference: "CONV-1" });
  await addFocalPoint(place.ctx, {
    organisation: "CONSEIL",
    function: "Emploi",
    mail: "emploi@conseil.test",
  });
  ({ committee } = await setUpCommittee(place.ctx, {
    ...{
      agreement: "CONV-1",
      kind: "follow_up",
      name: "Comité de suivi",
      nameAr: "لجنة التتبع",
      presidedBy: "wali",
      everyMonths: 3,
    },
    setUpOn: "2025-10-01",
    members: [
      { organisation: "CONSEIL", role: "chair", function: "Directeur de l’emploi" },
      { organisation: "AGENCE", role: "secretary", function: "Directrice régionale" },
    ],
  }));
});
afterAll(() => place.close());

const invitations = async (event: string) => {
  const { rows } = await sql<{ id: string; sequence: number }>`
    select i.id, i.sequence from meeting_invitations i join events e on e.id = i.event_id
    where e.reference = ${event} order by i.sequence, i.id`.execute(place.ctx.db);
  return rows;
};
const sent = async (event: string) => {
  const all = await invitations(event);
  const read = await Promise.all(all.map(({ id }) => invitationOf(place.ctx, id, "https://iltizam.test")));
  return read.filter((one) => one !== undefined);
};

test("a committee has members, a rhythm, and is overdue when its rhythm says so", async () => {
  const { committees } = await committeesOfAgreement(place.ctx, { agreement: "CONV-1" });
  expect(committees).toMatchObject([
    {
      ...{
        name: "Comité de suivi",
        nameAr: "لجنة التتبع",
        presidedBy: "wali",
        dueOn: "2026-01-01",
        isOverdue: true,
        lastHeldOn: null,
      },
      members: [
        { role: "chair", function: "Directeur de l’emploi", organisation: { reference: "CONSEIL" } },
        { role: "secretary", organisation: { reference: "AGENCE" } },
      ],
    },
  ]);
});

test("a meeting goes from its convening to its published minutes", async () => {
  const { ctx } = place;
  const { event: first } = await convene(ctx, {
    committee,
    on: "2026-03-20",
    time: "10:00",
    place: "Wilaya",
  });
  expect(first).toBe("COM-CONV-1-1");
  expect((await meetingInFull(ctx, { event: first })).committee).toMatchObject({ nameAr: "لجنة التتبع" });
  expect(await eventInFull(ctx, { event: first })).toMatchObject({ nameAr: "لجنة التتبع" });
  expect(await guards.committees_installed?.(ctx, agreement)).toHaveLength(1);
  await setAgenda(ctx, { event: first, agenda: ["Avancement", "Preuves"] });
  expect(await sent(first)).toMatchObject([
    {
      ...{ mail: "emploi@conseil.test", to: "Directeur de l’emploi", what: "convened", day: "2026-03-20" },
      ...{ time: "10:00", place: "Wilaya", agenda: ["Avancement", "Preuves"], carried: [] },
      entry: { sequence: 0, isCancelled: false, address: "https://iltizam.test/meetings/COM-CONV-1-1" },
    },
  ]);
  const later = place.at("2026-03-20T15:00:00Z");
  const members = (await meetingInFull(later, { event: first })).members;
  const chair = members.find(({ role }) => role === "chair")?.id ?? "";
  await expect(holdMeeting(later, { event: first, on: "2026-03-21" })).rejects.toMatchObject({
    code: "meetings.held_in_future",
  });
  await holdMeeting(later, { event: first, on: "2026-03-20", present: [chair] });
  expect(await guards.committees_installed?.(ctx, agreement)).toEqual([]);
  await recordDecision(later, {
    event: first,
    decision: "Remettre la liste",
    owner: "CONSEIL",
    dueOn: "2026-04-30",
  });
  await recordDecision(later, { event: first, decision: "Publier les offres", dueOn: "2026-04-15" });
  await expect(publishMinutes(later, { event: first })).rejects.toMatchObject({
    code: "meetings.minutes_missing",
  });
  const file = { name: "pv.txt", base64: Buffer.from("procès-verbal").toString("base64") };
  await writeMinutes(later, { event: first, minutes: "Le comité a examiné l’avancement.", file });
  await publishMinutes(later, { event: first });
  await expect(writeMinutes(later, { event: first, minutes: "autrement" })).rejects.toMatchObject({
    code: "meetings.meeting_not_open",
  });
  expect(await meetingInFull(later, { event: first })).toMatchObject({
    ...{ state: "published", heldOn: "2026-03-20", minutes: "Le comité a examiné l’avancement." },
    minutesDocument: expect.any(String),
    members: [
      { role: "chair", present: true },
      { role: "secretary", present: false },
    ],
    decisions: [{ number: 1 }, { number: 2 }],
  });
});

test("what is still open comes back at the next meeting", async () => {
  const first = "COM-CONV-1-1";
  await done(place.at("2026-04-10T12:00:00Z"), { event: first, decision: 2, on: "2026-04-10" });
  const may = place.at("2026-05-11T09:00:00Z");
  await postpone(may, { event: first, decision: 1, to: "2026-05-31", reason: "liste attendue" });
  const { event: second } = await convene(may, { committee, on: "2026-06-20", time: "09:30", send: false });
  expect(second).toBe("COM-CONV-1-2");
  expect((await meetingInFull(may, { event: second })).carried).toMatchObject([
    {
      event: first,
      number: 1,
      isOverdue: true,
      postponed: 1,
      dueOn: "2026-05-31",
      owner: { name: "Conseil" },
    },
  ]);
  const { committees, openDecisions } = await committeesOfAgreement(may, { agreement: "CONV-1" });
  expect(committees).toMatchObject([
    {
      lastHeldOn: "2026-03-20",
      dueOn: "2026-06-20",
      isOverdue: false,
      meetings: [{ event: second }, { event: first }],
    },
  ]);
  expect(openDecisions).toMatchObject([{ decision: "Remettre la liste", isOverdue: false }]);
});

test("a meeting that is moved or cancelled is told again, and what was told before is not sent any more", async () => {
  const { ctx } = place;
  const { event } = await convene(ctx, { committee, on: "2026-09-10", time: "10:00" });
  await moveMeeting(ctx, { event, on: "2026-09-17", time: "11:00", place: "Conseil", reason: "salle prise" });
  expect(await invitations(event)).toHaveLength(4);
  expect(await sent(event)).toMatchObject([{ what: "moved", day: "2026-09-17", entry: { sequence: 1 } }]);
  await cancelMeeting(ctx, { event, reason: "quorum" });
  expect(await sent(event)).toMatchObject([{ what: "cancelled", entry: { sequence: 2, isCancelled: true } }]);
  await expect(setAgenda(ctx, { event, agenda: [] })).rejects.toMatchObject({
    code: "meetings.meeting_not_open",
  });
  const { meetings } = await meetingsBetween(ctx, {
    space: "simulated",
    from: "2026-09-01",
    to: "2026-09-30",
  });
  expect(meetings).toMatchObject([{ event, state: "cancelled", agreement: "CONV-1" }]);
});

test("what an auditor recommends is followed up like a decision, once a report", async () => {
  const audit = { agreement: "CONV-1", auditor: "CONSEIL", report: "Audit 2025", reportedOn: "2026-01-15" };
  const first = await recordRecommendation(place.ctx, {
    ...audit,
    recommendation: "Tenir le comité",
    dueOn: "2026-02-15",
  });
  const second = await recordRecommendation(place.ctx, { ...audit, recommendation: "Joindre les contrats" });
  expect([first, second]).toEqual([
    { event: "AUD-CONV-1-1", number: 1 },
    { event: "AUD-CONV-1-1", number: 2 },
  ]);
  const { openDecisions } = await committeesOfAgreement(place.ctx, { agreement: "CONV-1" });
  expect(openDecisions).toContainEqual(
    expect.objectContaining({
      kind: "audit",
      decision: "Tenir le comité",
      isOverdue: true,
      eventName: "Audit 2025",
    }),
  );
  const { event } = await convene(place.ctx, { committee, on: "2026-03-30", time: "10:00", send: false });
  const { carried } = await meetingInFull(place.ctx, { event });
  expect(carried.map(({ decision }) => decision)).toContain("Joindre les contrats");
});

test("a committee changes its members and rhythm, and meets no more when it is dissolved", async () => {
  await reviseCommittee(place.ctx, {
    ...{ committee, everyMonths: null, reason: "avenant" },
    members: [{ organisation: "AGENCE", role: "chair", function: "Directrice régionale" }],
  });
  const read = async () => (await committeesOfAgreement(place.ctx, { agreement: "CONV-1" })).committees;
  expect(await read()).toMatchObject([
    { everyMonths: null, dueOn: null, isOverdue: false, members: [{ role: "chair" }] },
  ]);
  await reviseCommittee(place.ctx, { committee, dissolvedOn: "2026-12-31", reason: "fin du programme" });
  await expect(convene(place.ctx, { committee, on: "2027-01-10", time: "10:00" })).rejects.toMatchObject({
    code: "meetings.committee_dissolved",
  });
});

test("nothing is done or moved on a day that cannot be, and a mail goes to the member's own contact alone", async () => {
  const { ctx } = place;
  const codeOf = (call: Promise<unknown>) =>
    call.then(
      () => "done",
      (error: { code?: string }) => error.code ?? String(error),
    );
  const { committee: another } = await setUpCommittee(ctx, {
    ...{ agreement: "CONV-1", kind: "steering", name: "Pilotage", presidedBy: "wali", everyMonths: 1 },
    setUpOn: "2026-01-01",
  });
  const { event: held } = await convene(ctx, {
    ...{ committee: another, on: "2026-02-10", time: "10:00", send: false },
  });
  await holdMeeting(ctx, { event: held, on: "2026-02-10" });
  await recordDecision(ctx, { event: held, decision: "Publier la liste", dueOn: "2026-02-01" });
  const { event } = await convene(ctx, { committee: another, on: "2026-03-10", time: "10:00", send: false });
  expect(await codeOf(done(ctx, { event: held, decision: 1, on: "2026-03-03" }))).toBe(
    "meetings.done_in_future",
  );
  const moved = { event, time: "10:00", place: null, reason: "salle prise" };
  expect(await codeOf(moveMeeting(ctx, { ...moved, on: "2026-03-01" }))).toBe("meetings.meeting_in_past");
  const why = { committee: another, reason: "fin" };
  expect(await codeOf(reviseCommittee(ctx, { ...why, dissolvedOn: "2025-12-31" }))).toBe(
    "meetings.dissolved_before_set_up",
  );
  const { id: focalPoint } = await addFocalPoint(ctx, {
    ...{ organisation: "CONSEIL", function: "Autre bureau", mail: "autre@conseil.test" },
  });
  const members = [{ organisation: "AGENCE", role: "member" as const, function: "Service", focalPoint }];
  expect(await codeOf(reviseCommittee(ctx, { ...why, members }))).toBe("meetings.focal_point_unknown");
});

test("a committee keeps its rhythm up to the day on which it is dissolved", async () => {
  const { committee: another } = await setUpCommittee(place.ctx, {
    ...{ agreement: "CONV-1", kind: "technical", name: "Technique", presidedBy: "wali", everyMonths: 1 },
    setUpOn: "2026-01-01",
  });
  await reviseCommittee(place.ctx, { committee: another, dissolvedOn: "2026-12-31", reason: "fin" });
  const overdue = async (day: string) => {
    const read = await committeesOfAgreement(place.at(`${day}T12:00:00Z`), { agreement: "CONV-1" });
    return read.committees.find(({ id }) => id === another)?.isOverdue;
  };
  expect([await overdue("2026-12-30"), await overdue("2026-12-31")]).toEqual([true, false]);
  const inState = (state: string) =>
    write(place.ctx, sql`update agreements set state = ${state} where reference = 'CONV-1'`);
  await inState("closed");
  expect(await overdue("2026-12-30")).toBe(false);
  await inState("signed");
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
