import { writeXlsx } from "hucre/xlsx";
import { z } from "zod";
import { dayOf, defineQuery, type Locale, message } from "../kernel/index.ts";
import { csvLine, csvMark, guardFormula } from "../sheets/index.ts";
import { type Change, differenceOf } from "./difference.ts";
import { auditErrors } from "./errors.ts";
import { conditionOf, journalFilter } from "./filter.ts";
import { entriesWhere, inWords, type JournalRow, type ReadEntry } from "./read-journal.ts";

const exportedAtMost = 20_000;
const columns = ["at", "actor", "act", "sentence", "object", "id", "changes", "reason"] as const;

/** The same entries as a file that does not run in a spreadsheet. @throws `audit.too_many_rows` */
export const exportJournal = defineQuery({
  name: "audit.export_journal",
  permission: "journal.read",
  scope: "somewhere",
  input: journalFilter.extend({
    lang: z.enum(["fr", "ar", "en"]).default("fr"),
    format: z.enum(["csv", "xlsx"]),
  }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), rows: z.int(), base64: z.string() }),
  async run(ctx, { lang, format, ...filter }) {
    const condition = await conditionOf(ctx, filter);
    const found = await entriesWhere(ctx.tx, { condition, atMost: exportedAtMost + 1 });
    if (found.length > exportedAtMost) throw auditErrors.too_many_rows({ most: exportedAtMost });
    const told = await inWords(ctx.tx, found, lang);
    const lines = told.map((entry, index) => cellsOf(entry, exactChanges(found[index])));
    const headings = columns.map((column) => message(lang, "audit", `column.${column}`));
    const bytes = format === "csv" ? asCsv(headings, lines) : await asXlsx(headings, lines, lang);
    const day = dayOf(ctx.clock.now(), ctx.timeZone);
    return {
      fileName: `journal-${day}.${format}`,
      mediaType: mediaTypes[format],
      rows: lines.length,
      base64: bytes.toString("base64"),
    };
  },
});

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file keeps the values as the journal has them: who works on with it needs the ids. */
const exactChanges = (row: JournalRow | undefined): readonly Change[] =>
  row ? differenceOf(row.kind, row.before, row.after) : [];

function cellsOf(entry: ReadEntry, changes: readonly Change[]): (string | null)[] {
  const { at, actor, act, sentence, object, reason } = entry;
  const changed = changes.map(({ field, before, after }) => `${field}: ${before ?? "∅"} → ${after ?? "∅"}`);
  return [at, actor, act, sentence, `${object.kind} ${object.label}`, object.id, changed.join("\n"), reason];
}

function asCsv(headings: readonly string[], lines: readonly (readonly (string | null)[])[]): Buffer {
  return Buffer.from(csvMark + [headings, ...lines].map((line) => csvLine(line)).join(""));
}

async function asXlsx(
  headings: readonly string[],
  lines: readonly (readonly (string | null)[])[],
  lang: Locale,
): Promise<Buffer> {
  const rows = [headings, ...lines].map((line) =>
    line.map((cell) => (cell === null ? null : guardFormula(cell))),
  );
  const widths = [24, 28, 28, 60, 28, 38, 60, 40];
  const sheet = {
    name: "journal",
    columns: widths.map((width) => ({ width })),
    rows,
    freezePane: { rows: 1 },
    ...(lang === "ar" && { view: { rightToLeft: true } }),
  };
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
}
