import type { Tree } from "./tree.ts";

/** One thing that is wrong, where, and what would be accepted. Line 1 when the whole file is meant. */
export type Finding = {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly sentence: string;
};

/** What a part looked at ("214 files") and what it found there. */
export type Reading = { readonly read: string; readonly findings: readonly Finding[] };

export function finding(file: string, line: number, rule: string, sentence: string): Finding {
  return { file, line, rule, sentence };
}

/** A part that looked at nothing has proven nothing: its silence is a finding too. */
export function reading(count: number, what: string, findings: readonly Finding[], expected = true): Reading {
  const empty = expected && count === 0;
  const silence = finding(
    ".",
    1,
    "nothing-read",
    `no ${what} were read here; a check must read at least one`,
  );
  return { read: `${count} ${what}`, findings: empty ? [silence, ...findings] : findings };
}

export type Part = {
  readonly name: string;
  readonly run: (tree: Tree) => Reading | Promise<Reading>;
};
