// By role: what waits for the one who holds it here does not wait for her colleague there, and every question is asked.
import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftAgreement, openLead, setNextAction, startDrafting } from "../agreements/index.ts";
import { lodgeComplaint } from "../complaints/index.ts";
import { receiveRequest } from "../dossiers/index.ts";
import {
  actorOf,
  type Context,
  fixedClock,
  locales,
  message,
  type PermissionTable,
  type RoleGrant,
} from "../kernel/index.ts";
import { convene, holdMeeting, recordDecision, setUpCommittee } from "../meetings/index.ts";
import { registerPerson } from "../people/index.ts";
import { judgeReport, readReport, scheduleReports, submitReport } from "../reports/index.ts";
import { askDeclaration } from "../requests/index.ts";
import { recordResult, returnResults, verifyResult } from "../results/index.ts";
import { look, myWork } from "./index.ts";
import { gatherWork } from "./tests/every-question.ts";

const space = "simulated";
let world: TwoOfEach;
let permissions: PermissionTable;
let asked: readonly string[];
beforeAll(async () => {
  const gathered = await gatherWork();
  permissions = gathered.permissions;
  asked = gathered.work.map(({ name }) => name);
  world = await twoOfEach(gathered);
  const { ctx, id } = world;
  const company = { space, leadOrganisation: "ALFA", territoryId: id("N") } as const;
  await draftAgreement(ctx, { ...company, reference: "DRAFT-N", title: "Projet" });
  await openLead(ctx, { ...company, reference: "LEAD-N", title: "Piste", nextAction: "appeler l’usine" });
  await startDrafting(ctx, { agreement: "LEAD-N", reason: "retenue" });
  await setNextAction(ctx, { agreement: "ALFA-N", nextAction: "relancer le siège", on: "2026-02-20" });
  await recordDecision(ctx, {
    ...{ event: "COMITE-ALFA-N", decision: "ouvrir dix postes", owner: "ALFA", dueOn: "2026-02-25" },
  });
  const period = { from: "2026-01-01", to: "2026-02-28" };
  await askDeclaration(ctx, { agreement: "ALFA-N", organisation: "ALFA", period, days: 7, send: false });
  await lodgeComplaint(ctx, { language: "fr", what: "On m'a demandé 300 DH." });
  await receiveRequest(ctx, {
    space,
    kind: "access",
    language: "fr",
    channel: "counter",
    text: "Mes données",
  });
});
afterAll(() => world.close());

function as(...grants: RoleGrant[]): Context {
  const who = {
    id: `00000000-0000-7000-8000-0000000000${grants
      .map(({ role }) => role.slice(1))
      .join("")
      .padStart(2, "0")
      .slice(-2)}`,
  };
  const actor = actorOf(
    { ...who, kind: "user", label: grants.map(({ role }) => role).join() },
    grants,
    permissions,
  );
  return { ...world.ctx, actor };
}
const inRegion = (role: RoleGrant["role"], region = "N") => as({ role, territory: world.id(region) });
const of = (role: RoleGrant["role"], organisation: string) =>
  as({ role, organisation: world.id(organisation) });

const entriesOf = async (ctx: Context) =>
  (await myWork(ctx, { space, limit: 200 })).entries.map(
    ({ urgency, says, reference }) => `${urgency} ${says} ${reference}`,
  );

test("who carries a file does what its stage asks of her role, where she holds it", async () => {
  expect(await entriesOf(inRegion("R1"))).toContain("waiting agreements.next.complete_draft DRAFT-N");
  expect(await entriesOf(inRegion("R4"))).toContain("waiting agreements.next.read_draft DRAFT-N");
  expect(await entriesOf(of("R5", "ALFA"))).toContain("waiting agreements.next.comment_draft DRAFT-N");
  expect(await entriesOf(as({ role: "R11" }))).toContain("waiting agreements.next.check_data_clause DRAFT-N");
  for (const elsewhere of [inRegion("R1", "S"), inRegion("R4", "S"), of("R5", "BETA")])
    expect((await entriesOf(elsewhere)).filter((entry) => /(DRAFT|LEAD|ALFA)-N/.test(entry))).toEqual([]);
  // nothing is awaited of a counsellor while a text is drafted
  expect((await entriesOf(inRegion("R2"))).filter((entry) => entry.includes("DRAFT-N"))).toEqual([]);
});

test("a next action whose day has passed is late for who carries the file, and for nobody else", async () => {
  const entry = "late agreements.work.next_action ALFA-N";
  expect(await entriesOf(inRegion("R1"))).toContain(entry);
  expect(await entriesOf(inRegion("R4"))).toContain(entry);
  expect(await entriesOf(of("R5", "ALFA"))).not.toContain(entry);
  const [first] = (await myWork(inRegion("R1"), { space, urgency: "late" })).entries;
  expect(first).toMatchObject({
    dueOn: "2026-02-20",
    params: { action: "relancer le siège" },
    place: "/agreements/ALFA-N",
  });
});

