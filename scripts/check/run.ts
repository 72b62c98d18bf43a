import { type Finding, finding, type Part, type Reading } from "./part.ts";
import type { Tree } from "./tree.ts";

export type Outcome = Reading & { readonly name: string; readonly seconds: number };

/** Runs the parts beside one another; a part that breaks is a finding, not a crash. */
export function runParts(tree: Tree, parts: readonly Part[]): Promise<Outcome[]> {
  return Promise.all(parts.map((part) => timed(tree, part)));
}

async function timed(tree: Tree, part: Part): Promise<Outcome> {
  const start = performance.now();
  const { read, findings } = await attempt(tree, part);
  return { name: part.name, read, findings: inOrder(findings), seconds: (performance.now() - start) / 1000 };
}

async function attempt(tree: Tree, part: Part): Promise<Reading> {
  try {
    return await part.run(tree);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { read: "broke off", findings: [finding(".", 1, part.name, said)] };
  }
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** One line a part, then one line a finding. */
export function printable(outcomes: readonly Outcome[]): string {
  const heads = outcomes.map(({ name, read, findings, seconds }) => {
    const verdict = findings.length === 0 ? "ok" : `${findings.length} found`;
    return `${name.padEnd(9)} ${verdict.padEnd(10)} ${read.padEnd(14)} ${seconds.toFixed(1)} s`;
  });
  const lines = outcomes.flatMap((outcome) =>
    outcome.findings.map(({ file, line, rule, sentence }) => `${file}:${line}  ${rule}  ${sentence}`),
  );
  return [...heads, ...(lines.length > 0 ? [""] : []), ...lines].join("\n");
}
