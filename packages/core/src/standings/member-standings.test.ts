// A federation and its members' counts: nobody's few are told, nor found as what is missing from a total.
import { withClient } from "@iltizam/testkit/database";
import { type TwoOfEach, twoOfEach } from "@iltizam/testkit/two-of-each";
import { afterAll, beforeAll, expect, test } from "vitest";
import { promise } from "../commitments/index.ts";
import { type Context, keepSetting } from "../kernel/index.ts";
import { registerOrganisation, relateOrganisations } from "../organisations/index.ts";
import { memberStandings } from "./index.ts";

let world: TwoOfEach;
beforeAll(async () => {
  world = await twoOfEach();
});
afterAll(() => world.close());

const actsFor = (organisation: string): Context => ({
  ...world.ctx,
  actor: {
    ...{ id: world.id("FED"), kind: "user", label: "Salma" },
    grants: [{ permissions: ["standings.read"], organisation: world.id(organisation) }],
  },
});
const read = async (threshold: number) => {
  await keepSetting(world.ctx.db, "standings.minimum_cell", threshold);
  const { indicators } = await memberStandings(actsFor("FED"), { organisation: "FED" });
  const [placements] = indicators;
  const members = placements?.members.map(({ member, realised }) => [member, realised]);
  return { together: placements?.together.realised, members };
};

test("a federation reads what its members did, and each count below the threshold is hidden", async () => {
  expect(await read(2)).toEqual({
    together: 4,
    members: [
      ["ALFA", 2],
      ["BETA", 2],
    ],
  });
  expect(await read(3)).toEqual({
    together: 4,
    members: [
      ["ALFA", null],
      ["BETA", null],
    ],
  });
  expect(await read(5)).toEqual({
    together: null,
    members: [
      ["ALFA", null],
      ["BETA", null],
    ],
  });
});

test("it is for the federation: a member, or another's focal point, does not read it", async () => {
  for (const other of ["ALFA", "BETA", "AGENCY"])
    await expect(memberStandings(actsFor(other), { organisation: "FED" })).rejects.toMatchObject({
      code: "kernel.not_allowed",
    });
});

/** A member with a promise of its own at which so many count. */
async function addMember(reference: string, total: number): Promise<void> {
  const given = { space: "simulated", reference, kind: "company", name: reference } as const;
  await registerOrganisation(world.ctx, given);
  await relateOrganisations(world.ctx, { from: reference, to: "FED", kind: "member_of" });
  const { id } = await promise(world.ctx, {
    ...{ agreement: "ALFA-N", indicator: "placements", wording: reference, owedBy: reference },
  });
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'test', false)");
    await client.query(
      `insert into node_totals
       select (jsonb_populate_record(t, jsonb_build_object('node', $1::uuid, 'total', $2::int))).*
       from node_totals t where t.span = 'life' limit 1`,
      [id, total],
    );
  });
}

test("where one count is small, the next is hidden too, until no difference tells either", async () => {
  for (const [reference, total] of [
    ["M-20", 20],
    ["M-40", 40],
    ["M-9", 9],
  ] as const)
    await addMember(reference, total);
  // ALFA and BETA have two each: together four, so a third is hidden with them
  expect(await read(5)).toEqual({
    together: 73,
    members: [
      ["ALFA", null],
      ["BETA", null],
      ["M-20", 20],
      ["M-40", 40],
      ["M-9", null],
    ],
  });
  // two hidden ones hold the threshold of four together: nobody else need be
  expect((await read(4)).members).toEqual([
    ["ALFA", null],
    ["BETA", null],
    ["M-20", 20],
    ["M-40", 40],
    ["M-9", 9],
  ]);
  expect((await read(1)).members).toHaveLength(5);
});
