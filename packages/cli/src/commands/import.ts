import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { space } from "@iltizam/core/kernel";
import { type ImportOutcome, openSheet } from "@iltizam/core/sheets";
import { badUse, type Command, type Io } from "../command.ts";
import { dataOption, dataUsage } from "../connect.ts";
import { importSheetOf } from "../import-sheets.ts";
import { progress } from "../progress.ts";
import { outcomeAsJson, showOutcome, stageName } from "../show-import.ts";
import { withContext } from "../with-context.ts";

const options = {
  ...dataOption,
  "dry-run": { type: "boolean", default: false },
  partial: { type: "boolean", default: false },
  source: { type: "string" },
  space: { type: "string", default: "real" },
  timings: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

export const command: Command = {
  name: "import",
  summary: "Record the rows of a CSV or XLSX file",
  usage: `iltizam import KIND FILE [--dry-run] [--partial] [--source NAME] [--space S] [--timings] [--json]

  KIND          organisations, agreements, commitments, contributions, declarations or results
  --dry-run     show the difference that it would make, and record nothing
  --partial     record the good rows although others are refused
  --source NAME the system that the results come from, where the file does not say it
  --space S     real (default) or simulated
  --timings     how long each stage took
  --json        the outcome for machines
  ${dataUsage}

All of a file is recorded, or nothing of it. Ends with 1 when rows are refused. docs/formats/import.md lists the columns.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [kind, file, more] = positionals;
    await importSheetOf(kind);
    if (file === undefined || more !== undefined) throw badUse("Name one file: iltizam import KIND FILE.");
    const outcome = await runImport(kind, resolve(file), values, io);
    if (values.json) io.out(JSON.stringify(outcomeAsJson(outcome), null, 2));
    else io.out(showOutcome(outcome, { dryRun: values["dry-run"], timings: values.timings }));
    return outcome.findings.total > 0 ? 1 : 0;
  },
};

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>["values"];

async function runImport(
  kind: string | undefined,
  path: string,
  values: Values,
  io: Io,
): Promise<ImportOutcome> {
  const where = space.safeParse(values.space);
  if (!where.success) throw badUse(`--space ${values.space} is no space: give real or simulated.`);
  const { sheet, run } = await importSheetOf(kind);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return withContext(values, async (ctx) => {
    const bar = progress(io, sheet.kind, size);
    try {
      const file = await openSheet(path, sheet, bar.update);
      return await run(ctx, {
        file,
        space: where.data,
        source: values.source ?? null,
        dryRun: values["dry-run"],
        partial: values.partial,
        progress: { stage: (name) => tellStage(io, name, bar.end) },
      });
    } finally {
      bar.end();
    }
  });
}

/** Reading has its bar; what PostgreSQL does afterwards is said in a word. */
function tellStage(io: Io, stage: string, endBar: () => void): void {
  if (stage === "reading" || stage === "rows") return;
  endBar();
  if (io.terminal) io.err(`  ${stageName(stage)} …`);
}
