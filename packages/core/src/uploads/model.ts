import { z } from "zod";
import { type ErrorParams, type Locale, message, space } from "../kernel/index.ts";
import type { ImportOutcome } from "../sheets/index.ts";

export const uploadStates = ["waiting", "running", "tried", "recorded", "refused"] as const;

/** An error as it is kept, with the values that describe the rule, and as it is said. */
const kept = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });
const said = z.object({ code: z.string(), message: z.string() });

const place = z.object({
  row: z.int(),
  /** The column's key, or the heading as it is written; null for the whole row. */
  column: z.string().nullable(),
});

const tally = z.object({
  ...{ rows: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() },
  recorded: z.boolean(),
  notCounted: z.record(z.string(), z.int()),
});

const findingsOf = <Listed extends z.ZodType>(listed: Listed) =>
  z.object({
    total: z.int(),
    listed: z.array(listed),
    counts: z.array(z.object({ code: z.string(), column: z.string().nullable(), count: z.int() })),
  });

/** What came of a file, without any cell's content. */
const uploadOutcome = tally.extend({
  form: z.enum(["xlsx", "csv"]),
  /** How a CSV file is written; null for a workbook. */
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  /** For each place in a row the key of its column; null where no column is known. */
  places: z.array(z.string().nullable()),
  counts: z.array(z.object({ commitment: z.string(), before: z.int(), after: z.int() })),
  findings: findingsOf(place.extend(kept.shape)),
  milliseconds: z.int(),
});
export type UploadOutcome = z.infer<typeof uploadOutcome>;

export const uploadShown = z.object({
  id: z.uuid(),
  space,
  kind: z.string(),
  name: z.string(),
  state: z.enum(uploadStates),
  dryRun: z.boolean(),
  partial: z.boolean(),
  /** `reading`, `rows`, `finding`, `posting` … while it runs. */
  stage: z.string().nullable(),
  bytes: z.int(),
  bytesRead: z.int(),
  outcome: uploadOutcome.extend({ findings: findingsOf(place.extend(said.shape)) }).nullable(),
  refusal: said.nullable(),
});
export type UploadShown = z.infer<typeof uploadShown>;

export interface KeptUpload extends Omit<UploadShown, "outcome" | "refusal"> {
  readonly outcome: UploadOutcome | null;
  readonly refusal: KeptError | null;
}

type KeptError = z.infer<typeof kept>;

/** What a sentence may name and is not kept, because a cell held it: the cell itself is beside the sentence. */
const inTheCell = Object.fromEntries(
  ["value", "near", "recorded", "field", "candidates", "path", "actor"].map((name) => [name, "…"]),
);

const say = (locale: Locale, { code, params }: KeptError) => {
  const [folder = "kernel", name = ""] = code.split(".");
  return {
    code,
    message: message(locale, folder, `error.${name}`, { ...inTheCell, ...(params as ErrorParams) }),
  };
};

/** The upload with its errors in words of the language. */
export function inWords(locale: Locale, { outcome, refusal, ...upload }: KeptUpload): UploadShown {
  const findings = outcome && {
    ...outcome.findings,
    listed: outcome.findings.listed.map(({ row, column, ...error }) => ({
      row,
      column,
      ...say(locale, error),
    })),
  };
  return {
    ...upload,
    outcome: outcome && findings && { ...outcome, findings },
    refusal: refusal && say(locale, refusal),
  };
}

/** Values that describe the rule; what a cell held stays out, because it may be an identity number. */
const ofTheRule = [
  ...[
    "column",
    "columns",
    "heading",
    "headings",
    "near",
    "accepted",
    "cells",
    "length",
    "longest",
    "row",
    "why",
  ],
  ...["fault", "fields", "source", "megabytes", "kind", "kinds", "permission", "first", "second"],
];

export function withoutCells(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => ofTheRule.includes(name)));
}

export function outcomeToKeep(
  outcome: ImportOutcome,
  places: readonly (string | null)[],
  isOpen: boolean,
): UploadOutcome {
  const { rows, added, changed, unchanged, refused, recorded, notCounted, counts, findings } = outcome;
  const listed = findings.listed.map(({ row, column, error: { code, params } }) => ({
    ...{ row, column, code, params: isOpen ? { ...params } : withoutCells(params) },
  }));
  return {
    ...{ rows, added, changed, unchanged, refused, recorded, notCounted: { ...notCounted } },
    ...{ form: outcome.file.form, encoding: outcome.file.encoding, separator: outcome.file.separator },
    places: [...places],
    counts: counts.slice(0, 200).map((one) => ({ ...one })),
    findings: { total: findings.total, listed, counts: findings.counts.map((one) => ({ ...one })) },
    milliseconds: outcome.timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}
