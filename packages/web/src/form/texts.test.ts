import { expect, test } from "vitest";
import { changedNames, codesOf, mergeTexts, orNull, wholeNumber, withTypedSince } from "./texts.ts";

const beginning = { title: "Convention", place: "Tizi", until: "" };

test("blanks around a text are no change", () => {
  expect(changedNames(beginning, { ...beginning, title: " Convention " })).toEqual([]);
  expect(changedNames(beginning, { ...beginning, until: "2027-12-31" })).toEqual(["until"]);
});

test("what only the other one changed is taken; what both changed is chosen; the same change is no difference", () => {
  const mine = { title: "Convention A", place: "Tizi", until: "2027" };
  const theirs = { title: "Convention B", place: "Oued", until: "2027" };
  const { merged, toChoose, taken } = mergeTexts(beginning, mine, theirs);
  expect(merged).toEqual({ title: "Convention A", place: "Oued", until: "2027" });
  expect(toChoose).toEqual([{ name: "title", mine: "Convention A", theirs: "Convention B" }]);
  expect(taken.map(({ name }) => name)).toEqual(["place"]);
});

test("what is written while a form is on its way stays written, beside what the other one had saved", () => {
  const saved = { ...beginning, place: "Oued" };
  expect(withTypedSince(beginning, beginning, saved)).toEqual(saved);
  const now = { ...beginning, title: "Convention du port" };
  expect(withTypedSince(beginning, now, saved)).toEqual({ ...saved, title: "Convention du port" });
});

test("numbers are read as each language writes them, and nothing else is a number", () => {
  expect(["1500", "1 500", "1\u202f500", "1,500", "1.500"].map(wholeNumber)).toEqual(Array(5).fill(1500));
  expect(["", "douze", "-3", "12a"].map(wholeNumber)).toEqual([null, null, null, null]);
  expect([orNull("  "), orNull(" a ")]).toEqual([null, "a"]);
  expect(codesOf(" youth  women ")).toEqual(["youth", "women"]);
});
