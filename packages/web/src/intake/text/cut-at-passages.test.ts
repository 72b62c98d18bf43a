import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutAtPassages } from "./cut-at-passages.ts";

const text = "Deux conventions pour 20.815 chercheurs d'emploi";

describe("a text cut at its passages", () => {
  test("a piece knows every value read from it, the narrowest passage first", () => {
    const pieces = cutAtPassages(text, [
      { path: "target", start: 22, end: 48 },
      { path: "value", start: 22, end: 28 },
    ]);
    expect(pieces).toEqual([
      { start: 0, text: "Deux conventions pour ", paths: [] },
      { start: 22, text: "20.815", paths: ["value", "target"] },
      { start: 28, text: " chercheurs d'emploi", paths: ["target"] },
    ]);
  });

  test("a text without a value is one piece; an empty one is none", () => {
    expect(cutAtPassages(text, [])).toEqual([{ start: 0, text, paths: [] }]);
    expect(cutAtPassages("", [])).toEqual([]);
  });

  test("whatever the passages: the pieces are the text, and each passage is told on exactly its words", () => {
    const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const marks = spans.map(([start, length], index) => ({
          path: String(index),
          start,
          end: Math.min(text.length, start + length),
        }));
        const pieces = cutAtPassages(text, marks);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        for (const { path, start, end } of marks) {
          const told = pieces.filter((piece) => piece.paths.includes(path)).map((piece) => piece.text);
          expect(told.join("")).toBe(text.slice(start, end));
        }
      }),
    );
  });
});
