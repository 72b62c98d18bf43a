import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getAgreement } from "../agreements/index.ts";
import { inReading, rows } from "../kernel/index.ts";
import { enterApplication, saveOwnApplication } from "./apply.ts";
import { closeCall, screenApplication } from "./close-call.ts";
import { closeScoring } from "./close-scoring.ts";
import { extendCall } from "./extend-call.ts";
import {
  giveFile,
  giveOwnFile,
  submitApplication,
  submitOwnApplication,
  withdrawApplication,
} from "./give-in.ts";
import { decideCall, publishResult } from "./index.ts";
import { makeAgreement } from "./make-agreement.ts";
import { nameAssessor, possibleAssessors, releaseAssessor } from "./name-assessors.ts";
import { openCall } from "./open-call.ts";
import { openApplicationFile } from "./open-file.ts";
import { prepareCall, reviseCall } from "./prepare-call.ts";
import { listApplications, readApplication, readOwnApplication } from "./read-applications.ts";
import { listOpenCalls, readCall, readOpenCall } from "./read-calls.ts";
import { readRanking } from "./read-ranking.ts";
import { listAssessors, readScoring } from "./read-scoring.ts";
import { handIn, score, stateInterests } from "./score.ts";
import { type CallWorld, citedWords, codeOf, file, makeCallWorld, terms, words } from "./tests/call-world.ts";

let world: CallWorld;
beforeAll(async () => {
  world = await makeCallWorld();
});
afterAll(() => world.close());

const call = "AAP-2026-1";
const place = () => world.world.id("90.1");
const officer = (day = "2026-01-10") => world.at(day, world.officer);
const director = (day = "2026-01-10") => world.at(day, world.director);
const partner = (name: string, day = "2026-02-10") => world.at(day, world.partner(name));
const assessor = (name: string, day = "2026-03-05") => world.at(day, world.assessor(name));
const id: Record<string, string> = {};

test("a call is prepared under a programme, changed by versions, and frozen once it is open", async () => {
  const prepare = (more: object = {}) =>
    prepareCall(officer(), {
      ...{ agreement: "PROG-1", launchedBy: "ORG-1", territoryId: world.world.id("90") },
      terms: { ...terms, ...more },
    });
  const [first, second] = terms.criteria;
  expect(await codeOf(prepare({ criteria: [first] }))).toBe("calls.weights");
  expect(await codeOf(prepare({ ceiling: "300000.00" }))).toBe("calls.ceiling_above_envelope");
  expect(await codeOf(prepare({ closesOn: "2026-01-31" }))).toBe("calls.days_backwards");
  expect(await codeOf(prepare({ provinces: [world.world.id("FR")] }))).toBe("calls.place_outside");
  expect(await codeOf(prepare({ criteria: [first, { ...second, atLeast: 21 }] }))).toBe(
    "calls.least_above_scale",
  );
  expect((await prepare()).reference).toBe(call);
  const change = { call, version: 1, terms: { ...terms, purpose: "Insérer" }, reason: "objet précisé" };
  expect((await reviseCall(officer(), change)).version).toBe(2);
  expect(await codeOf(reviseCall(officer(), change))).toBe("calls.edited_since");
  expect(await codeOf(openCall(officer(), { call }))).toBe("kernel.not_allowed");
  expect(await codeOf(readOpenCall(partner("ELAN"), { call }))).toBe("calls.unknown");
  expect(await codeOf(openCall(director("2026-03-01"), { call }))).toBe("calls.closing_past");
  await openCall(director(), { call });
  expect(await codeOf(reviseCall(officer(), { ...change, version: 2 }))).toBe("calls.frozen");
  expect(await readCall(officer(), { call })).toMatchObject({
    ...{ state: "open", version: 2, isTaking: false, received: 0, steps: ["close", "cancel"] },
    criteria: [{ label: "Pertinence", weight: 60 }, { atLeast: 8 }],
  });
});

test("the closing day moves to a later one only, and nothing else with it", async () => {
  const extend = (closesOn: string) => extendCall(director(), { call, closesOn, reason: "neige" });
  expect(await codeOf(extend("2026-02-27"))).toBe("calls.days_backwards");
  expect(await extend("2026-03-02")).toEqual({ version: 3, closesOn: "2026-03-02" });
  expect((await readCall(officer(), { call })).criteria).toHaveLength(2);
});

