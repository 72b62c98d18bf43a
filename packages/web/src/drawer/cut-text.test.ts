import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "./cut-text.ts";

const text = "Elle vise l’insertion de 20.815 chercheurs d’emploi.";

test("marks the chosen words, and shows the others that were read", () => {
  const figure = { start: 25, end: 31 };
  const sentence = { start: 10, end: 51 };
  expect(cutText(text, figure, [sentence, figure]).map(({ text: words, kind }) => [kind, words])).toEqual([
    ["plain", "Elle vise "],
    ["other", "l’insertion de "],
    ["chosen", "20.815"],
    ["other", " chercheurs d’emploi"],
    ["plain", "."],
  ]);
});

test("keeps the text whole, whatever passages overlap", () => {
  const passage = fc
    .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(passage), fc.option(passage), (passages, chosen) => {
      const pieces = cutText(text, chosen, passages);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      const marked = pieces.filter(({ kind }) => kind === "chosen").map((piece) => piece.text);
      expect(marked.join("")).toBe(chosen ? text.slice(chosen.start, chosen.end) : "");
    }),
  );
});
