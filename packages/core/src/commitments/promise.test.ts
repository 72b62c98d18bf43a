import {
  seedAgreement,
  seedAssertion,
  seedWorld,
  type TestPlace,
  testPlace,
  type World,
} from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messageReference } from "../kernel/index.ts";
import { adoptAnnounced } from "./adopt-announced.ts";
import { announce } from "./announce.ts";
import { finalise } from "./finalise.ts";
import { guards } from "./guards.ts";
import { promise } from "./promise.ts";
import { commitmentByReference, commitmentsOfAgreement } from "./queries.ts";
import { setTarget } from "./set-target.ts";
import { withdrawCommitment } from "./withdraw-commitment.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "CONV-1" });
  await seedAgreement(place.ctx, world, { reference: "PRESS-1", signed: false });
});
afterAll(() => place.close());

test("a commitment is numbered under its agreement and starts as a draft", async () => {
  const first = await promise(place.ctx, {
    agreement: "CONV-1",
    indicator: "placements",
    wording: "insertion de jeunes",
    populations: ["youth"],
    territoryId: world.region,
    owedBy: "AGENCE",
  });
  const second = await promise(place.ctx, {
    agreement: "CONV-1",
    indicator: "recruitments",
    wording: "recrutements",
  });
  expect(first).toMatchObject({ reference: "CONV-1/1", state: "draft", unit: "persons" });
  expect(second).toMatchObject({ reference: "CONV-1/2", indicator: "placements" });
  const read = await commitmentByReference(place.ctx, { commitment: "CONV-1/1" });
  expect(read).toMatchObject({ owedBy: { reference: "AGENCE" }, territory: { code: "90" }, deadline: null });
  const [journal] = (
    await sql<{ act: string }>`select act from journal where object_id = ${first.id}`.execute(place.ctx.db)
  ).rows;
  expect(journal?.act).toBe("commitments.promise");
});

test("words that no catalogue has are refused", async () => {
  const given = { agreement: "CONV-1", wording: "x" };
  await expect(promise(place.ctx, { ...given, indicator: "wonders" })).rejects.toMatchObject({
    code: "commitments.indicator_unknown",
  });
  await expect(promise(place.ctx, { ...given, populations: ["martians"] })).rejects.toMatchObject({
    code: "commitments.population_unknown",
  });
  const nowhere = "00000000-0000-4000-8000-000000000000";
  await expect(promise(place.ctx, { ...given, territoryId: nowhere })).rejects.toMatchObject({
    code: "commitments.territory_unknown",
  });
  await expect(
    promise(place.ctx, { ...given, periodFrom: "2026-02-01", periodTo: "2026-01-01" }),
  ).rejects.toMatchObject({ code: "commitments.period_reversed" });
});

test("a commitment whose indicator is still to be agreed cannot become final", async () => {
  const { reference } = await promise(place.ctx, {
    agreement: "PRESS-1",
    indicator: "to_be_agreed",
    wording: "employabilité",
  });
  await expect(finalise(place.ctx, { commitment: reference })).rejects.toMatchObject({
    code: "commitments.indicator_undefined",
  });
  const { id } = await commitmentByReference(place.ctx, { commitment: reference });
  const agreement = (
    await sql<{ agreement_id: string }>`select agreement_id from commitments where id = ${id}`.execute(
      place.ctx.db,
    )
  ).rows[0];
  const missing = await guards.figures_have_indicator?.(place.ctx, agreement?.agreement_id ?? "");
  expect(missing).toEqual([
    messageReference("commitments", "guard.figures_have_indicator", {
      commitment: reference,
      wording: "employabilité",
    }),
  ]);
});

test("two sources that name different indicators leave the commitment without one", async () => {
  const announced = [
    await seedAssertion(place.ctx, world, {
      start: 19,
      end: 31,
      quantity: 1500,
      indicator: "recruitments",
      unit: "persons",
    }),
    await seedAssertion(place.ctx, world, {
      start: 55,
      end: 68,
      quantity: 1600,
      indicator: "jobs_created",
      unit: "jobs",
    }),
  ];
  const { reference } = await promise(place.ctx, {
    agreement: "PRESS-1",
    indicator: "placements",
    wording: "jeunes",
    announcedBy: announced.slice(0, 1).map((assertion) => ({ assertion })),
  });
  const before = await commitmentByReference(place.ctx, { commitment: reference });
  expect(before.announced.figure).toMatchObject({ status: "agreed", indicator: "placements", counted: 1500 });
  const added = await announce(place.ctx, {
    commitment: reference,
    assertions: announced.slice(1).map((assertion) => ({ assertion })),
  });
  expect(added).toMatchObject({ added: 1, indicator: null });
  const after = await commitmentByReference(place.ctx, { commitment: reference });
  expect(after).toMatchObject({ indicator: null, unit: null });
  expect(after.announced.figure).toMatchObject({ status: "conflict", counted: null, low: 1500, high: 1600 });
  expect(after.announced.readings.map((reading) => reading.wording)).toEqual([
    "1.500 jeunes",
    "1.600 emplois",
  ]);
  const all = await commitmentsOfAgreement(place.ctx, { agreement: "PRESS-1" });
  expect(all.announced).toEqual({ totals: [], apart: 1 });
  await expect(
    announce(place.ctx, {
      commitment: reference,
      assertions: [{ assertion: "00000000-0000-4000-8000-000000000000" }],
    }),
  ).rejects.toMatchObject({ code: "commitments.assertion_unknown" });
});