test("an organisation saves its draft, is told item by item what it lacks, and completes it until the last day", async () => {
  const save = (name: string, day: string, more: object = {}) =>
    saveOwnApplication(partner(name, day), { call, organisation: name, words: {}, ...more });
  expect(await codeOf(save("ELAN", "2026-01-31"))).toBe("calls.not_open_yet");
  expect(await codeOf(saveOwnApplication(partner("ELAN"), { call, organisation: "ATLAS", words: {} }))).toBe(
    "kernel.not_allowed",
  );
  const { application } = await save("ELAN", "2026-02-01");
  expect(await codeOf(submitOwnApplication(partner("ELAN"), { application }))).toBe("calls.title_missing");
  const given = { ...words("160000", "1000.00", place()), summary: null };
  await save("ELAN", "2026-02-02", { words: given, revision: 1 });
  expect(await codeOf(save("ELAN", "2026-02-02", { words: given, revision: 1 }))).toBe("calls.edited_since");
  const receipt = await submitOwnApplication(partner("ELAN"), { application });
  expect(receipt).toMatchObject({ receipt: `${call}/1` });
  expect(receipt.missing.map(({ part, label }) => label ?? part)).toEqual([
    ...["ceiling", "own_share", "summary", "Statuts"],
  ]);
  await save("ELAN", "2026-03-02", { words: words("120000.00", "30000.00", place()) });
  const give = (number: number) =>
    giveOwnFile(partner("ELAN"), { application, file: file(number, "statuts") });
  expect(await codeOf(give(3))).toBe("calls.no_such_document");
  await give(1);
  expect((await submitOwnApplication(partner("ELAN", "2026-03-02"), { application })).missing).toEqual([]);
  expect(await codeOf(save("ELAN", "2026-03-03"))).toBe("calls.closed_on");
  id.ELAN = application;
});

test("one that came on paper is entered the days after, when it came in time, and changed by nobody else", async () => {
  const enter = (receivedOn: string, organisation = "ATLAS") =>
    enterApplication(officer("2026-03-03"), {
      ...{ call, organisation, receivedOn, words: words("100000.00", "20000.00", place()) },
    });
  expect([await codeOf(enter("2026-03-03")), await codeOf(enter("2026-03-04"))]).toEqual([
    ...["calls.closed_on", "calls.received_later"],
  ]);
  expect(await codeOf(enter("2026-03-01", "ELAN"))).toBe("calls.applied_already");
  const { application } = await enter("2026-03-01");
  expect(await codeOf(submitOwnApplication(partner("ATLAS"), { application }))).toBe("calls.not_yours");
  await giveFile(officer("2026-03-03"), { application, file: file(1, "statuts-atlas") });
  expect((await submitApplication(officer("2026-03-03"), { application })).receipt).toBe(`${call}/2`);
  const rif = await enter("2026-03-02", "RIF");
  await submitApplication(officer("2026-03-03"), rif);
  Object.assign(id, { ATLAS: application, RIF: rif.application });
});

test("an organisation sees its own application and no other, and may take it back", async () => {
  expect(await codeOf(readOwnApplication(partner("RIF"), { application: id.ELAN ?? "" }))).toBe(
    "calls.application_unknown",
  );
  expect(await codeOf(readApplication(partner("ELAN"), { application: id.ELAN ?? "" }))).toBe(
    "kernel.not_allowed",
  );
  const application = id.ELAN ?? "";
  await withdrawApplication(partner("ELAN"), { application, reason: "doublon" });
  const back = { call, organisation: "ELAN", words: words("120000.00", "30000.00", place()) };
  await saveOwnApplication(partner("ELAN"), back);
  expect(await readOwnApplication(partner("ELAN"), { application })).toMatchObject({
    ...{ receipt: `${call}/1`, state: "submitted", missing: [], answer: null },
  });
});

test("reception closes after the last day; what is complete is judged, the rest waits for a look with a reason", async () => {
  expect(await codeOf(closeCall(officer("2026-03-02"), { call }))).toBe("calls.still_taking");
  expect(await closeCall(officer("2026-03-03"), { call })).toMatchObject({ received: 3, complete: 2 });
  const screen = (admitted: boolean, reason?: string) =>
    screenApplication(officer("2026-03-03"), { application: id.RIF ?? "", admitted, reason });
  expect(await codeOf(screen(true))).toBe("calls.screening_reason");
  await screen(true, "statuts déposés la veille au guichet");
  const { applications } = await listApplications(officer(), { call });
  expect(applications.map(({ receipt, admitted, missing }) => [receipt, admitted, missing.length])).toEqual([
    [`${call}/1`, true, 0],
    [`${call}/2`, true, 0],
    [`${call}/3`, true, 1],
  ]);
  const opened = await openApplicationFile(officer(), { application: id.ELAN ?? "", number: 1 });
  expect(opened.name).toBe("statuts.csv");
});

