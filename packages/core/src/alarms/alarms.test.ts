import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  seedAgreement,
  seedWorld,
  type TestPlace,
  testPlace,
  type World,
  write,
} from "@iltizam/testkit/agreement";
import { makeSmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addParty,
  amend,
  draftAgreement,
  linkAgreements,
  setNextAction,
  terminate,
} from "../agreements/index.ts";
import { locales } from "../kernel/index.ts";
import {
  convene,
  done,
  holdMeeting,
  postpone,
  recordDecision,
  recordRecommendation,
  setUpCommittee,
} from "../meetings/index.ts";
import { getOrganisation, registerOrganisation, verifyOrganisation } from "../organisations/index.ts";
import { reportsOfAgreement, scheduleReports, submitReport, waiveReport } from "../reports/index.ts";
import { recordResult, withdrawResult } from "../results/index.ts";
import { alarms } from "./alarms.ts";
import { alarmKinds } from "./model.ts";
import { sayAlarm } from "./say-alarm.ts";
import { setTerm } from "./terms.ts";

let place: TestPlace;
let world: World;
const agreement = "CONV-1";
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: agreement });
  await amend(place.ctx, {
    ...{ agreement, type: "party", effectiveOn: "2026-02-01", clause: "art. 1", reason: "partie omise" },
  });
  await addParty(place.ctx, { agreement, organisation: "CONSEIL", role: "partner", amendment: 1 });
});
afterAll(() => place.close());

/** The alarms of an agreement on a day: kind, subject, the last day on which it was not late. */
const on = async (day: string, reference = agreement) =>
  (await alarms(place.at(`${day}T12:00:00Z`), { space: "simulated", agreement: reference })).alarms.map(
    ({ kind, subject, dueOn }) => [kind, subject, dueOn],
  );

test("a committee that does not keep its rhythm, until it is held", async () => {
  const { committee } = await setUpCommittee(place.ctx, {
    ...{
      agreement,
      kind: "follow_up",
      name: "Suivi",
      presidedBy: "wali",
      everyMonths: 3,
      setUpOn: "2026-03-02",
    },
  });
  expect(await on("2026-06-02")).toEqual([]);
  expect(await on("2026-06-03")).toEqual([["committee_not_held", "Suivi", "2026-06-02"]]);
  const june = place.at("2026-06-05T09:00:00Z");
  const { event } = await convene(june, { committee, on: "2026-06-05", time: "10:00" });
  expect(await on("2026-06-06")).toHaveLength(1);
  await holdMeeting(june, { event, on: "2026-06-05" });
  expect(await on("2026-06-06")).toEqual([]);
  await recordDecision(june, { event, decision: "Remettre la liste", owner: "CONSEIL", dueOn: "2026-06-30" });
});

test("a decision, until it is done or given a later day, is acted upon at its meeting", async () => {
  expect(await on("2026-06-30")).toEqual([]);
  const { alarms: found } = await alarms(place.at("2026-07-10T12:00:00Z"), { space: "simulated" });
  expect(found).toMatchObject([
    {
      ...{ kind: "decision_overdue", subject: "Remettre la liste", daysLate: 10, agreement },
      ...{ owner: { reference: "CONSEIL" }, place: "/meetings/COM-CONV-1-1" },
    },
  ]);
  const july = place.at("2026-07-10T12:00:00Z");
  await postpone(july, { event: "COM-CONV-1-1", decision: 1, to: "2026-07-31", reason: "liste attendue" });
  expect(await on("2026-07-31")).toEqual([]);
  expect(await on("2026-08-01")).toEqual([["decision_overdue", "Remettre la liste", "2026-07-31"]]);
  await done(july, { event: "COM-CONV-1-1", decision: 1, on: "2026-07-09" });
  expect(await on("2026-08-01")).toEqual([]);
});

