import { readFileSync } from "node:fs";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { withClient } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { fiveTexts } from "./five-texts.ts";
import { fiveTextsPage } from "./five-texts-page.ts";
import { loadRealAnnouncements, reviewNote } from "./load-real-announcements.ts";
import { proposedValues } from "./proposed-values.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
  await loadRealAnnouncements(place.ctx);
});
afterAll(() => place.close());

/** The rows as arrays: columns of two tables may bear one name. */
const answerTo = (question: string) =>
  withClient(place.url, async (client) => {
    const { rows } = await client.query<(string | number | boolean | null)[]>({
      text: question,
      rowMode: "array",
    });
    return rows;
  });

describe.each(fiveTexts)("text $text", ({ text, facts }) => {
  test.each(facts)("$says", async ({ question, answer }) => {
    expect(await answerTo(question)).toEqual(answer);
  });

  test.each(facts)("quotes the words that say: $says", async ({ passages }) => {
    const { result } = await reviewNote(place.ctx, text);
    if (!result) throw new Error(`${text} makes no draft`);
    const { draft, review } = result;
    const quoted = proposedValues(draft, review).map((value) => value.passage.text);
    const recorded = [
      ...quoted,
      ...draft.doubts.flatMap((doubt) => doubt.passages.map((passage) => passage.text)),
    ];
    expect(passages.length).toBeGreaterThan(0);
    for (const passage of passages) {
      expect(draft.source.text).toContain(passage);
      expect(
        recorded.filter((words) => words.includes(passage)),
        passage,
      ).not.toEqual([]);
    }
  });
});

test("docs/five-texts.md shows this list", () => {
  const written = readFileSync(new URL("../../../../docs/five-texts.md", import.meta.url), "utf8");
  expect(written).toBe(fiveTextsPage());
});