const marks = (...given: number[]) =>
  given.map((mark, at) => ({ criterion: at + 1, mark, reason: "au vu du dossier" }));

test("assessors are people who hold a role there; each states interests first and judges no application she has one in", async () => {
  const { people } = await possibleAssessors(officer(), { call });
  expect(people.map(({ name }) => name)).toEqual(["Ada", "Bilal", "Chama"]);
  expect(await codeOf(nameAssessor(officer(), { call, user: world.ids.ELAN ?? "" }))).toBe(
    "calls.not_possible_assessor",
  );
  for (const name of ["Ada", "Bilal", "Chama"])
    await nameAssessor(officer(), { call, user: world.ids[name] ?? "" });
  await releaseAssessor(officer(), { call, user: world.ids.Chama ?? "" });
  expect(await codeOf(stateInterests(assessor("Chama"), { call }))).toBe("calls.not_assessor");
  await nameAssessor(officer(), { call, user: world.ids.Chama ?? "" });
  const first = { application: id.ELAN ?? "", marks: marks(10, 8) };
  expect(await codeOf(score(assessor("Ada"), first))).toBe("calls.statement_missing");
  await stateInterests(assessor("Ada"), { call });
  await stateInterests(assessor("Bilal"), { call });
  await stateInterests(assessor("Chama"), {
    ...{ call, interests: [{ application: id.RIF ?? "", nature: "membre du bureau" }] },
  });
  expect(await codeOf(score(assessor("Chama"), { application: id.RIF ?? "", marks: marks(20, 20) }))).toBe(
    "calls.interest",
  );
  expect(await codeOf(score(assessor("Ada"), { ...first, marks: marks(21, 8) }))).toBe("calls.mark_outside");
  expect(await codeOf(releaseAssessor(officer(), { call, user: world.ids.Ada ?? "" }))).toBe(
    "calls.marked_already",
  );
});

/** What an actor reads of the marks, past every act. */
const seenBy = (ctx: ReturnType<typeof officer>) =>
  inReading(ctx, (tx) => rows(tx, sql<{ mark: number }>`select mark from call_marks order by mark`));

test("the marks of one are hidden from all others, in the database too, until all have handed in", async () => {
  const give = async (name: string, all: Record<string, number[]>) => {
    for (const [application, given] of Object.entries(all))
      await score(assessor(name), { application: id[application] ?? "", marks: marks(...given) });
  };
  await give("Ada", { ELAN: [9, 8], ATLAS: [16, 12] });
  await give("Ada", { ELAN: [10, 8], RIF: [15, 6] });
  expect((await seenBy(assessor("Ada"))).map(({ mark }) => mark)).toEqual([6, 8, 8, 9, 10, 12, 15, 16]);
  expect(await seenBy(assessor("Bilal"))).toEqual([]);
  expect(await seenBy(director())).toEqual([]);
  expect(await codeOf(readRanking(director(), { call }))).toBe("calls.hidden");
  expect((await listAssessors(officer(), { call })).assessors.map(({ marked, of }) => [marked, of])).toEqual([
    [3, 3],
    [0, 3],
    [0, 2],
  ]);
  expect(await codeOf(handIn(assessor("Bilal"), { call }))).toBe("calls.marks_missing");
  expect(await codeOf(closeScoring(officer("2026-03-06"), { call }))).toBe("calls.not_all_handed_in");
  await give("Bilal", { ELAN: [14, 12], ATLAS: [16, 12], RIF: [15, 7] });
  await give("Chama", { ELAN: [18, 13], ATLAS: [10, 12] });
  const desk = await readScoring(assessor("Chama"), { call });
  expect(desk.applications.map(({ interest, marks: own }) => [interest, own.length])).toEqual([
    [null, 2],
    [null, 2],
    ["membre du bureau", 0],
  ]);
  expect(await handIn(assessor("Ada"), { call })).toMatchObject({ isClosed: false });
  expect(await codeOf(score(assessor("Ada"), { application: id.ELAN ?? "", marks: marks(20, 20) }))).toBe(
    "calls.handed_in",
  );
  await handIn(assessor("Bilal"), { call });
  expect(await handIn(assessor("Chama"), { call })).toMatchObject({ isClosed: true });
  expect(await seenBy(director())).toHaveLength(18);
});