test("an overdue decision is its owner's and its committee's", async () => {
  const entry = "late meetings.work.decision COMITE-ALFA-N";
  for (const ctx of [of("R5", "ALFA"), inRegion("R1"), inRegion("R4"), inRegion("R8")])
    expect(await entriesOf(ctx)).toContain(entry);
  expect(await entriesOf(of("R5", "BETA"))).not.toContain(entry);
});

test("a partner answers what it was asked; who asked follows up once the day has passed", async () => {
  expect(await entriesOf(of("R5", "ALFA"))).toContain("waiting requests.work.answer ALFA-N");
  expect(await entriesOf(of("R5", "BETA"))).not.toContain("waiting requests.work.answer ALFA-N");
  expect((await entriesOf(inRegion("R1"))).filter((one) => one.includes("requests."))).toEqual([]);
  const later = { ...inRegion("R1"), clock: fixedClock("2026-03-20T09:00:00Z") };
  expect(await entriesOf(later)).toContain("late requests.work.unanswered ALFA-N");
});

test("results wait for the director of the place, counted, until somebody raised their evidence", async () => {
  const waits = async (ctx: Context) =>
    (await myWork(ctx, { space, limit: 200 })).entries.filter(({ says }) => says === "results.work.verify");
  const { ctx, agreements } = world;
  const { commitment } = agreements["ALFA-N"];
  const { subject } = await registerPerson(ctx, {
    ...{ space, document: { number: "TT900001" }, person: { name: "Personne 9" } },
  });
  const told = { commitment, source: "test", date: "2026-02-16", place: "N1", age: 30, externalId: "9-1" };
  const { fact } = await recordResult(ctx, { ...told, subject: { id: subject } });
  expect(await waits(inRegion("R4"))).toMatchObject([{ reference: "ALFA-N", params: { count: 1 } }]);
  for (const other of [inRegion("R4", "S"), inRegion("R2"), inRegion("R1")])
    expect((await waits(other)).map(({ reference }) => reference)).not.toContain("ALFA-N");
  await verifyResult(inRegion("R4"), { fact, evidence: 2 });
  expect(await waits(inRegion("R4"))).toEqual([]);
});

test("what was returned goes back to who entered it, and to nobody else", async () => {
  const { ctx, agreements, id } = world;
  const { commitment } = agreements["ALFA-N"];
  const { subject } = await registerPerson(ctx, {
    ...{ space, document: { number: "TT900002" }, person: { name: "Personne 10" } },
  });
  const counsellor = as({ role: "R2", territory: id("N") });
  const told = { commitment, source: "test", date: "2026-02-17", place: "N1", age: 30, externalId: "10-1" };
  const { fact } = await recordResult(counsellor, { ...told, subject: { id: subject } });
  const back = async (who: Context) =>
    (await myWork(who, { space, limit: 200 })).entries.filter(({ says }) => says === "results.work.returned");
  expect(await back(counsellor)).toEqual([]);
  await returnResults(inRegion("R4"), { facts: [fact], reason: "la pièce manque" });
  expect(await back(counsellor)).toMatchObject([{ reference: "ALFA-N", params: { count: 1 } }]);
  expect(await back(inRegion("R3"))).toEqual([]);
});

test("a letter that nothing followed comes back to who carries it", async () => {
  const later = { ...inRegion("R1"), clock: fixedClock("2026-12-01T09:00:00Z") };
  const alarms = async (ctx: Context) => (await entriesOf(ctx)).filter((one) => one.includes("alarms."));
  expect(await alarms(inRegion("R1"))).toEqual([]);
  await openLead(world.ctx, {
    ...{ space, leadOrganisation: "ALFA", territoryId: world.id("N"), reference: "LETTRE-N" },
    ...{ title: "Lettre", type: "letter_of_intent" as const },
  });
  expect(await alarms(later)).toContain("late alarms.alarm.letter_without_follow_up LETTRE-N");
  const there = { ...inRegion("R1", "S"), clock: later.clock };
  expect((await alarms(there)).filter((one) => one.includes("-N"))).toEqual([]);
});

test("complaints are control's, requests of persons the data officer's", async () => {
  // told outside a demo, it belongs to the real space
  const told = (await myWork(as({ role: "R10" }), { space: "real", limit: 200 })).entries;
  expect(told.map(({ says }) => says)).toEqual(["complaints.work.received"]);
  const control = await entriesOf(as({ role: "R10" }));
  expect(control.filter((one) => one.includes("complaints"))).toEqual([]);
  const officer = await entriesOf(as({ role: "R11" }));
  expect(officer.some((one) => one.startsWith("waiting dossiers.work.received D-2026-"))).toBe(true);
  for (const ctx of [as({ role: "R9" }), inRegion("R4"), inRegion("R1")]) {
    const entries = await entriesOf(ctx);
    expect(entries.filter((one) => /complaints|dossiers/.test(one))).toEqual([]);
  }
});

