// A file of results as one change of the ledger: all of it, or nothing (or, asked for, its sound rows).
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, type Context, defineAct, onlyRow, rows, space } from "../kernel/index.ts";
import { holdKeys } from "../people/index.ts";
import { keepImport } from "../sheets/index.ts";
import { post } from "./refusals.ts";
import { authoriseIncoming } from "./scope.ts";
import { cellsOf, namesLikeCin, recordingRow, sourceCode, type ToldResult, textsOf } from "./told.ts";

export interface ResultRow {
  /** The row's place in its file. */
  readonly line: number;
  readonly told: ToldResult;
}

export interface RowProblem {
  readonly line: number;
  readonly field: string;
  /** The name of an error of this folder. */
  readonly problem: string;
  readonly value: string | null;
}

export interface ImportReport {
  readonly rows: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** Recorded rows that do not count, by reason. */
  readonly notCounted: Readonly<Record<string, number>>;
  /** Rows at fault: the first thousand, and how many of each kind. */
  readonly problems: readonly RowProblem[];
  readonly problemCounts: Readonly<Record<string, number>>;
}

const importInput = z.object({
  space,
  source: sourceCode,
  fileName: z.string().min(1).max(300),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Records the sound rows although others are at fault. */
  partial: z.boolean().default(false),
  /** Does everything and takes it back: the report says what it would have done. */
  dryRun: z.boolean().default(false),
  results: z.custom<AsyncIterable<ResultRow> | Iterable<ResultRow>>((value) => typeof value === "object"),
  /** Faults that the reader of the file found; their rows are not among the results. */
  problems: z.custom<readonly RowProblem[]>((value) => Array.isArray(value)).default([]),
  onProgress: z.custom<(rows: number) => void>((value) => typeof value === "function").optional(),
});

/** Thrown to take everything back; carries the report. */
class NothingRecorded extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("nothing was recorded");
    this.report = report;
  }
}

/** The act of `importResults`, in one transaction; it throws where nothing is to stay. */
export const importFile = defineAct({
  name: "results.import",
  permission: "results.import",
  scope: "object",
  looksForNumbers: true,
  input: importInput,
  output: z.custom<ImportReport>(),
  async run(ctx, given) {
    await holdKeys(ctx, "if there are any");
    const found = [...given.problems, ...(await copyIn(ctx, given))];
    await sql`select find_incoming_words(${given.space})`.execute(ctx.tx);
    await authoriseIncoming(ctx);
    const problems = [...found, ...(await problemsInside(ctx, given.space))].sort((a, b) => a.line - b.line);
    const problemCounts = countBy(problems.map(({ problem }) => problem));
    const faults = { problems: problems.slice(0, 1000), problemCounts };
    if (problems.length > 0 && !given.partial) {
      const [{ count }] = (await rows(ctx.tx, sql<{ count: number }>`select count(*) from incoming`)) as [
        { count: number },
      ];
      throw new NothingRecorded({
        ...nothing,
        rows: count + new Set(found.map(({ line }) => line)).size,
        ...faults,
      });
    }
    const bad = [...new Set(problems.map(({ line }) => line))];
    await sql`delete from incoming where line = any(${bad}::int[])`.execute(ctx.tx);
    const report = { ...(await postIncoming(ctx, given, bad.length)), ...faults };
    if (given.dryRun) throw new NothingRecorded(report);
    return report;
  },
});

const nothing = { recorded: 0, corrected: 0, unchanged: 0, notCounted: {} };

/**
 * Records a file of results set-wise. With a row at fault nothing is recorded unless `partial`; the same file twice
 * changes nothing. The ledger is taken alone while the rows are posted.
 */
export async function importResults(ctx: Context, given: z.input<typeof importInput>): Promise<ImportReport> {
  try {
    return await importFile(ctx, given);
  } catch (error) {
    if (error instanceof NothingRecorded) return error.report;
    throw error;
  }
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const columns = [
  "commitment",
  "subject_id",
  "document_hash",
  "thing",
  "indicator",
  "fact_date",
  "place",
  "sex",
  "age",
  "age_band",
  "education",
  "milieu",
  "segments",
  "quantity",
  "claimed",
  "evidence_hash",
  "evidence_reference",
  "external_id",
  "note",
  "line",
] as const;

/** A row as `told_result` reads it from JSON. */
function asRecord(ctx: Context, { line, told }: ResultRow): Record<string, unknown> {
  const cells = cellsOf(told, ctx.keys);
  const record: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    record[column] = Buffer.isBuffer(cell) ? `\\x${cell.toString("hex")}` : cell;
  }
  record.line = line;
  return record;
}

const chunkRows = 5_000;

/** Copies the rows into the table `incoming`; gives those that hold what looks like a CIN. */
async function copyIn(
  ctx: ActContext,
  { results, onProgress }: z.output<typeof importInput>,
): Promise<RowProblem[]> {
  await sql`select open_incoming()`.execute(ctx.tx);
  const problems: RowProblem[] = [];
  let chunk: Record<string, unknown>[] = [];
  let done = 0;
  const send = async () => {
    await sql`insert into incoming select * from json_populate_recordset(null::told_result, ${JSON.stringify(chunk)}::json)`.execute(
      ctx.tx,
    );
    done += chunk.length;
    chunk = [];
    onProgress?.(done);
  };
  for await (const row of results) {
    const bad = namesLikeCin(textsOf(row.told));
    problems.push(...bad.map((field) => ({ line: row.line, field, problem: "looks_like_cin", value: null })));
    if (bad.length > 0) continue;
    chunk.push(asRecord(ctx, row));
    if (chunk.length === chunkRows) await send();
  }
  await send();
  return problems;
}

async function problemsInside(ctx: ActContext, of: string): Promise<RowProblem[]> {
  await sql`analyze incoming`.execute(ctx.tx);
  return rows(ctx.tx, sql<RowProblem>`select line, field, problem, value from incoming_problems(${of})`);
}

async function postIncoming(ctx: ActContext, given: z.output<typeof importInput>, refused: number) {
  const { space: of, source, fileName, fileHash } = given;
  const id = ctx.ids.next();
  const journalId = await ctx.journal({
    object: { kind: "import", id },
    after: { fileName, fileHash, source, refused },
  });
  const posted = await post(
    () =>
      onlyRow(
        ctx.tx,
        sql<
          Omit<ImportReport, "problems" | "problemCounts" | "notCounted"> & {
            not_counted: Record<string, number>;
          }
        >`
          select * from post_incoming(${recordingRow(ctx, { act: "results.import", space: of, source })},
                                      ${id}::uuid, ${journalId}::uuid)`,
      ),
    false,
  );
  const { not_counted: notCounted, ...counts } = posted;
  const { recorded: added, corrected: changed, unchanged } = counts;
  const tally = { rows: counts.rows + refused, added, changed, unchanged, refused };
  await keepImport(ctx, {
    importId: id,
    space: of,
    kind: "results",
    source,
    fileName,
    fileHash,
    tally,
    journalId,
  });
  return { ...counts, rows: counts.rows + refused, notCounted };
}
