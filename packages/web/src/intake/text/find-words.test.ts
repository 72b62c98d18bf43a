import fc from "fast-check";
import { expect, test } from "vitest";
import { findWords, passageBetween } from "./find-words.ts";

const text = "Huit conventions, 6.000 emplois ;\n6.000 emplois\ndirects. وقع الطرفان";

test("words are found at each of their places, across the end of a line", () => {
  expect(findWords(text, "6.000 emplois").map(({ start }) => start)).toEqual([18, 34]);
  expect(findWords(text, " emplois directs ")).toEqual([{ start: 40, end: 55, text: "emplois\ndirects" }]);
  expect(findWords(text, "الطرفان")).toEqual([{ start: 61, end: 68, text: "الطرفان" }]);
});

test("a point is a point; other words are not found, and no words are nowhere", () => {
  expect(findWords(text, "6,000")).toEqual([]);
  expect(findWords(text, "conventions.")).toEqual([]);
  expect(findWords(text, "  ")).toEqual([]);
});

test("what is selected is cut at its words, from left or from right", () => {
  expect(passageBetween(text, 4, 18)).toEqual({ start: 5, end: 17, text: "conventions," });
  expect(passageBetween(text, 18, 4)).toEqual({ start: 5, end: 17, text: "conventions," });
  expect(passageBetween(text, 33, 34)).toBeNull();
});

test("any words of a text are found in it, whatever signs they hold", () => {
  const signs = "Rabat-Salé-Kénitra (68 %) [1] a/b \\ ^ $ * + ? { } | « l'État » 3.5";
  fc.assert(
    fc.property(fc.nat(signs.length - 1), fc.nat(signs.length), (start, length) => {
      const words = signs.slice(start, start + length).trim();
      expect(findWords(signs, words).some(({ text: found }) => found === words)).toBe(words !== "");
    }),
  );
});
