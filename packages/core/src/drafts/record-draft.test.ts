import { createHash } from "node:crypto";
import { notes } from "@iltizam/reference";
import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onlyRow } from "../kernel/index.ts";
import { loadTerritory } from "../territory/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import type { Draft } from "./draft-format.ts";
import { type AnnouncedText, announcedTexts } from "./load-real-announcements.ts";
import { proposedValues } from "./proposed-values.ts";
import { recordDraft } from "./record-draft.ts";
import type { Review } from "./review-format.ts";
import { noteOf, type ReviewedNote, reviewedNotes } from "./tests/reviewed-notes.ts";

let place: TestPlace;
let reviewed: ReadonlyMap<AnnouncedText, ReviewedNote>;
beforeAll(async () => {
  reviewed = await reviewedNotes();
  place = await testPlace();
  await loadTerritory(place.ctx, { space: "real" });
  await loadVocabulary(place.ctx, {});
});
afterAll(() => place.close());

describe.each(announcedTexts)("the reviewed draft of text %s", (text) => {
  test("holds the note as it is shipped", () => {
    const { draft } = noteOf(reviewed, text);
    const note = notes().find(({ file }) => file === draft.source.file);
    expect(draft.source.text).toBe(note?.text);
    expect(createHash("sha256").update(draft.source.text).digest("hex")).toBe(draft.source.sha256);
  });

  test("quotes exactly what stands between its offsets", () => {
    const { draft, review } = noteOf(reviewed, text);
    const passages = [
      ...proposedValues(draft, review).map(({ passage }) => passage),
      ...draft.doubts.flatMap((doubt) => doubt.passages),
    ];
    expect(passages.length).toBeGreaterThan(30);
    for (const { start, end, text: quoted } of passages)
      expect(draft.source.text.slice(start, end)).toBe(quoted);
  });

  test("copies a literal value from its passage, and says why it infers", () => {
    const { draft, review } = noteOf(reviewed, text);
    for (const { path, how, text: value, passage, why } of proposedValues(draft, review)) {
      if (how === "literal" && value !== null) expect([path, passage.text]).toEqual([path, value]);
      expect(how === "inferred", path).toBe(why !== null);
    }
  });

  test("normalises a number from the digits or the word of its passage", () => {
    const { draft, review } = noteOf(reviewed, text);
    const numbers = proposedValues(draft, review).filter(
      ({ how, quantity }) => how === "normalised" && quantity !== null,
    );
    for (const { path, quantity, passage } of numbers) {
      expect(givesNumber(passage.text, Number(quantity)), `${path}: ${passage.text}`).toBe(true);
    }
  });
});

const words: Readonly<Record<string, number>> = { un: 1, une: 1, la: 1, le: 1, deux: 2, trois: 3, huit: 8 };

/** Whether the words hold the number, in figures with a scale or spelt. */
function givesNumber(words_: string, value: number): boolean {
  const scale = /millions|MDH/.test(words_) ? 1_000_000 : 1;
  const figures = [...words_.matchAll(/\d+(?:\.\d{3})*(?:,\d+)?/g)].map(([figure]) =>
    Number(figure.replace(/\.(?=\d{3})/g, "").replace(",", ".")),
  );
  const spelt = words_
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => words[word] ?? []);
  return [...figures, ...spelt].some(
    (number) => Math.abs(number * scale - value) < 0.005 || number === value,
  );
}

const changed = (text: "000" | "004", change: (draft: Draft, review: Review) => void) => {
  const given = structuredClone(noteOf(reviewed, text));
  change(given.draft, given.review);
  return recordDraft(place.ctx, given);
};

describe("a draft is refused whole", () => {
  const refused = (given: Promise<unknown>, code: string) => expect(given).rejects.toMatchObject({ code });

  test("when the file is another one", () =>
    refused(
      changed("000", (draft) => {
        draft.source.text += " ";
      }),
      "drafts.file_differs",
    ));

  test("when a passage is not what stands there", () =>
    refused(
      changed("000", (draft) => {
        const first = draft.shared.targets[0]?.value;
        if (first) first.passage = { ...first.passage, text: first.passage.text.replace("6000", "9000") };
      }),
      "sources.passage_differs",
    ));

  test("when a figure has no place in the review", () =>
    refused(
      changed("000", (_, review) => void review.commitments.pop()),
      "drafts.unreviewed",
    ));

  test("when a party is nobody the review knows", () =>
    refused(
      changed("000", (_, review) => {
        for (const one of review.organisations) if (one.reference === "LYDEC") one.words = [];
      }),
      "drafts.organisation_unmatched",
    ));

  test("when it names a person, a place or an object that is not there", async () => {
    await refused(
      changed("004", (_, review) => {
        review.orientations = [{ agreement: "FES-MEKNES-PRPE", author: "x" }];
      }),
      "drafts.person_unmatched",
    );
    await refused(
      changed("004", (_, review) => {
        if (review.event) review.event.territory = { scheme: "hcp", code: "99" };
      }),
      "drafts.place_unknown",
    );
    await refused(
      changed("004", (_, review) => {
        review.doubts = review.doubts.map(() => ({ object: "NOWHERE", field: "x" }));
      }),
      "drafts.object_unknown",
    );
  });

  test("when its references would not be the ones that follow", () =>
    refused(
      changed("000", (_, review) => {
        for (const one of review.commitments) one.reference = one.reference.replace("/1", "/9");
      }),
      "drafts.reference_differs",
    ));

  test("and leaves nothing behind", async () => {
    const { left } = await onlyRow(
      place.ctx.db,
      sql<{
        left: number;
      }>`select (select count(*) from documents) + (select count(*) from organisations) as left`,
    );
    expect(left).toBe(0);
  });
});

test("a document that is recorded takes no second review", async () => {
  await changed("004", () => undefined);
  await expect(
    changed("004", (_, review) => {
      review.document.title = "Autre titre";
    }),
  ).rejects.toMatchObject({
    code: "drafts.recorded_otherwise",
  });
});
