import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onlyRow } from "../kernel/index.ts";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { loadRealAnnouncements } from "./load-real-announcements.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
});
afterAll(() => place.close());

const counts = () =>
  onlyRow(
    place.ctx.db,
    sql<Record<string, number>>`
      select (select count(*) from documents) as documents, (select count(*) from assertions) as assertions,
             (select count(*) from organisations) as organisations, (select count(*) from events) as events,
             (select count(*) from agreements) as agreements, (select count(*) from commitments) as commitments,
             (select count(*) from contributions) as contributions, (select count(*) from doubts) as doubts`,
  );

test("the five texts are recorded once, however often they are loaded", async () => {
  expect(await loadRealAnnouncements(place.ctx)).toEqual({ recorded: 5 });
  const first = await counts();
  expect(first).toMatchObject({ documents: 5, events: 4, commitments: 8, contributions: 4 });
  expect(await loadRealAnnouncements(place.ctx)).toEqual({ recorded: 0 });
  expect(await counts()).toEqual(first);
});