test("every place of the ranking opens on its medians and marks; the proposal keeps to the envelope", async () => {
  const { rows: ranked, envelope } = await readRanking(director(), { call });
  expect(envelope).toBe("250000.00");
  expect(ranked.map((one) => [one.rank, one.receipt, one.score, one.proposed, one.isDisputed])).toEqual([
    [1, `${call}/2`, "72.00", "accepted", false],
    [2, `${call}/1`, "66.00", "accepted", true],
    [null, `${call}/3`, "58.00", "rejected", false],
  ]);
  expect(ranked[2]).toMatchObject({ eliminatedBy: [2], criteria: [{ median: "15" }, { median: "6.5" }] });
  expect(ranked[1]?.criteria[0]?.marks.map(({ assessor: who, mark }) => [who, mark])).toEqual([
    ["Ada", 10],
    ["Bilal", 14],
    ["Chama", 18],
  ]);
});

test("the committee decides on each; what departs from the ranking says why, and the envelope holds", async () => {
  const decide = (verdicts: object[], decidedOn = "2026-03-10") =>
    decideCall(director("2026-03-12"), { call, decidedOn, verdicts: verdicts as [] });
  const accepted = (name: string, more: object = {}) => ({
    application: id[name],
    verdict: "accepted",
    ...more,
  });
  const rejected = { application: id.RIF, verdict: "rejected", reason: "capacité sous le minimum" };
  const [atlas, elan] = [accepted("ATLAS"), accepted("ELAN")];
  expect(await codeOf(decide([atlas, rejected]))).toBe("calls.verdict_missing");
  expect(await codeOf(decide([atlas, elan, rejected], "2026-03-02"))).toBe("calls.decided_early");
  expect(await codeOf(decide([atlas, elan, { ...rejected, reason: null }]))).toBe("calls.reason_missing");
  const reserve = { application: id.ELAN, verdict: "reserve" };
  expect(await codeOf(decide([atlas, reserve, rejected]))).toBe("calls.reason_missing");
  expect(await codeOf(decide([atlas, accepted("ELAN", { granted: "120000.01" }), rejected]))).toBe(
    "calls.granted_too_much",
  );
  const all = accepted("RIF", { reason: "seul projet de la province" });
  expect(await codeOf(decide([atlas, elan, all]))).toBe("calls.over_envelope");
  const less = accepted("ELAN", { granted: "110000.00", reason: "matériel déjà financé" });
  expect(await decide([atlas, less, rejected])).toMatchObject({ accepted: 2, departing: 0, to: "decided" });
});

test("the result is told to applicants once it is published: to each its own answer, to all who was accepted", async () => {
  const own = (name: string) =>
    readOwnApplication(partner(name, "2026-03-20"), { application: id[name] ?? "" });
  expect((await own("RIF")).answer).toBeNull();
  await publishResult(director("2026-03-15"), { call });
  expect((await own("RIF")).answer).toMatchObject({
    verdict: "rejected",
    reason: "capacité sous le minimum",
  });
  const { results } = await readOpenCall(partner("ELAN"), { call });
  expect(results.map(({ organisation, verdict, granted }) => [organisation.name, verdict, granted])).toEqual([
    ["ATLAS", "accepted", "100000.00"],
    ["ELAN", "accepted", "110000.00"],
  ]);
  expect((await listOpenCalls(partner("FIRM"), { space: "simulated" })).calls).toMatchObject([
    { accepted: 2 },
  ]);
});

test("an accepted application becomes its agreement once, with its promise and money sourced in its words", async () => {
  const ctx = officer("2026-03-16");
  expect(await codeOf(makeAgreement(ctx, { application: id.RIF ?? "" }))).toBe("calls.not_accepted");
  const firstTranche = { percent: 60, plannedOn: "2026-04-01" };
  const made = await makeAgreement(ctx, { application: id.ELAN ?? "", firstTranche });
  expect(made.tranche).toBe(`${made.agreement}/M1/T1`);
  expect(await codeOf(makeAgreement(ctx, { application: id.ELAN ?? "" }))).toBe("calls.made_already");
  const found = await getAgreement(world.at("2026-03-17"), { agreement: made.agreement });
  expect(found).toMatchObject({ title: "Atelier de couture", state: "drafting" });
  const said = await citedWords(world.at("2026-03-17"), made.agreement);
  expect(said).toEqual([
    { words: "Apport propre : 30000.00 MAD", minor: "3000000" },
    { words: "Engagement 1 : 40, insertion de 40 femmes rurales", minor: null },
    { words: "Montant accordé : 110000.00 MAD", minor: "11000000" },
  ]);
});
