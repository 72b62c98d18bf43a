// Two texts, clause by clause and word by word; a figure that changed is one change, whatever its digits. Pure.
import { diffArrays } from "diff";
import { z } from "zod";
import { type AgreementText, type Block, type Clause, clauseKey, type Run, sourcedRuns } from "./model.ts";
import { movedFigure } from "./moved.ts";

export const textPart = z.object({
  kind: z.enum(["same", "added", "removed"]),
  text: z.string(),
  /** The name of the figure or word of the register that it is. */
  key: z.string().nullable(),
});
export type TextPart = z.infer<typeof textPart>;

export const clauseChange = z.object({
  key: clauseKey,
  title: z.string(),
  status: z.enum(["same", "changed", "added", "removed"]),
  parts: z.array(textPart),
});
export type ClauseChange = z.infer<typeof clauseChange>;

export const comparison = z.object({ clauses: z.array(clauseChange), figures: z.array(movedFigure) });

export interface Token {
  readonly text: string;
  readonly key: string | null;
}

/** Words, gaps and signs; a day or a number with its gaps is one. */
const words =
  /\d{1,2}(?:er)?[\s\u00a0]\p{L}+[\s\u00a0]\d{4}|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** What the register says is one token. */
export function tokensOf(runs: readonly Run[]): Token[] {
  return runs.flatMap(({ text, from }): Token[] =>
    from ? [{ text, key: from.key }] : [...text.matchAll(words)].map(([word]) => ({ text: word, key: null })),
  );
}

const line: Token = { text: "\n", key: null };
const tokensOfBlock = ({ kind, runs, rows }: Block): Token[] =>
  kind === "table"
    ? rows.flatMap((row) => [...row.flatMap((cell) => [...tokensOf(cell), { text: " | ", key: null }]), line])
    : [...tokensOf(runs), line];
const tokensOfClause = ({ title, blocks }: Clause): Token[] => [
  ...tokensOf([{ text: title }]),
  line,
  ...blocks.flatMap(tokensOfBlock),
];

const isSame = (a: Token, b: Token) => a.text === b.text && a.key === b.key;

export function partsOf(before: readonly Token[], after: readonly Token[]): TextPart[] {
  const found = diffArrays([...before], [...after], { comparator: isSame }).flatMap(
    ({ added, removed, value }) => {
      const kind = added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const);
      return value.map(({ text, key }) => ({ kind, text, key }));
    },
  );
  return joined(found);
}

/** Plain words of one kind that follow each other are one part; a figure stays its own. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const whole: TextPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.kind === part.kind && last.key === null && part.key === null)
      whole[whole.length - 1] = { ...last, text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}

/** @example «1 500 personnes» → «1 200 personnes»: removed 1 500, added 1 200, both named commitment.1.quantity */
export function compareTexts(before: AgreementText, after: AgreementText): z.infer<typeof comparison> {
  const [then, now] = [before, after].map(
    ({ clauses }) => new Map(clauses.map((clause) => [clause.key, clause])),
  );
  const keys = mergedKeys(before, after);
  return {
    clauses: keys.map((key) => changeOf(key, then?.get(key), now?.get(key))),
    figures: figureChanges(before, after),
  };
}

/** In the order of the later text; what went stands where it stood. */
function mergedKeys(before: AgreementText, after: AgreementText): string[] {
  const keysOf = ({ clauses }: AgreementText) => clauses.map(({ key }) => key);
  return diffArrays(keysOf(before), keysOf(after))
    .flatMap(({ value }) => value)
    .filter((key, at, all) => all.indexOf(key) === at);
}

function changeOf(key: string, before: Clause | undefined, after: Clause | undefined): ClauseChange {
  const parts = partsOf(before ? tokensOfClause(before) : [], after ? tokensOfClause(after) : []);
  const isChanged = parts.some(({ kind }) => kind !== "same");
  const status =
    before === undefined ? "added" : after === undefined ? "removed" : isChanged ? "changed" : "same";
  return { key, title: (after ?? before)?.title ?? "", status, parts };
}

function figureChanges(before: AgreementText, after: AgreementText): z.infer<typeof movedFigure>[] {
  const [then, now] = [before, after].map(
    (text) =>
      new Map(
        [...sourcedRuns(text)]
          .filter(({ from }) => from.figure)
          .map(({ text: words, from }) => [from.key, words]),
      ),
  );
  return [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((key) => {
    const [was, is] = [then?.get(key) ?? null, now?.get(key) ?? null];
    return was === is ? [] : [{ key, before: was, after: is }];
  });
}
