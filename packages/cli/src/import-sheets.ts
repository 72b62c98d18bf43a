import { coreFolders } from "@iltizam/core/kernel";
import type { ImportSheet } from "@iltizam/core/sheets";
import { badUse } from "./command.ts";
import { nearestName } from "./list-commands.ts";

/** What can be imported: each core folder says it of itself (`importSheets`). */
export async function loadImportSheets(): Promise<ImportSheet[]> {
  const modules = await Promise.all(
    coreFolders().map(
      (folder) => import(`@iltizam/core/${folder}`) as Promise<{ importSheets?: ImportSheet[] }>,
    ),
  );
  return modules.flatMap(({ importSheets = [] }) => importSheets);
}

/** The sheet of a kind. @throws bad use, naming the kinds there are */
export async function importSheetOf(kind: string | undefined): Promise<ImportSheet> {
  const sheets = await loadImportSheets();
  const kinds = sheets.map(({ sheet }) => sheet.kind);
  const found = sheets.find(({ sheet }) => sheet.kind === kind);
  if (found !== undefined) return found;
  const near = kind === undefined ? undefined : nearestName(kind, kinds);
  const meant = near === undefined ? "" : ` Did you mean “${near}”?`;
  throw badUse(`Name what the file holds: ${kinds.join(", ")}.${meant}`);
}
