import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { docs, writeDocs } from "./docs.ts";
import { found, sampleHouse } from "./sample-house.ts";
import { openTree } from "./tree.ts";

it("misses a folder's README, and takes an empty one for none", async () => {
  const file = "packages/core/src/agreements/README.md";
  expect(await found(docs, { [file]: null })).toEqual([`${file}:1 docs/readme`]);
  expect(await found(docs, { [file]: "\n" })).toEqual([`${file}:1 docs/readme`]);
});

it("misses the page of errors, and one that says something else", async () => {
  expect(await found(docs, { "docs/errors.md": null })).toEqual(["docs/errors.md:1 docs/errors"]);
  expect(await found(docs, { "docs/errors.md": "# Errors\n\nNone.\n" })).toEqual([
    "docs/errors.md:3 docs/errors",
  ]);
});

it("writes the page that it then accepts", () => {
  const tree = sampleHouse({ "docs/errors.md": "old" });
  expect(writeDocs(tree)).toEqual(["docs/errors.md"]);
  const page = readFileSync(join(tree.root, "docs/errors.md"), "utf8");
  expect(page).toContain(
    "| `agreements.unknown` | 404 | No agreement bears the reference {reference}. | Aucune convention ne porte la référence {reference}. | لا توجد أي اتفاقية تحت المرجع {reference}. |",
  );
  expect(docs(openTree(tree.root)).findings).toEqual([]);
});

it("misses a test that a page names", async () => {
  const page = "docs/security.md";
  const text = "# Security\n\n`packages/core/src/agreements/gone.test.ts`\n";
  expect(await found(docs, { [page]: text })).toEqual([`${page}:3 docs/tests`]);
  const test = "packages/core/src/agreements/gone.test.ts";
  expect(await found(docs, { [page]: text, [test]: "export {};\n" })).toEqual([]);
});

it("refuses a code that is declared twice", async () => {
  const file = "packages/core/src/kernel/errors.ts";
  const text =
    'import { defineErrors } from "./act.ts";\nexport const errors = defineErrors("agreements", { unknown: 400 });\n';
  expect(await found(docs, { [file]: text })).toEqual([`${file}:2 docs/errors`]);
});
