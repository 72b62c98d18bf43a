import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDraft, intake } from "./index.ts";

const read = (text: string) => intake({ file: "t.txt", text });
/** Pieces that the engine reacts to, in any order: the hardest nonsense for it. */
const PIECES = [
  "L'ANAPEC",
  "a signé",
  "huit conventions",
  "convention",
  "avec",
  "entre",
  "et",
  "20.815",
  "1,25 MMDH",
  "jeunes",
  "insertion de",
  "la première",
  "le programme",
  "dont",
  "68 %",
  "mercredi 15 décembre",
  "la région de Fès-Meknès",
  "(",
  ")",
  "«",
  "»",
  ".",
  ",",
  "\n",
  "\n\n- ",
  "وقعت",
  "الوكالة",
  "اتفاقيتين",
  "بين",
  "و",
  "٢٥٠",
  "في المائة",
  "ب",
  "ال",
  "signed",
  "the agreement",
  "of them",
  "the governments of",
  "m€",
  "\u00a0",
  "\u202f",
  "\ud800",
  "😀",
];

test("any text gives a clean draft, and the same one twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const draft = read(text);
      expect(checkDraft(draft)).toEqual([]);
      expect(read(text)).toEqual(draft);
    }),
    { numRuns: 150 },
  );
});

test("any heap of the field's words gives a clean draft", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
      expect(checkDraft(read(pieces.join(" ")))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("an empty text is an empty draft", () => {
  const draft = read("");
  expect(draft.instruments).toEqual([]);
  expect(draft.source.sha256).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("the known year of publication tells an earlier agreement from a new one", () => {
  const text = "La convention signée le 4 mars 2021 entre l'ANETI et Verdanor vise 300 insertions.";
  const status = (year: number) =>
    intake({ file: "t", text, publishedOn: { year, month: null, day: null, weekday: null } }).instruments[0]
      ?.status?.value;
  expect([status(2021), status(2023)]).toEqual(["signed", "existing"]);
});

test("the hash of the file is kept when it is not the text", () => {
  expect(intake({ file: "a.pdf", text: "x", sha256: "f00d" }).source.sha256).toBe("f00d");
});

test("a text that holds the engine's own mark is read as any other", () => {
  const text = "\u0001ANAPEC et Verdanor ont signé une convention.\n\u0001[";
  expect(intake({ file: "marks.txt", text }).source.text).toBe(text);
});
