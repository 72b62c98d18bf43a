import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { errorsPage } from "./docs.ts";
import type { Part } from "./part.ts";
import { sampleFiles } from "./sample-files.ts";
import { openTree, type Tree } from "./tree.ts";

/** New or other texts of files; null takes a file away. */
export type Changes = Readonly<Record<string, string | null>>;

/** The sample house with changes, as a git repository in a temporary folder that goes with the test. */
export function sampleHouse(changes: Changes = {}): Tree {
  const root = mkdtempSync(join(tmpdir(), "house-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  write(root, { ...sampleFiles, ...changes });
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  linkPackages(root);
  const page = errorsPage(openTree(root));
  if (page !== undefined && !("docs/errors.md" in changes)) write(root, { "docs/errors.md": page });
  return openTree(root);
}

function write(root: string, files: Changes): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

function linkPackages(root: string): void {
  mkdirSync(join(root, "node_modules/@iltizam"), { recursive: true });
  for (const name of readdirSync(join(root, "packages"))) {
    symlinkSync(join(root, "packages", name), join(root, "node_modules/@iltizam", name));
  }
}

/** What a part finds in the sample house after changes, as `file:line rule`. */
export async function found(run: Part["run"], changes: Changes = {}): Promise<string[]> {
  const { findings } = await run(sampleHouse(changes));
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort();
}

/** The sentences that a part says about the sample house after changes. */
export async function said(run: Part["run"], changes: Changes = {}): Promise<string[]> {
  const { findings } = await run(sampleHouse(changes));
  return findings.map(({ sentence }) => sentence);
}
