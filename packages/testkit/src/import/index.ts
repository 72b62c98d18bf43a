// A file as somebody sends it, imported as the command line does.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "@iltizam/core/kernel";
import { type ImportInput, type ImportOutcome, type ImportSheet, openSheet } from "@iltizam/core/sheets";

export interface ImportDesk {
  /** Writes the file and imports it; headings are those of the text. */
  send(ctx: Context, text: string | Uint8Array, options?: Omit<ImportInput, "file">): Promise<ImportOutcome>;
  /** Writes the file only. */
  put(text: string | Uint8Array, name?: string): string;
  clear(): void;
}

/** A desk for one kind of import, in the simulated space where nothing else is said. */
export function importDesk(sheets: readonly ImportSheet[], kind: string): ImportDesk {
  const found = sheets.find(({ sheet }) => sheet.kind === kind);
  if (found === undefined) throw new Error(`no sheet ${kind}`);
  const folder = mkdtempSync(join(tmpdir(), "iltizam-import-"));
  let sent = 0;
  const put = (text: string | Uint8Array, name?: string) => {
    sent += 1;
    const path = join(folder, name ?? `${kind}-${sent}.csv`);
    writeFileSync(path, text);
    return path;
  };
  return {
    put,
    async send(ctx, text, options = {}) {
      const file = await openSheet(put(text), found.sheet);
      return found.run(ctx, { file, space: "simulated", ...options });
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The findings as `row column code`, in their order. */
export function foundIn(outcome: ImportOutcome): string[] {
  return outcome.findings.listed.map(({ row, column, error }) => `${row} ${column} ${error.code}`);
}

/** The counts of an outcome in one object. */
export function tallyOf({ rows, added, changed, unchanged, refused, recorded }: ImportOutcome) {
  return { rows, added, changed, unchanged, refused, recorded };
}
