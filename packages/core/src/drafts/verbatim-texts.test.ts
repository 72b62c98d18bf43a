import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Draft, draft as draftFormat } from "./draft-format.ts";
import { type AnnouncedText, announcedTexts } from "./load-real-announcements.ts";
import { proposedValues } from "./proposed-values.ts";
import { figureAt, figurePaths } from "./suggest-groups.ts";
import { indicatorGroup, plainQuantity } from "./suggestion.ts";
import { noteOf, type ReviewedNote, reviewedNotes } from "./tests/reviewed-notes.ts";

/** The folder shared/texts beside the checkout, or beside a folder above it. */
function verbatimFolder(from = dirname(fileURLToPath(import.meta.url))): string | null {
  const folder = join(from, "shared", "texts");
  if (existsSync(folder)) return folder;
  return dirname(from) === from ? null : verbatimFolder(dirname(from));
}

const spelt: Readonly<Record<string, number>> = { deux: 2, deuxième: 2, seconde: 2, trois: 3, huit: 8 };

/** The numbers of a text, in figures (6.000, 6 000, 406,80 with its millions) or spelt, but for one. */
function numbersIn(text: string): number[] {
  const figures = [...text.matchAll(/(\d+(?:[.\s\u00a0\u202f]\d{3})*(?:,\d+)?)\s*(millions|MDH)?/g)].map(
    ([, figure = "", scale]) =>
      Math.round(
        Number(figure.replace(/[.\s\u00a0\u202f]/g, "").replace(",", ".")) * (scale ? 1_000_000 : 1),
      ),
  );
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .flatMap((word) => spelt[word] ?? []);
  return [...figures, ...words];
}

/** Numbers of the page and of the calendar, which are no figures of the announcement. */
const noFigures: Readonly<Record<string, readonly number[]>> = {
  "000": [],
  "001": [12],
  "002": [28, 2024, 2004],
  "003": [],
  "004": [2020, 2022],
};

/** Every promised quantity with what it counts and its level: on one agreement, or shared. */
function promised(draft: Draft): string[] {
  const level = (path: string) => (path.startsWith("shared") ? "shared" : "own");
  const targets = figurePaths(draft, "targets").flatMap((path) => {
    const target = figureAt(draft, "targets", path);
    const quantity = plainQuantity(target?.value?.value);
    return quantity === null
      ? []
      : [`${quantity} ${indicatorGroup(target?.indicator?.value ?? null)} ${level(path)}`];
  });
  const amounts = figurePaths(draft, "amounts").flatMap((path) => {
    const amount = figureAt(draft, "amounts", path);
    return [`${plainQuantity(amount?.value?.value)} ${amount?.currency?.value} ${level(path)}`];
  });
  return [...new Set([...targets, ...amounts])].sort();
}

const folder = verbatimFolder();
const texts = folder === null ? [] : readdirSync(folder);

describe.skipIf(folder === null)(
  "the verbatim texts (skipped where there is no folder shared/texts beside the checkout: they are not shipped)",
  () => {
    let reviewed: ReadonlyMap<AnnouncedText, ReviewedNote>;
    let place: TestPlace;
    beforeAll(async () => {
      place = await testPlace();
      reviewed = await reviewedNotes();
    });
    afterAll(() => place.close());

    test.each(announcedTexts)(
      "text %s is read with the promised figures of its note, at the same levels",
      async (text) => {
        const name = texts.find((one) => one.startsWith(text)) ?? "";
        const bytes = readFileSync(join(folder ?? "", name));
        const read = await place.ctx.reader?.read({ bytes, name, publishedOn: null });
        expect(promised(draftFormat.parse(read?.draft))).toEqual(promised(noteOf(reviewed, text).draft));
      },
    );

    test.each(announcedTexts)(
      "text %s gives the figures that its reviewed draft asserts, and no other",
      (text) => {
        const file = texts.find((name) => name.startsWith(text)) ?? "";
        const verbatim = readFileSync(join(folder ?? "", file), "utf8");
        const { draft, review } = noteOf(reviewed, text);
        const asserted = proposedValues(draft, review).flatMap(({ quantity }) =>
          quantity === null || Number(quantity) === 1 ? [] : [Math.round(Number(quantity))],
        );
        const heads = review.attendance.flatMap(({ headcount }) => headcount ?? []);
        const rounds = draft.event?.parts.filter(({ kind }) => kind?.value === "round_table").length ?? 0;
        const figures = new Set(numbersIn(verbatim));
        expect([...new Set(asserted)].filter((value) => !figures.has(value))).toEqual([]);
        const known = [
          ...asserted,
          ...heads,
          rounds,
          ...numbersIn(draft.source.text),
          ...(noFigures[text] ?? []),
        ];
        expect([...figures].filter((value) => !known.includes(value))).toEqual([]);
      },
    );
  },
);
