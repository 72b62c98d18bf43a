// What an import is given and what it tells: one shape for every kind.
import { z } from "zod";
import { type Context, DomainError, space } from "../kernel/index.ts";
import type { Column, Sheet } from "./column.ts";
import type { Finding, FindingCount } from "./findings.ts";
import type { FileFacts, SheetFile } from "./open-sheet.ts";

export interface ImportProgress {
  /** A stage begins: reading, finding, posting … */
  stage(name: string): void;
}

/** The input of an import act. The file's rows are read once, so that a second call opens it again. */
export function importInput<Columns extends readonly Column[]>() {
  return z.object({
    file: z.custom<SheetFile<Columns>>(
      (value) => typeof value === "object" && value !== null && "rows" in value,
    ),
    space: space.default("real"),
    /** The sending system, for rows that do not name it. */
    source: z.string().trim().min(1).max(60).nullable().default(null),
    /** Shows the difference that it would make, and records nothing. */
    dryRun: z.boolean().default(false),
    /** Records the good rows although others are refused. */
    partial: z.boolean().default(false),
    progress: z.custom<ImportProgress>().optional(),
  });
}
export type ImportInput = z.input<ReturnType<typeof importInput>>;

/** One thing that is new or changed, in the words of its columns. */
export interface Difference {
  readonly row: number;
  readonly object: string;
  readonly change: "new" | "changed";
  readonly fields: Readonly<
    Record<string, { readonly before: string | null; readonly after: string | null }>
  >;
}

/** How the realised count of a commitment moves. */
export interface CountDifference {
  readonly commitment: string;
  readonly before: number;
  readonly after: number;
}

export interface ImportOutcome {
  readonly kind: string;
  readonly file: FileFacts;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** False after a dry run, when rows were refused without `partial`, and when there was nothing to record. */
  readonly recorded: boolean;
  readonly importId: string | null;
  /** Of the results that are new or changed: those that do not count, by reason. */
  readonly notCounted: Readonly<Record<string, number>>;
  /** The first thousand differences. */
  readonly differences: readonly Difference[];
  readonly counts: readonly CountDifference[];
  readonly findings: {
    readonly total: number;
    readonly listed: readonly Finding[];
    readonly counts: readonly FindingCount[];
  };
  readonly timings: readonly { readonly stage: string; readonly milliseconds: number }[];
}

export const importOutcome = z.custom<ImportOutcome>((value) => typeof value === "object" && value !== null);

/** What a folder exports as `importSheet`: the command line finds it by listing the folders. */
export interface ImportSheet {
  readonly sheet: Sheet;
  readonly run: (ctx: Context, input: ImportInput) => Promise<ImportOutcome>;
}

const undone = Symbol("an import that leaves nothing behind");

/** Ends the act so that its transaction is undone, and still tells what it would have done. */
export function leaveNothing(outcome: ImportOutcome): never {
  throw Object.assign(new Error("the import leaves nothing behind"), { [undone]: outcome });
}

/** Runs an import act; one that leaves nothing behind gives its outcome all the same. */
export async function outcomeOf(running: Promise<ImportOutcome>): Promise<ImportOutcome> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof Error && undone in error) return error[undone] as ImportOutcome;
    throw error;
  }
}

export const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError;
