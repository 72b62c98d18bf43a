import { openRegister } from "@iltizam/testkit/register";
import { afterAll, expect, test } from "vitest";
import { registerOrganisation } from "../organisations/index.ts";
import { addParty } from "./add-party.ts";
import { draftAgreement } from "./draft-agreement.ts";
import { getAgreement } from "./get-agreement.ts";
import { readHistory } from "./history.ts";
import { listAgreements, readBoard } from "./list-agreements.ts";
import { openLead } from "./open-lead.ts";
import { putInForce } from "./put-in-force.ts";
import { registerLegacy } from "./register-legacy.ts";
import { reportSignature } from "./report-signature.ts";
import { attachText, openCast, place, space } from "./tests/draft-in-full.ts";

const register = await openRegister();
const { ctx, region, province } = register;
afterAll(() => register.close());
const cast = await openCast(register);
const make = (more: object = {}) => draftAgreement(ctx, { space, title: "Convention", ...more });

test("a reference is drawn from the region and the year, one by one, also at the same moment", async () => {
  const first = await make({ territoryId: province });
  expect(first).toMatchObject({ reference: "R90-2026-1", state: "drafting" });
  expect((await make()).reference).toBe("NAT-2026-1");
  const many = await Promise.all([1, 2, 3, 4, 5].map(() => make({ territoryId: region })));
  expect(many.map((one) => one.reference).sort()).toEqual([
    "R90-2026-2",
    "R90-2026-3",
    "R90-2026-4",
    "R90-2026-5",
    "R90-2026-6",
  ]);
  const legacy = await registerLegacy(ctx, {
    ...{
      space,
      title: "Ancienne",
      territoryId: region,
      signedOn: { year: 2019, month: null, day: null, weekday: null },
    },
  });
  expect(legacy.reference).toBe("R90-2019-1");
});

test("a given reference is kept, has its form, and is never given twice, not even in the other space", async () => {
  expect((await make({ reference: "FM-2021-1" })).reference).toBe("FM-2021-1");
  const taken = { code: "agreements.reference_taken" };
  await expect(make({ reference: "FM-2021-1" })).rejects.toMatchObject(taken);
  await expect(
    draftAgreement(ctx, { space: "real", title: "x", reference: "FM-2021-1" }),
  ).rejects.toMatchObject(taken);
  for (const reference of ["ab", "fm-1", "A B C", "É-2021", "X".repeat(33)])
    await expect(make({ reference }), reference).rejects.toMatchObject({ code: "kernel.input_invalid" });
});

test("a type belongs to its kind, only a bundle stands for several, a period goes forward", async () => {
  await expect(make({ type: "law" })).rejects.toMatchObject({ code: "agreements.type_of_other_kind" });
  await expect(make({ kind: "plan", type: "convention" })).rejects.toMatchObject({
    code: "agreements.type_of_other_kind",
  });
  await expect(make({ standsFor: 8 })).rejects.toMatchObject({ code: "agreements.stands_for_only_bundle" });
  await expect(make({ periodFrom: "2022-01-01", periodTo: "2021-01-01" })).rejects.toMatchObject({
    code: "agreements.period_reversed",
  });
  expect(await make({ kind: "bundle", standsFor: 8 })).toMatchObject({ state: "drafting" });
});

test("who signed which agreement of a bundle is unknown: its parties are counterparties", async () => {
  await make({ reference: "LOT-8", kind: "bundle" });
  const refusal = { code: "agreements.role_not_of_kind" };
  const party = { agreement: "LOT-8", organisation: cast.company };
  await expect(addParty(ctx, { ...party, role: "signatory" })).rejects.toMatchObject(refusal);
  const first = await addParty(ctx, { ...party, role: "counterparty", signed: true });
  expect(await addParty(ctx, { ...party, role: "counterparty" })).toEqual(first);
  await expect(
    addParty(ctx, { ...party, agreement: "FM-2021-1", role: "counterparty" }),
  ).rejects.toMatchObject(refusal);
  await registerOrganisation(ctx, { space: "real", reference: "REELLE", kind: "company", name: "Réelle" });
  await expect(addParty(ctx, { ...party, organisation: "REELLE", role: "partner" })).rejects.toMatchObject({
    code: "organisations.other_space",
  });
});

test("a press report of a signature asks no guard; recording the text ends the reserve", async () => {
  const press = await make({ reference: "PRESSE-1", type: "mou" });
  const signedOn = { year: null, month: 12, day: 15, weekday: 3 };
  await reportSignature(ctx, {
    agreement: "PRESSE-1",
    documentId: cast.document,
    signedOn,
    signedTerritoryId: province,
  });
  expect(await getAgreement(ctx, { agreement: press.id })).toMatchObject({
    ...{ state: "signed", reported: true, column: "memorandum", signedOn, signedTerritoryId: province },
    signedDocumentId: null,
  });
  await attachText({ ...register.at("2026-04-01T12:00:00Z") }, cast, "PRESSE-1");
  const after = await getAgreement(ctx, { agreement: "PRESSE-1", asOf: "2026-03-15" });
  expect(after).toMatchObject({ state: "signed", reported: false, signedDocumentId: cast.document });
  expect(after.stateAsOf).toMatchObject({ state: "signed", reported: true });
});

