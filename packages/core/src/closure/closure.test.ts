import {
  seedAgreement,
  seedWorld,
  type TestPlace,
  testPlace,
  type World,
  write,
} from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addField,
  addParty,
  close,
  getAgreement,
  linkAgreements,
  putInForce,
  startClosing,
} from "../agreements/index.ts";
import { commitmentsOfAgreement, promise } from "../commitments/index.ts";
import { justify, pay, pledge } from "../funding/index.ts";
import type { Context } from "../kernel/index.ts";
import { keepDocument } from "../sources/index.ts";
import { readClosingFile } from "./closing-file.ts";
import { concludeAgreement } from "./conclude-agreement.ts";
import { guards } from "./guards.ts";
import { unusedOf } from "./model.ts";
import { renewAgreement } from "./renew-agreement.ts";

let place: TestPlace;
let ctx: Context;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  ctx = { ...place.ctx, guards: { ...guards, committees_installed: async () => [] } };
});
afterAll(() => place.close());

const lessons = "Les visites d'entreprise ont mieux servi que les forums.";
const day = { on: "2025-03-03" };

/** In closing, with one contribution of which 400 were paid and `justified` justified. */
async function begin(agreement: string, justified: string): Promise<string> {
  await seedAgreement(ctx, world, { reference: agreement });
  await promise(ctx, { agreement, indicator: "placements", wording: "jeunes insérés", owedBy: "AGENCE" });
  const { reference: contribution } = await pledge(ctx, {
    ...{ agreement, role: "contribution", contributor: "CONSEIL", amount: "1000.00", currency: "MAD" },
    basis: "signed",
  });
  await pay(ctx, { contribution, amount: "400.00", ...day });
  await justify(ctx, { contribution, amount: justified, ...day });
  await putInForce(ctx, { agreement });
  await startClosing(ctx, { agreement });
  return contribution;
}

async function keepReport(words: string): Promise<string> {
  const fileBase64 = Buffer.from(words).toString("base64");
  const about = { space: "simulated", kind: "report", title: "Rapport final", language: "fr" } as const;
  return (await keepDocument(ctx, { ...about, fileBase64, text: words })).id;
}

test.each([
  ["400.00", "150.00", "MAD", "250.00"],
  ["400.00", "500.00", "MAD", "0.00"],
  ["1.500", "0.250", "TND", "1.250"],
])("of %s paid and %s justified (%s), %s are unused", (paid, justified, currency, unused) => {
  expect(unusedOf(paid, justified, currency)).toBe(unused);
});

test("what is open stops the closing, each named with where one acts; with a reason it stays in the file", async () => {
  const agreement = "CLOS-1";
  await begin(agreement, "150.00");
  const { open, settlement, closed } = await readClosingFile(ctx, { agreement });
  expect([open.map(({ kind }) => kind), closed]).toEqual([["money", "final_report"], null]);
  expect(open[0]?.place).toBe("/agreements/CLOS-1#money");
  expect(settlement).toMatchObject([
    { contributor: { reference: "CONSEIL" }, promised: "1000.00", paid: "400.00", unused: "250.00" },
  ]);
  await expect(concludeAgreement(ctx, { agreement, lessons })).rejects.toMatchObject({
    code: "closure.still_open",
    params: { open: open.map(({ words }) => words) },
  });
  const reason = "Le conseil reprend le solde sur la convention suivante.";
  await concludeAgreement(ctx, { agreement, lessons, reason });
  expect(await readClosingFile(ctx, { agreement })).toMatchObject({
    ...{ state: "closed", open, closed: { lessons, openReason: reason, closedBy: ctx.actor.label } },
  });
});

test("nothing is closed without its file; the file keeps the figures of its day", async () => {
  const agreement = "CLOS-2";
  const contribution = await begin(agreement, "400.00");
  await expect(close(ctx, { agreement })).rejects.toMatchObject({
    params: { guards: ["closure_recorded"] },
  });
  const documentId = await keepReport("Rapport final de CLOS-2.");
  await concludeAgreement(ctx, { agreement, lessons, documentId });
  const before = await readClosingFile(ctx, { agreement });
  expect(before).toMatchObject({
    ...{ open: [], closed: { reportDocumentId: documentId, openReason: null } },
    results: [{ commitment: "CLOS-2/1", wording: "jeunes insérés", realised: 0, proven: 0 }],
  });
  await pay(ctx, { contribution, amount: "50.00", ...day });
  expect(await readClosingFile(ctx, { agreement })).toEqual(before);
  await expect(concludeAgreement(ctx, { agreement, lessons })).rejects.toMatchObject({
    code: "closure.not_closing",
  });
});

test("money that moved on the stated total is settled like any other, and the total alone is no party's", async () => {
  const agreement = "CLOS-4";
  await begin(agreement, "400.00");
  const { reference: total } = await pledge(ctx, {
    ...{ agreement, role: "total", amount: "5000.00", currency: "MAD", basis: "signed" },
  });
  const settled = async () =>
    (await readClosingFile(ctx, { agreement })).settlement.map(({ contribution, unused }) => [
      ...[contribution, unused],
    ]);
  expect(await settled()).toEqual([["CLOS-4/M1", "0.00"]]);
  await pay(ctx, { contribution: total, amount: "90.00", ...day });
  expect(await settled()).toEqual([
    ["CLOS-4/M1", "0.00"],
    ["CLOS-4/M2", "90.00"],
  ]);
});

test("a renewal takes over what is chosen, and never numbers, money, approvals or signatures", async () => {
  const agreement = "CLOS-3";
  await seedAgreement(ctx, world, { reference: agreement, signed: false });
  await seedAgreement(ctx, world, { reference: "CADRE" });
  await linkAgreements(ctx, { from: agreement, to: "CADRE", kind: "framework" });
  const agency = await addParty(ctx, { agreement, organisation: "AGENCE", role: "signatory" });
  await addParty(ctx, { agreement, organisation: "CONSEIL", role: "funder" });
  await addField(ctx, { agreement, kind: "tag", code: "emploi" });
  const kept = await promise(ctx, { agreement, indicator: "placements", wording: "jeunes insérés" });
  await promise(ctx, { agreement, indicator: "jobs_created", wording: "emplois créés" });
  const wish = {
    ...{ agreement, reference: "CLOS-3-BIS", title: "Suite", parties: [agency.id] },
    ...{ fields: true, frameworks: true, promises: [kept.reference] },
  };
  await expect(renewAgreement(ctx, wish)).rejects.toMatchObject({ code: "closure.not_renewable" });
  await write(ctx, sql`update agreements set state = 'closed' where reference = ${agreement}`);
  await renewAgreement(ctx, wish);
  const next = await getAgreement(ctx, { agreement: "CLOS-3-BIS" });
  expect(next).toMatchObject({
    ...{ state: "drafting", approvals: [], signatures: [], waivers: [] },
    partiesInFull: [{ reference: "AGENCE", role: "signatory" }],
    fields: [{ code: "emploi" }],
  });
  expect(next.links.map(({ kind, reference }) => [kind, reference])).toEqual([
    ["framework", "CADRE"],
    ["renews", agreement],
  ]);
  const { commitments } = await commitmentsOfAgreement(ctx, { agreement: "CLOS-3-BIS" });
  expect(commitments).toMatchObject([
    { wording: "jeunes insérés", state: "draft", signed: { current: null } },
  ]);
  await expect(
    renewAgreement(ctx, { ...wish, reference: "CLOS-3-TER", promises: ["AUTRE/1"] }),
  ).rejects.toMatchObject({ code: "closure.not_of_agreement" });
});
