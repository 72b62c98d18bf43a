import { expect, test } from "vitest";
import { isBreachedPassword, isCommonWords } from "./passwords.ts";
import { readText } from "./table.ts";

test("what everybody tries is known, in any case, and what nobody has used is not", () => {
  expect(["qwertyuiop123", "1qaz2wsx3edc", "QWERTY123456"].map(isBreachedPassword)).toEqual([
    true,
    true,
    true,
  ]);
  expect(isBreachedPassword("un figuier devant la gare")).toBe(false);
});

test("words that everybody here tries are known in French and Arabic, in both scripts, with digits between", () => {
  const tried = ["motdepasse12", "Bonjour123Maroc", "salam alikoum salam", "الحمد لله 1234", "ضصثقفغعهخحجد"];
  expect(tried.map(isCommonWords)).toEqual(Array(5).fill(true));
  expect(["", "1234567890123", "le maroc des figuiers", "ثلاث قطط فوق السطح"].map(isCommonWords)).toEqual(
    Array(4).fill(false),
  );
});

test("each line is ten digits of a hash, sorted, once", () => {
  const lines = readText("passwords/breached.txt").trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(40_000);
  expect(lines.every((line) => /^[0-9a-f]{10}$/.test(line))).toBe(true);
  expect(lines).toEqual([...new Set(lines)].sort());
});
