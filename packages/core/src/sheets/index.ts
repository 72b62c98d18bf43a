export { cleanText, foldWord, hasIdentityNumber } from "./clean.ts";
export * from "./column.ts";
export { readDay } from "./days.ts";
export { sheetErrors } from "./errors.ts";
export {
  createFindings,
  type Finding,
  type FindingCount,
  type Findings,
  listedFindings,
} from "./findings.ts";
export { guardFormula } from "./guard-formula.ts";
export * from "./import-each.ts";
export * from "./import-outcome.ts";
export { nearestOf } from "./nearest.ts";
export { type FileFacts, openSheet, type SheetFile } from "./open-sheet.ts";
export { type CellValue, cellReader, isRefusal, templateChoice } from "./read-cell.ts";
export type { ReadRow } from "./read-row.ts";
export * from "./record-import.ts";
export { inCell, isCellRefusal, refuseCell, refuseOtherwise } from "./refuse-cell.ts";
export { createStages, type Stages } from "./stages.ts";
export { writeTemplate } from "./template.ts";
export { type CsvCell, csvLine, csvMark } from "./write-csv.ts";