test("an agreement of before the register begins where it stands, without a guard", async () => {
  const old = {
    space,
    title: "Ancienne",
    signedOn: { year: 2018, month: 5, day: 3, weekday: null },
  } as const;
  const inForce = await registerLegacy(ctx, { ...old, reference: "ANC-1" });
  expect(inForce.state).toBe("in_force");
  expect(await getAgreement(ctx, { agreement: "ANC-1" })).toMatchObject({ legacy: true, reported: false });
  const { onDay } = await readHistory(ctx, { agreement: "ANC-1", day: "2019-01-01" });
  expect(onDay).toEqual({ state: "in_force", reported: false, since: "2018-05-03" });
  expect((await readHistory(ctx, { agreement: "ANC-1", day: "2018-05-02" })).onDay).toBeNull();
  const plan = { space, title: "Plan national", kind: "plan", type: "plan" } as const;
  expect((await registerLegacy(ctx, { ...plan, reported: true })).state).toBe("in_force");
  await expect(registerLegacy(ctx, { ...plan, state: "signed" })).rejects.toMatchObject({
    code: "agreements.state_of_other_kind",
  });
  await expect(registerLegacy(ctx, { ...old, since: "2026-03-03" })).rejects.toMatchObject({
    code: "agreements.day_in_future",
  });
});

test("the state on a day is that of the passages recorded by then, on the days that they bear", async () => {
  await openLead(ctx, {
    space,
    reference: "JOUR-1",
    title: "x",
    nextAction: "appeler",
    nextActionOn: "2026-03-09",
  });
  await place(ctx, "JOUR-1", "signed");
  const late = register.at("2026-05-04T12:00:00Z");
  const guards = { committees_installed: async () => [] };
  await attachText(late, cast, "JOUR-1");
  await putInForce({ ...late, guards }, { agreement: "JOUR-1", on: "2026-04-02" });
  const on = async (day: string, knownOn?: string) =>
    (await readHistory(ctx, { agreement: "JOUR-1", day, knownOn })).onDay?.state ?? null;
  expect(await on("2026-03-01")).toBeNull();
  expect(await on("2026-04-01")).toBe("lead");
  expect(await on("2026-04-02")).toBe("in_force");
  expect(await on("2026-04-02", "2026-05-03")).toBe("lead");
});

test("an agreement is found by space, kind, type, state, region, party and words, page by page", async () => {
  await make({
    reference: "CHERCHE-1",
    title: "Insertion des jeunes ruraux",
    titleAr: "إدماج الشباب القروي",
    territoryId: province,
    type: "protocol",
  });
  await addParty(ctx, { agreement: "CHERCHE-1", organisation: cast.company, role: "partner" });
  const find = async (more: object) =>
    (await listAgreements(ctx, { space, limit: 200, ...more })).agreements.map((one) => one.reference);
  for (const filter of [
    { text: "JEUNES insertion" },
    { text: "ادماج القروي" },
    { text: "usine du port ruraux" },
    { text: "cherche-1" },
    { type: "protocol" },
    { region: "90", text: "insertion" },
    { organisation: cast.company, kind: "instrument" },
  ])
    expect(await find(filter), JSON.stringify(filter)).toEqual(["CHERCHE-1"]);
  expect(await find({ region: "91" })).toEqual([]);
  expect(await find({ space: "real", text: "insertion" })).toEqual([]);
  expect(await find({ state: "lead" })).toEqual([]);
  const all = await find({ sort: "reference" });
  expect(all).toEqual([...all].sort());
  const page = await listAgreements(ctx, {
    space,
    sort: "reference",
    direction: "desc",
    limit: 3,
    offset: 2,
  });
  expect(page.total).toBe(all.length);
  expect(page.agreements.map((one) => one.reference)).toEqual([...all].reverse().slice(2, 5));
});

test("the board puts every agreement in one column, with the total of each", async () => {
  const board = await readBoard(ctx, { space, limit: 2 });
  const { total } = await listAgreements(ctx, { space });
  expect(board.reduce((sum, column) => sum + column.total, 0)).toBe(total);
  const drafting = board.find((one) => one.column === "drafting");
  expect(drafting?.agreements).toHaveLength(2);
  expect(drafting?.total).toBeGreaterThan(2);
  expect(board.find((one) => one.column === "memorandum")?.agreements.map((one) => one.reference)).toEqual([
    "PRESSE-1",
  ]);
});
