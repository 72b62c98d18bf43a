import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { clientFile, listPartners } from "./index.ts";

const space = "simulated";
let world: TwoOfEach;
beforeAll(async () => {
  world = await twoOfEach();
});
afterAll(() => world.close());

const as = (...grants: Actor["grants"]): Context => ({
  ...world.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});

test("the directory is for who may read organisations, and for nobody else", async () => {
  const refused = { code: "kernel.not_allowed", params: { permission: "organisations.read" } };
  const other = as({ permissions: ["agreements.read"] });
  await expect(listPartners(other, { space })).rejects.toMatchObject(refused);
  await expect(clientFile(other, { organisation: "ALFA" })).rejects.toMatchObject(refused);
});

test("of a partner's file one sees the agreements that one may see", async () => {
  const permissions = ["organisations.read", "agreements.read", "commitments.read"];
  const inNorth = as({ permissions, territory: world.id("N") });
  const file = await clientFile(inNorth, { organisation: "ALFA" });
  expect(file.agreements.map(({ reference }) => reference)).toEqual(["ALFA-N"]);
  expect(file.owes.map(({ commitment }) => commitment)).toEqual(["ALFA-N/1"]);
  const { partners } = await listPartners(inNorth, { space, text: "ALFA" });
  expect(partners).toMatchObject([{ agreements: 1, owes: 1 }]);
  const directory = await clientFile(as({ permissions: ["organisations.read"] }), { organisation: "ALFA" });
  expect([directory.agreements, directory.owes, directory.meetings]).toEqual([[], [], []]);
  const money = await clientFile(inNorth, { organisation: "COUNCIL-N" });
  expect(money.contributions).toEqual([]);
});
