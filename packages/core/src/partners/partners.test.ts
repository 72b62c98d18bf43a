import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { afterAll, beforeAll, expect, test } from "vitest";
import { promise } from "../commitments/index.ts";
import { verifyOrganisation } from "../organisations/index.ts";
import { clientFile, listPartners } from "./index.ts";

const space = "simulated";
let world: TwoOfEach;
beforeAll(async () => {
  world = await twoOfEach();
});
afterAll(() => world.close());

test("the client file holds both sides: what a partner owes, and what the agency owes it", async () => {
  await promise(world.ctx, {
    ...{ agreement: "ALFA-N", indicator: "placements", wording: "présélection", owedBy: "AGENCY" },
  });
  const file = await clientFile(world.ctx, { organisation: "ALFA" });
  expect(file.agreements.map(({ reference, roles }) => [reference, roles])).toEqual([
    ["ALFA-N", ["signatory"]],
    ["ALFA-S", ["signatory"]],
  ]);
  expect(file.owes.map(({ commitment }) => commitment)).toEqual(["ALFA-N/1", "ALFA-S/1"]);
  expect(file.owedToIt).toMatchObject([{ commitment: "ALFA-N/2", by: { reference: "AGENCY" } }]);
  expect(file.meetings.map(({ reference }) => reference).sort()).toEqual(["COMITE-ALFA-N", "COMITE-ALFA-S"]);
  expect(file.decisions).toMatchObject([
    { event: "COMITE-ALFA-N", decision: "relancer", own: true },
    { event: "COMITE-ALFA-S", decision: "relancer", own: true },
  ]);
});

test("a funder's file shows what it promised and what it paid", async () => {
  const { contributions } = await clientFile(world.ctx, { organisation: "COUNCIL-N" });
  expect(contributions).toContainEqual(
    expect.objectContaining({ agreement: "ALFA-N", currency: "MAD", promised: "120.00", paid: "10.00" }),
  );
});

test("the list is searched in any spelling, filtered by region and kind, and sorted by what is owed", async () => {
  const found = async (more: object) =>
    (await listPartners(world.ctx, { space, ...more })).partners.map(({ reference }) => reference);
  expect(await found({ text: "Älfa" })).toEqual(["ALFA"]);
  expect(await found({ region: "N", sort: "name" })).toEqual(["ALFA", "COUNCIL-N"]);
  expect(await found({ kind: "company" })).toEqual(["ALFA", "BETA"]);
  expect((await found({ sort: "owes", direction: "desc" })).slice(0, 2)).toEqual(["ALFA", "BETA"]);
  const { total, partners } = await listPartners(world.ctx, { space, limit: 2, offset: 1 });
  expect([total, partners.length]).toEqual([6, 2]);
});

test("whether a company is verified stands in the list, with the day until which", async () => {
  const stateOf = async (reference: string) => {
    const [found] = (await listPartners(world.ctx, { space, text: reference })).partners;
    return [found?.verification, found?.verifiedUntil];
  };
  expect([await stateOf("ALFA"), await stateOf("COUNCIL-N")]).toEqual([
    ["missing", null],
    ["not_needed", null],
  ]);
  await verifyOrganisation(world.ctx, {
    organisation: "ALFA",
    checks: [
      { point: "ice", outcome: "in_order", number: "001234567000012" },
      { point: "cnss", outcome: "in_order" },
      { point: "tax", outcome: "in_order", expiresOn: "2026-04-30" },
      { point: "legal_status", outcome: "in_order" },
      { point: "references", outcome: "not_applicable", note: "société nouvelle" },
      { point: "no_fee", outcome: "in_order" },
      { point: "no_conflict", outcome: "in_order" },
    ],
  });
  expect(await stateOf("ALFA")).toEqual(["verified", "2026-04-30"]);
});
