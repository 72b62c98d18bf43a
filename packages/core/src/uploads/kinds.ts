// What can be imported, in the order in which one kind needs another.
import { importSheets as agreementSheets } from "../agreements/index.ts";
import { importSheets as commitmentSheets } from "../commitments/index.ts";
import { importSheets as fundingSheets } from "../funding/index.ts";
import { importSheets as organisationSheets } from "../organisations/index.ts";
import { importSheets as resultSheets } from "../results/index.ts";
import type { ImportSheet } from "../sheets/index.ts";
import { uploadErrors } from "./errors.ts";

const all: readonly ImportSheet[] = [
  ...[...organisationSheets, ...agreementSheets, ...commitmentSheets, ...fundingSheets, ...resultSheets],
];

export const sheetKinds: readonly string[] = all.map(({ sheet }) => sheet.kind);

/** @throws `uploads.kind_unknown` */
export function importSheetOf(kind: string): ImportSheet {
  const found = all.find(({ sheet }) => sheet.kind === kind);
  if (found === undefined) throw uploadErrors.kind_unknown({ kind, kinds: sheetKinds });
  return found;
}

/** Identity numbers lie in these files: they are kept sealed. */
export const holdsPersons = (kind: string): boolean => kind === "results";
