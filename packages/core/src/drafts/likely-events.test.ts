import { readFileSync } from "node:fs";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { registerOrganisation } from "../organisations/index.ts";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { openIntake } from "./open-intake.ts";
import { recordAll } from "./tests/review-all.ts";

const texts = z
  .object({
    register: z.array(
      z.object({
        reference: z.string(),
        kind: z.enum(["company", "professional_federation", "foundation"]),
        name: z.string(),
        ar: z.string(),
      }),
    ),
    pairs: z.array(
      z.object({
        about: z.string(),
        /** What the person who opens the text knows of its publication. */
        publishedOn: z.object({ year: z.int(), month: z.int(), day: z.null() }).optional(),
        fr: z.string(),
        ar: z.string(),
      }),
    ),
    nearMisses: z.array(z.object({ of: z.string(), why: z.string(), text: z.string() })),
  })
  .parse(JSON.parse(readFileSync(new URL("./tests/likely-texts.json", import.meta.url), "utf8")));

type PublishedOn = Parameters<typeof openIntake>[1]["publishedOn"];

const open = (place: TestPlace, fileName: string, text: string, publishedOn?: PublishedOn) =>
  openIntake(place.ctx, { space: "real", fileName, text, publishedOn });

/** A register in which the first telling of every pair is recorded; the event of each. */
async function registerWith(language: "fr" | "ar") {
  const place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
  for (const { ar, ...one } of texts.register)
    await registerOrganisation(place.ctx, { ...one, space: "real", nameAr: ar });
  const events = new Map<string, string>();
  for (const { about, publishedOn, [language]: text } of texts.pairs) {
    const opened = await open(place, `${about}.${language}.txt`, text, publishedOn);
    expect(opened.likely.map(({ event }) => event)).toEqual([]);
    await recordAll(place.ctx, opened);
    events.set(about, opened.result?.review.event?.reference ?? "none");
  }
  return { place, events };
}

describe.each([
  { first: "fr", second: "ar" },
  { first: "ar", second: "fr" },
] as const)("recorded from a text in $first", ({ first, second }) => {
  let place: TestPlace;
  let events: ReadonlyMap<string, string>;
  beforeAll(async () => {
    ({ place, events } = await registerWith(first));
  });
  afterAll(() => place.close());

  test.each(texts.pairs)(`the event is found again in a text in ${second}: $about`, async (pair) => {
    const opened = await open(place, `${pair.about}.${second}.txt`, pair[second]);
    expect(opened.likely.map(({ event }) => event)).toEqual([events.get(pair.about)]);
    expect(opened.likely[0]?.agrees.length).toBeGreaterThan(1);
  });

  test.each(texts.nearMisses)("no event is taken for another: $of, $why", async ({ of, why, text }) => {
    const opened = await open(place, `${of} ${why}.txt`, text);
    expect(opened.likely.map(({ event, agrees }) => [event, ...agrees.map(({ en }) => en)])).toEqual([]);
  });
});