test("what an auditor recommends, like a decision", async () => {
  const audit = { agreement, auditor: "CONSEIL", report: "Audit 2025", reportedOn: "2026-01-15" };
  await recordRecommendation(place.ctx, {
    ...audit,
    recommendation: "Joindre les contrats",
    dueOn: "2026-03-31",
  });
  expect(await on("2026-04-01")).toEqual([["recommendation_overdue", "Joindre les contrats", "2026-03-31"]]);
  await done(place.at("2026-04-01T12:00:00Z"), { event: "AUD-CONV-1-1", decision: 1, on: "2026-04-01" });
});

test("a report that is due, until it comes or nobody waits for it", async () => {
  await scheduleReports(place.ctx, {
    ...{ agreement, organisation: "CONSEIL", kind: "activity", everyMonths: 1, daysAfter: 10 },
    ...{ from: "2026-03-01", until: "2026-04-30" },
  });
  expect(await on("2026-04-10")).toEqual([]);
  expect(await on("2026-05-11")).toEqual([
    ["report_overdue", "activity 2026-03-01 2026-03-31", "2026-04-10"],
    ["report_overdue", "activity 2026-04-01 2026-04-30", "2026-05-10"],
  ]);
  const { reports } = await reportsOfAgreement(place.ctx, { agreement });
  const [march = "", april = ""] = reports.map(({ id }) => id);
  await submitReport(place.at("2026-04-12T12:00:00Z"), { report: march, account: "bilan de mars" });
  await waiveReport(place.ctx, { report: april, reason: "programme réduit" });
  expect(await on("2026-05-11")).toEqual([]);
});

test("what was to be done next, on the agreement's page", async () => {
  await setNextAction(place.ctx, { agreement, nextAction: "Appeler la région", on: "2026-03-15" });
  expect(await on("2026-03-15")).toEqual([]);
  const { alarms: found } = await alarms(place.at("2026-03-16T12:00:00Z"), { space: "simulated", agreement });
  expect(found).toMatchObject([
    { kind: "next_action_overdue", subject: "Appeler la région", place: "/agreements/CONV-1" },
  ]);
  await setNextAction(place.ctx, { agreement, nextAction: null, on: null });
});

test("a letter from which nothing came for three months, unless something is planned or under way", async () => {
  const letter = { space: "simulated" as const, kind: "instrument" as const, territoryId: world.region };
  const first = { ...letter, reference: "LETTRE", title: "Lettre" };
  await draftAgreement(place.ctx, { ...first, type: "letter_of_intent" });
  expect(await on("2026-06-02", "LETTRE")).toEqual([]);
  expect(await on("2026-06-03", "LETTRE")).toEqual([["letter_without_follow_up", null, "2026-06-02"]]);
  await setNextAction(place.ctx, { agreement: "LETTRE", nextAction: "Relancer", on: "2026-07-01" });
  expect(await on("2026-06-03", "LETTRE")).toEqual([]);
  expect((await on("2026-07-02", "LETTRE")).map(([kind]) => kind)).toContain("letter_without_follow_up");
  await draftAgreement(place.ctx, { ...letter, reference: "SUITE", title: "Suite", type: "convention" });
  await linkAgreements(place.ctx, { from: "LETTRE", to: "SUITE", kind: "leads_to" });
  expect(await on("2026-07-02", "LETTRE")).toEqual([["next_action_overdue", "Relancer", "2026-07-01"]]);
  await terminate(place.ctx, { agreement: "SUITE", reason: "sans suite" });
  expect((await on("2026-07-02", "LETTRE")).map(([kind]) => kind)).toContain("letter_without_follow_up");
});

test("what was written down half an hour after midnight counts from that day, where the days are counted", async () => {
  const reference = "LETTRE-NUIT";
  const night = place.at("2026-05-04T23:30:00Z");
  await draftAgreement(night, {
    ...{ space: "simulated", reference, title: "Lettre", type: "letter_of_intent", kind: "instrument" },
  });
  expect(await on("2026-08-05", reference)).toEqual([]);
  expect(await on("2026-08-06", reference)).toEqual([["letter_without_follow_up", null, "2026-08-05"]]);
});