test("a person adopts one reading, and may take the decision back", async () => {
  const said = { indicator: "jobs_created", unit: "jobs", start: 55, end: 68 };
  const persons = { indicator: "placements", unit: "persons", start: 19, end: 31 };
  const jobs = await seedAssertion(place.ctx, world, { ...said, quantity: 1600 });
  const announced = [jobs, await seedAssertion(place.ctx, world, { ...persons, quantity: 1500 })];
  const { reference: commitment } = await promise(place.ctx, {
    agreement: "PRESS-1",
    wording: "jeunes ou emplois",
  });
  await announce(place.ctx, { commitment, assertions: announced.map((assertion) => ({ assertion })) });
  const adopt = (assertion: string | null, decidedOn: string) =>
    adoptAnnounced(place.ctx, { commitment, assertion, decidedOn, reason: "le texte signé parle d'emplois" });
  expect(await adopt(jobs, "2026-02-01")).toEqual({ commitment, indicator: "jobs_created" });
  const read = (asOf: string) => commitmentByReference(place.ctx, { commitment, asOf });
  expect(await read("2026-02-01")).toMatchObject({
    unit: "jobs",
    announced: { figure: { status: "adopted", counted: 1600, adopted: jobs } },
  });
  expect((await read("2026-01-31")).announced.figure).toMatchObject({ status: "conflict", counted: null });
  expect(await adopt(null, "2026-02-02")).toEqual({ commitment, indicator: null });
  expect((await read("2026-02-02")).announced.figure.status).toBe("conflict");
  const elsewhere = await seedAssertion(place.ctx, world, { start: 0, end: 2, quantity: 1 });
  await expect(adopt(elsewhere, "2026-02-03")).rejects.toMatchObject({
    code: "commitments.assertion_unknown",
  });
});

test("a withdrawn commitment stays readable and takes nothing more", async () => {
  const { reference } = await promise(place.ctx, {
    agreement: "CONV-1",
    indicator: "placements",
    wording: "saisie double",
  });
  await withdrawCommitment(place.ctx, { commitment: reference, reason: "saisie deux fois" });
  expect((await commitmentByReference(place.ctx, { commitment: reference })).state).toBe("withdrawn");
  await expect(finalise(place.ctx, { commitment: reference })).rejects.toMatchObject({
    code: "commitments.withdrawn",
  });
});

test("best efforts have no number", async () => {
  const { reference } = await promise(place.ctx, {
    agreement: "CONV-1",
    kind: "best_efforts",
    indicator: "placements",
    wording: "chaque fois que possible",
  });
  await finalise(place.ctx, { commitment: reference });
  const given = { commitment: reference, effectiveOn: "2025-01-01" };
  await expect(setTarget(place.ctx, { ...given, quantity: 5 })).rejects.toMatchObject({
    code: "commitments.best_efforts_without_number",
  });
  await setTarget(place.ctx, { ...given, quantity: null, qualifier: "best_efforts" });
  const read = await commitmentByReference(place.ctx, { commitment: reference });
  expect(read.signed.current).toMatchObject({ quantity: null, qualifier: "best_efforts" });
});

test("words are quoted, read and joined in one act, for what is announced or for the signed target, or not at all", async () => {
  const { reference: commitment } = await promise(place.ctx, {
    ...{ agreement: "CONV-1", indicator: "placements", wording: "insertion" },
  });
  await finalise(place.ctx, { commitment });
  const passage = { start: 19, end: 31, content: "1.500 jeunes" };
  const words = { documentId: world.document, passage, quantity: 1500, unit: "persons" };
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from passages`.execute(place.ctx.db)).rows[0]?.n;
  const before = await count();
  const other = { ...words, passage: { start: 0, end: 13, content: "La convention" } };
  await expect(announce(place.ctx, { commitment, words: other, version: 1 })).rejects.toMatchObject({
    code: "commitments.no_target",
  });
  await expect(
    announce(place.ctx, {
      commitment,
      ...{ words: other, assertions: [{ assertion: "00000000-0000-4000-8000-000000000000" }] },
    }),
  ).rejects.toMatchObject({ code: "commitments.assertion_unknown" });
  expect(await count()).toBe(before);
  await expect(announce(place.ctx, { commitment })).rejects.toMatchObject({ code: "sources.nothing_cited" });
  await setTarget(place.ctx, { commitment, quantity: 1500, effectiveOn: "2025-01-01" });
  expect(await announce(place.ctx, { commitment, words, version: 1 })).toMatchObject({ added: 1 });
  const read = await commitmentByReference(place.ctx, { commitment });
  expect(read.versions).toMatchObject([
    { version: 1, words: [{ document: world.document, title: "Convention", words: "1.500 jeunes" }] },
  ]);
  expect(read.announced.readings).toEqual([]);
  await announce(place.ctx, { commitment, words });
  const said = await commitmentByReference(place.ctx, { commitment });
  expect(said.announced.readings).toMatchObject([{ value: 1500, wording: "1.500 jeunes" }]);
});
