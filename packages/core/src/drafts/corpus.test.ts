// Texts of every kind that the engine is measured on: whoever accepts all that is proposed can record it.
import { readdirSync, readFileSync } from "node:fs";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onlyRow } from "../kernel/index.ts";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { openIntake } from "./open-intake.ts";
import { recordAll } from "./tests/review-all.ts";

const corpus = new URL("../../../intake/corpus/", import.meta.url);
const texts = ["develop", "measure"].flatMap((set) =>
  readdirSync(new URL(`${set}/`, corpus))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name, address: new URL(`${set}/${name}`, corpus) })),
);
/** One text of six: all of them take a minute. */
const some = texts.filter((_, index) => index % 6 === 0);

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
});
afterAll(() => place.close());

test.each(some)("$name is opened, accepted and recorded", async ({ name, address }) => {
  const text = readFileSync(address, "utf8");
  const opened = await openIntake(place.ctx, { space: "real", fileName: name, text });
  const { recorded, document } = await recordAll(place.ctx, opened);
  expect(recorded).toBe(true);
  const { wrong } = await onlyRow(
    place.ctx.db,
    sql<{ wrong: number }>`
      select count(*)::int as wrong from passages p join documents d on d.id = p.document_id
      where d.id = ${document} and position(p.content in d.content) = 0`,
  );
  expect(wrong).toBe(0);
});