test("an agreement in force that was not heard of for twelve months is dormant", async () => {
  await seedAgreement(place.ctx, world, { reference: "CONV-2" });
  await write(
    place.ctx,
    sql`update agreements set state = 'in_force', period_from = '2026-03-02' where reference = 'CONV-2'`,
  );
  expect(await on("2027-03-02", "CONV-2")).toEqual([]);
  expect(await on("2027-03-03", "CONV-2")).toEqual([["dormant", null, "2027-03-02"]]);
});

test("one that counts results is awake until a year after the month of the last", async () => {
  const folder = mkdtempSync(join(tmpdir(), "iltizam-alarms-"));
  const ledger = await makeSmallWorld(folder);
  await ledger.settle("update agreements set state = 'in_force', period_from = '2022-01-01' where id = $1", [
    ledger.id("AGR-1"),
  ]);
  const dormant = async (day: string) => {
    const asked = { space: "simulated" as const, agreement: "AGR-1", kind: "dormant" as const };
    return (await alarms(ledger.at(`${day}T12:00:00Z`), asked)).alarms.map(({ dueOn }) => dueOn);
  };
  expect(await dormant("2025-01-01")).toEqual(["2023-01-01"]);
  const { fact } = await recordResult(ledger.ctx, {
    ...{ commitment: "AGR-1/1", source: "essai", date: "2024-03-05", place: "90.1", age: 30 },
    subject: { document: { number: "TT000001" } },
  });
  const seen = [await dormant("2025-01-01"), await dormant("2025-03-31"), await dormant("2025-04-01")];
  // withdrawn on another connection, whose counts are kept apart: only their sum says that nothing counts any more
  await ledger.ctx.db
    .connection()
    .execute(() => withdrawResult(ledger.ctx, { fact, reason: "contrat annulé" }));
  const after = await dormant("2025-01-01");
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
  expect(seen).toEqual([[], [], ["2025-03-31"]]);
  expect(after).toEqual(["2023-01-01"]);
});

test("the page has the most late first and says how many there are of each kind, each in three languages", async () => {
  const late = place.at("2028-01-10T12:00:00Z");
  const { total, counts, alarms: page } = await alarms(late, { space: "simulated", limit: 2 });
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  expect(page).toHaveLength(2);
  expect(page.map(({ dueOn }) => dueOn)).toEqual([...page.map(({ dueOn }) => dueOn)].sort());
  const one = await alarms(late, { space: "simulated", kind: "dormant" });
  expect([one.total, one.counts]).toEqual([one.alarms.length, counts]);
  expect(await alarms(late, { space: "simulated", offset: 100 })).toEqual({ total, counts, alarms: [] });
  expect(await alarms(late, { space: "real" })).toEqual({ total: 0, counts: [], alarms: [] });
  const [any] = page;
  if (any === undefined) throw new Error("there is an alarm");
  for (const locale of locales)
    for (const kind of alarmKinds) {
      const said = sayAlarm(locale, {
        ...any,
        kind,
        subject: kind === "attestation_ends" ? "tax cnss" : "activity 2026-01-01 2026-03-31",
        owner: { reference: "ALFA", name: "Alfa" },
        titleAr: "اتفاقية",
      });
      expect(said).toMatch(/\S.*\.$/);
      expect(said).not.toMatch(/[{}]/);
    }
});

