// Imports a file of some tens to thousands of rows through a folder's acts: one row at a time, each undone by itself when
// it is refused, all in the one transaction of the import.
import { sql } from "kysely";
import { type ActContext, DomainError, type Space } from "../kernel/index.ts";
import type { Column, RowOf } from "./column.ts";
import type { Difference, ImportOutcome, ImportProgress } from "./import-outcome.ts";
import type { SheetFile } from "./open-sheet.ts";
import { emptyTally, endImport, type Tally } from "./record-import.ts";
import { isCellRefusal } from "./refuse-cell.ts";
import { createStages } from "./stages.ts";

export interface GivenImport<Columns extends readonly Column[]> {
  readonly file: SheetFile<Columns>;
  readonly space: Space;
  readonly source: string | null;
  readonly dryRun: boolean;
  readonly partial: boolean;
  readonly progress?: ImportProgress | undefined;
}

/** What became of one row. */
export interface RowResult {
  readonly change: "new" | "changed" | "unchanged";
  /** Its reference. */
  readonly object: string;
  readonly fields?: Difference["fields"];
}

/** Records one row by acts of the folder. It refuses by throwing: a domain error, or `refuseCell` for one column. */
export type RecordRow<Columns extends readonly Column[]> = (
  values: RowOf<Columns>,
  row: number,
) => Promise<RowResult>;

/** Imports row by row; a dry run does the same and is undone, so that its difference is the real one. */
export async function importEach<Columns extends readonly Column[]>(
  ctx: ActContext,
  kind: string,
  given: GivenImport<Columns>,
  recordRow: RecordRow<Columns>,
): Promise<ImportOutcome> {
  const stages = createStages(given.progress);
  const tally = emptyTally();
  const differences: Difference[] = [];
  stages.begin("rows");
  for await (const { row, values } of given.file.rows()) {
    tally.rows += 1;
    const result = values === undefined ? null : await tryRow(ctx, given, row, () => recordRow(values, row));
    count(tally, result);
    if (result !== null && result.change !== "unchanged") {
      differences.push({ row, object: result.object, change: result.change, fields: result.fields ?? {} });
    }
  }
  const { file, space, source, dryRun, partial } = given;
  const importId = ctx.ids.next();
  return endImport(ctx, { importId, kind, file, space, source, dryRun, partial, tally, differences, stages });
}

async function tryRow<Columns extends readonly Column[]>(
  ctx: ActContext,
  given: GivenImport<Columns>,
  row: number,
  record: () => Promise<RowResult>,
): Promise<RowResult | null> {
  await sql`savepoint one_row`.execute(ctx.tx);
  try {
    const result = await record();
    await sql`release savepoint one_row`.execute(ctx.tx);
    return result;
  } catch (error) {
    if (isCellRefusal(error)) {
      given.file.findings.add({ row, column: error.column, value: error.value, error: error.why });
    } else if (error instanceof DomainError) {
      given.file.findings.add({ row, column: null, value: null, error });
    } else throw error;
    await sql`rollback to savepoint one_row`.execute(ctx.tx);
    return null;
  }
}

function count(tally: Tally, result: RowResult | null): void {
  if (result === null) tally.refused += 1;
  else if (result.change === "new") tally.added += 1;
  else tally[result.change] += 1;
}

/** The fields that differ, as text; what the file leaves empty is not touched. */
export function fieldsThatDiffer(
  recorded: Readonly<Record<string, string | number | boolean | null>>,
  told: Readonly<Record<string, string | number | boolean | null>>,
): Difference["fields"] {
  const differing = Object.entries(told).filter(
    ([field, after]) => after !== null && String(after) !== String(recorded[field] ?? ""),
  );
  return Object.fromEntries(
    differing.map(([field, after]) => {
      const before = recorded[field] ?? null;
      return [field, { before: before === null ? null : String(before), after: String(after) }];
    }),
  );
}
