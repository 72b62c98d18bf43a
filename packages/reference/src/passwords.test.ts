import { expect, test } from "vitest";
import { isBreachedPassword } from "./passwords.ts";
import { readText } from "./table.ts";

test("what everybody tries is known, in any case, and what nobody has used is not", () => {
  expect(["qwertyuiop123", "1qaz2wsx3edc", "QWERTY123456"].map(isBreachedPassword)).toEqual([
    true,
    true,
    true,
  ]);
  expect(isBreachedPassword("un figuier devant la gare")).toBe(false);
});

test("each line is ten digits of a hash, sorted, once", () => {
  const lines = readText("passwords/breached.txt").trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(40_000);
  expect(lines.every((line) => /^[0-9a-f]{10}$/.test(line))).toBe(true);
  expect(lines).toEqual([...new Set(lines)].sort());
});