test("a term holds from its day on, and the days before keep theirs", async () => {
  const reference = "LETTRE-DELAI";
  await draftAgreement(place.at("2026-01-05T10:00:00Z"), {
    ...{ space: "simulated", reference, title: "Lettre", type: "letter_of_intent" },
  });
  const isBack = async (day: string) =>
    (await on(day, reference)).some(([kind]) => kind === "letter_without_follow_up");
  expect([await isBack("2026-04-05"), await isBack("2026-04-06")]).toEqual([false, true]);
  const source = "circulaire 3/2026";
  await setTerm(place.ctx, { term: "letter", months: 6, from: "2026-05-01", source });
  expect([await isBack("2026-04-06"), await isBack("2026-05-02"), await isBack("2026-07-06")]).toEqual([
    ...[true, false, true],
  ]);
  await expect(
    setTerm(place.ctx, { term: "letter", months: 2, from: "2026-04-01", source }),
  ).rejects.toMatchObject({ code: "kernel.term_too_early", params: { later: "2026-05-01" } });
});

test("the list is of one region where that is asked for, and in the order that is asked for", async () => {
  const ctx = place.at("2026-09-01T12:00:00Z");
  const list = (more: object) => alarms(ctx, { space: "simulated", ...more });
  const whole = await list({});
  const here = whole.alarms.filter(({ territoryId }) => territoryId === world.region);
  expect(here.length).toBeLessThan(whole.total);
  expect((await list({ region: "90" })).alarms).toEqual(here);
  expect(await list({ region: "99" })).toMatchObject({ total: 0, counts: [], alarms: [] });
  const days = (found: Awaited<ReturnType<typeof list>>) => found.alarms.map(({ dueOn }) => dueOn);
  expect(days(await list({ direction: "desc" }))).toEqual(days(whole).toSorted().reverse());
  const references = (await list({ sort: "agreement" })).alarms.map((one) => one.agreement);
  expect(references).toEqual(references.toSorted());
  const summed = whole.counts.reduce((sum, { count }) => sum + count, 0);
  expect(summed).toBe(whole.total);
});

test("attestations that end are asked for again a month before, and stop only what is still to be signed", async () => {
  const organisation = "ALFA";
  await registerOrganisation(place.ctx, {
    ...{ space: "simulated", kind: "company" },
    reference: organisation,
    name: "Alfa",
  });
  await draftAgreement(place.at("2026-02-01T10:00:00Z"), {
    ...{ space: "simulated", reference: "CONV-ALFA", title: "Convention", type: "convention" },
  });
  await addParty(place.ctx, { agreement: "CONV-ALFA", organisation, role: "signatory" });
  await verifyOrganisation(place.ctx, {
    ...{ organisation, checkedOn: "2026-03-01" },
    checks: [
      { point: "tax", outcome: "in_order", expiresOn: "2026-06-30" },
      { point: "cnss", outcome: "in_order", expiresOn: "2026-07-15" },
      { point: "no_fee", outcome: "not_in_order", note: "deux candidats ont payé" },
    ],
  });
  const told = async (day: string) => {
    const found = await alarms(place.at(`${day}T12:00:00Z`), {
      space: "simulated",
      kind: "attestation_ends",
    });
    return found.alarms.map(({ subject, dueOn, daysLate, place: to }) => [subject, dueOn, daysLate, to]);
  };
  const file = "/partners/ALFA#verification";
  expect(await told("2026-05-29")).toEqual([]);
  expect(await told("2026-05-30")).toEqual([["tax", "2026-06-30", 0, file]]);
  expect(await told("2026-07-01")).toEqual([["tax cnss", "2026-06-30", 1, file]]);
  await write(place.ctx, sql`update agreements set state = 'in_force' where reference = 'CONV-ALFA'`);
  expect([await told("2026-06-30"), await told("2026-07-01")]).toEqual([
    ...[[["tax cnss", "2026-06-30", 0, file]], []],
  ]);
  const source = "circulaire 7/2026";
  await setTerm(place.ctx, { term: "attestation", months: 2, from: "2026-04-01", source });
  const { verification } = await getOrganisation(place.at("2026-05-02T12:00:00Z"), { organisation });
  expect(verification.points.filter(({ endsSoon }) => endsSoon).map(({ point }) => point)).toEqual(["tax"]);
  expect(await told("2026-05-02")).toHaveLength(1);
});