test("a change is shown until she has looked, and what comes later again", async () => {
  const ctx = { ...inRegion("R1"), clock: fixedClock("2026-03-05T09:00:00Z") };
  const changed = async () => (await myWork(ctx, { space, urgency: "changed", limit: 200 })).entries;
  expect((await changed()).map(({ says, reference }) => `${says} ${reference}`)).toContain(
    "agreements.work.passed LEAD-N",
  );
  await look(ctx, { space });
  expect(await changed()).toEqual([]);
  const later = { ...world.ctx, clock: fixedClock("2026-03-06T09:00:00Z") };
  await recordDecision(later, { event: "COMITE-ALFA-N", decision: "se revoir", dueOn: "2026-12-31" });
  expect((await changed()).map(({ says }) => says)).toEqual(["meetings.work.decided"]);
});

test("what a committee decided leads to its meeting, what was decided elsewhere to its event", async () => {
  const { ctx } = world;
  const { committee } = await setUpCommittee(ctx, {
    ...{ agreement: "ALFA-N", kind: "follow_up", name: "Suivi", presidedBy: "wali", everyMonths: null },
    setUpOn: "2026-01-05",
  });
  const { event } = await convene(ctx, { committee, on: "2026-02-10", time: "10:00", send: false });
  await holdMeeting(ctx, { event, on: "2026-02-10" });
  await recordDecision(ctx, { event, decision: "remettre la liste", owner: "ALFA", dueOn: "2026-02-20" });
  const places = (await myWork(of("R5", "ALFA"), { space, limit: 200 })).entries
    .filter(({ says }) => says === "meetings.work.decision")
    .map(({ place }) => place);
  expect(places).toContain(`/meetings/${event}`);
  expect(places).toContain("/events/COMITE-ALFA-N");
  expect(places).not.toContain(`/events/${event}`);
});

test("a report is its partner's to give, the officer's to examine, and the partner's again when sent back", async () => {
  const { ctx } = world;
  const examine = "reports.work.examine /agreements/ALFA-N#reports";
  const reported = async (who: Context) =>
    (await myWork(who, { space, limit: 200 })).entries
      .filter(({ says }) => says.startsWith("reports."))
      .map(({ says, place }) => `${says} ${place}`);
  const before = await reported(inRegion("R1"));
  await scheduleReports(ctx, {
    ...{ agreement: "ALFA-N", organisation: "ALFA", kind: "activity", everyMonths: 2, daysAfter: 20 },
    ...{ from: "2026-01-01", until: "2026-02-28" },
  });
  const [own = ""] = await reported(of("R5", "ALFA"));
  const report = own.replace("reports.work.give /own-reports/", "");
  expect(report).toMatch(/^[0-9a-f-]{36}$/);
  expect([await reported(of("R5", "BETA")), await reported(inRegion("R1"))]).toEqual([[], before]);
  const numbers = [{ commitment: world.agreements["ALFA-N"].commitment, quantity: 3 }];
  await submitReport(of("R5", "ALFA"), { report, account: "Deux sessions tenues.", numbers });
  expect((await reported(inRegion("R1"))).sort()).toEqual([examine, ...before].sort());
  expect(await reported(of("R5", "ALFA"))).toEqual([]);
  expect(await reported(inRegion("R1", "S"))).not.toContain(examine);
  const { items } = await readReport(ctx, { report });
  const verdicts = items.map(({ id }) => ({
    item: id,
    verdict: "sent_back" as const,
    reason: "dites où",
  }));
  await judgeReport(inRegion("R1"), { report, verdicts });
  expect(await reported(of("R5", "ALFA"))).toEqual([`reports.work.give_again /own-reports/${report}`]);
  expect(await reported(inRegion("R1"))).toEqual(before);
});

test("counts tell all of it, pages tell a part, late comes first", async () => {
  const whole = await myWork(inRegion("R4"), { space, limit: 200 });
  const { late, waiting, changed } = whole.counts;
  expect(whole.total).toBe(late + waiting + changed);
  expect(whole.entries).toHaveLength(whole.total);
  const urgencies = whole.entries.map(({ urgency }) => urgency);
  expect(urgencies).toEqual([
    ...Array(late).fill("late"),
    ...Array(waiting).fill("waiting"),
    ...Array(changed).fill("changed"),
  ]);
  const second = await myWork(inRegion("R4"), { space, limit: 1, offset: 1 });
  expect(second.entries).toEqual(whole.entries.slice(1, 2));
  expect(second.counts).toEqual(whole.counts);
  const beyond = await myWork(inRegion("R4"), { space, limit: 1, offset: 500 });
  expect(beyond).toMatchObject({ entries: [], counts: whole.counts });
});

test("who may everything without a role is asked every question, and each sentence exists in three languages", async () => {
  const { entries } = await myWork(world.ctx, { space, limit: 200 });
  const said = new Set(entries.map(({ says }) => says));
  for (const says of said)
    for (const locale of locales) {
      const [folder = "", ...key] = says.split(".");
      expect(
        message(locale, folder, key.join("."), entries.find((one) => one.says === says)?.params),
      ).toBeTruthy();
    }
  expect(new Set(asked).size).toBe(asked.length);
  const real = await myWork(world.ctx, { space: "real" });
  expect(real.entries.filter(({ says }) => !says.startsWith("complaints."))).toEqual([]);
});
