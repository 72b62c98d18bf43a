// Imports a file of results, up to millions of rows: streamed into a table of the transaction, checked there by the same
// functions as one result, and posted as one change of the ledger.
import { sql } from "kysely";
import { type ActContext, copyIn, defineAct, onlyRow, rows } from "../kernel/index.ts";
import { holdKeys } from "../people/index.ts";
import {
  type CountDifference,
  createStages,
  type Ending,
  emptyTally,
  endImport,
  type ImportSheet,
  importInput,
  importOutcome,
  journalImport,
  leaveNothing,
  mayGoOn,
  outcomeOf,
  outcomeOfEnding,
} from "../sheets/index.ts";
import { declarationsSheet } from "./declarations-sheet.ts";
import { importDeclarations } from "./import-declarations.ts";
import { refuseFaults } from "./incoming-faults.ts";
import { oneSource } from "./read-result.ts";
import { refusalOf } from "./refusals.ts";
import { authoriseIncoming } from "./scope.ts";
import { sealNames } from "./seal-names.ts";
import { resultsSheet } from "./sheet.ts";
import { incomingLines } from "./stage-results.ts";
import { recordingRow } from "./told.ts";

type Columns = typeof resultsSheet.columns;

export const importResultsFile = defineAct({
  name: "results.import_file",
  permission: "results.import",
  scope: "object",
  input: importInput<Columns>(),
  output: importOutcome,
  async run(ctx, given) {
    const { file, space, dryRun, partial } = given;
    const stages = createStages(given.progress);
    const tally = emptyTally();
    const source = oneSource(given.source);
    stages.begin("reading");
    await holdKeys(ctx, "if there are any");
    await sql`select open_incoming()`.execute(ctx.tx);
    await copyIn(ctx.tx, "copy incoming from stdin", incomingLines(file, source, ctx.keys, tally));
    stages.begin("finding");
    await sql`analyze incoming`.execute(ctx.tx);
    await sql`select find_incoming_words(${space})`.execute(ctx.tx);
    await authoriseIncoming(ctx);
    tally.refused += await refuseFaults(ctx.tx, space, file.findings);
    const base = { importId: ctx.ids.next(), kind: "results", file, space, dryRun, partial, stages };
    const ending = { ...base, source: source.code, tally };
    if (!mayGoOn(ending, tally.refused)) leaveNothing(outcomeOfEnding(ending));
    stages.begin("posting");
    return endImport(ctx, ...(await postIncoming(ctx, ending)));
  },
});

interface PostedFile {
  readonly recorded: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly notCounted: Readonly<Record<string, number>>;
}

/** Posts the staged rows under the import's journal row. */
async function postIncoming(ctx: ActContext, ending: Ending): Promise<[Ending, string]> {
  const { space, source, importId, tally } = ending;
  // Every fact names the journal row, so it is written before the counts are known; the import's own row has them.
  const journalId = await journalImport(ctx, ending, { rows: tally.rows, refused: tally.refused });
  const on = recordingRow(ctx, { act: "results.import_file", space, ...(source === null ? {} : { source }) });
  const posted = await onlyRow(
    ctx.tx,
    sql<PostedFile>`
      select recorded, corrected, unchanged, not_counted as "notCounted"
      from post_incoming(${on}, ${importId}::uuid, ${journalId}::uuid)`,
  ).catch((error) => {
    throw refusalOf(error);
  });
  ending.stages.begin("names");
  if (!ending.dryRun) await sealNames(ctx, ending.file, space);
  ending.stages.begin("differences");
  const counts = await rows(
    ctx.tx,
    sql<CountDifference>`select commitment, before, after from count_differences()`,
  );
  const { recorded: added, corrected: changed, unchanged, notCounted } = posted;
  return [{ ...ending, tally: { ...tally, added, changed, unchanged }, counts, notCounted }, journalId];
}

export const importSheets: readonly ImportSheet[] = [
  { sheet: resultsSheet, run: (ctx, input) => outcomeOf(importResultsFile(ctx, input)) },
  { sheet: declarationsSheet, run: (ctx, input) => outcomeOf(importDeclarations(ctx, input)) },
];
