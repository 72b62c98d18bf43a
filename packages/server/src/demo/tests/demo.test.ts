// The demo as it stands in the database: repeatable, whole, and its two spaces apart.
import { rows } from "@iltizam/core/kernel";
import { verify } from "@iltizam/core/results";
import { inventedInReality } from "@iltizam/testkit/real-space";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBothSpaces } from "../index.ts";
import { type DemoPlaceForTests, emptyPlace } from "./demo-place.ts";

let place: DemoPlaceForTests;
beforeAll(async () => {
  place = await emptyPlace();
  await loadBothSpaces(place.ctx, () => undefined);
}, 240_000);
afterAll(() => place.close());

test("the kept totals equal a recount, and the sealed blocks verify", async () => {
  const { differences, blocks } = await verify(place.ctx, {});
  expect(differences).toEqual([]);
  expect(blocks).toBeGreaterThan(0);
}, 120_000);

test("nothing about a real organisation is invented", async () => {
  expect(await inventedInReality(place.ctx.db)).toEqual({});
  expect(await rows(place.ctx.db, sql`select from facts where space <> 'simulated'`)).toEqual([]);
});
