import { finalise, promise } from "@iltizam/core/commitments";
import { loadRealAnnouncements } from "@iltizam/core/drafts";
import { callFunds } from "@iltizam/core/funding";
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestPlace, testPlace, write } from "../agreement/index.ts";
import { inventedInReality } from "./index.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
  await loadRealAnnouncements(place.ctx);
});
afterAll(() => place.close());

test("the announcements attach no result, declaration or progress to a real organisation", async () => {
  expect(await inventedInReality(place.ctx.db)).toEqual({});
});

test("a payment, a final commitment and a new kind of record would each be found", async () => {
  const { reference } = await promise(place.ctx, {
    agreement: "RABAT-MOU-1",
    indicator: "placements",
    wording: "x",
  });
  await finalise(place.ctx, { commitment: reference });
  await callFunds(place.ctx, { contribution: "FES-MEKNES-1/M1", amount: "1.00", on: "2025-01-01" });
  await write(
    place.ctx,
    sql`insert into subjects (id, space, recorded_at)
        values (${place.ctx.ids.random()}, 'real', ${place.ctx.clock.now()})`,
  );
  expect(await inventedInReality(place.ctx.db)).toEqual({
    contribution_movements: 1,
    subjects: 1,
    "final commitments": 1,
  });
});
