import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parts } from "./parts.ts";
import { printable, runParts } from "./run.ts";
import { sampleHouse } from "./sample-house.ts";
import { openTree } from "./tree.ts";

it("finds nothing in a house where every rule is kept", async () => {
  const outcomes = await runParts(sampleHouse(), parts);
  expect(outcomes.flatMap((outcome) => outcome.findings)).toEqual([]);
  expect(outcomes.map(({ name, read }) => `${name}: ${read}`)).toEqual([
    "types: 10 files",
    "lint: 11 files",
    "imports: 10 modules",
    "tables: 6 table uses",
    "sizes: 12 files",
    "names: 28 files",
    "messages: 3 messages",
    "acts: 2 acts, routes",
    "permissions: 1 permissions",
    "leaks: 27 files",
    "docs: 3 folders, codes",
  ]);
});

it("takes silence about an empty tree for a fault of each part that must read something", async () => {
  const root = mkdtempSync(join(tmpdir(), "empty-house-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  const outcomes = await runParts(openTree(root), parts);
  const silent = outcomes.filter((outcome) => outcome.findings.length === 0).map((outcome) => outcome.name);
  expect(silent).toEqual(["tables", "messages", "acts", "permissions", "docs"]);
});

it("prints one line a part and one line a finding, and goes on when a part breaks off", async () => {
  const broken = { name: "broken", run: () => Promise.reject(new Error("the floor is missing")) };
  const outcomes = await runParts(sampleHouse(), [broken, ...parts.filter((part) => part.name === "names")]);
  const [first, second, gap, line] = printable(outcomes).split("\n");
  expect(first).toMatch(/^broken +1 found +broke off +\d+\.\d s$/);
  expect(second).toMatch(/^names +ok +28 files +\d+\.\d s$/);
  expect([gap, line]).toEqual(["", ".:1  broken  the floor is missing"]);
});
