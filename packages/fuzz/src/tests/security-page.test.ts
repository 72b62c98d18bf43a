import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../../../", import.meta.url);
const page = readFileSync(new URL("docs/security.md", root), "utf8");
const rows = page.split("\n").filter((line) => /^\| (?!threat|---)/.test(line));
const testsIn = (text: string) => [...text.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file]) => file ?? "");

test("every threat names the test that covers it, and each of them is there", () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  expect(testsIn(page).filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
