// One cell of a CSV or XLSX file becomes a value of its column's type, or a refusal that says what would be accepted.
import { DomainError } from "../kernel/index.ts";
import { cleanText, foldWord, hasIdentityNumber, westernDigits } from "./clean.ts";
import type { Column, ListColumn, TextColumn } from "./column.ts";
import { dayOfSerial, readDay } from "./days.ts";
import { sheetErrors } from "./errors.ts";
import { readDecimal, readInteger } from "./numbers.ts";

/** What a file holds in a cell: a spreadsheet knows numbers, days and faults, a CSV file only text. */
export type RawCell = string | number | boolean | RawDay | RawFault | null;
export interface RawDay {
  readonly day: string;
}
/** A formula that gave #REF! or the like. */
export interface RawFault {
  readonly fault: string;
}

export type CellValue = string | number | boolean | readonly string[];

/** Reads the cells of one column. An empty cell gives null (a required one is refused by the row). */
export type CellReader = (raw: RawCell) => CellValue | null | DomainError;

/** Makes the reader of a column. `from1904`: the file counts its days as old Macintosh files do. */
export function cellReader(column: Column, from1904 = false): CellReader {
  const ofText = remembered(textReader(column), column.type === "text");
  return (raw) => {
    if (raw === null) return null;
    if (typeof raw === "string") return ofText(raw);
    if (typeof raw === "object") return "fault" in raw ? faulty(raw) : ofDay(column, raw, ofText);
    if (typeof raw === "boolean") return column.type === "boolean" ? raw : ofText(String(raw));
    return ofNumber(column, raw, from1904, ofText);
  };
}

const faulty = ({ fault }: RawFault) => sheetErrors.cell_in_error({ fault });

function ofDay(column: Column, { day }: RawDay, ofText: (text: string) => ReturnType<CellReader>) {
  return column.type === "date" || column.type === "text" ? day : ofText(day);
}

function ofNumber(
  column: Column,
  value: number,
  from1904: boolean,
  ofText: (text: string) => ReturnType<CellReader>,
): ReturnType<CellReader> {
  if (column.type === "date") return dayOfSerial(value, from1904);
  if (column.type === "integer") {
    return Number.isSafeInteger(value) && value >= 0 ? value : sheetErrors.integer_unreadable();
  }
  if (column.type === "decimal" || column.type === "money") return ofDecimal(value);
  if (!Number.isSafeInteger(value) && column.type !== "text") return sheetErrors.code_damaged();
  return ofText(String(value));
}

/** A computed number carries binary dust (0.1 + 0.2): nine digits after the point are kept, as in text. */
function ofDecimal(value: number): string | DomainError {
  if (!(value >= 0 && value < 1e15)) return sheetErrors.number_unreadable();
  return value.toFixed(9).replace(/\.?0+$/, "");
}

const rememberedTexts = 20_000;

/** Files repeat their dates, codes and words: the same text is read once. A column that never repeats is not remembered. */
function remembered(read: (text: string) => ReturnType<CellReader>, rarelyRepeats: boolean): typeof read {
  const known = new Map<string, ReturnType<CellReader>>();
  let repeats = !rarelyRepeats;
  let met = 0;
  return (text) => {
    if (!repeats) return read(text);
    const before = known.get(text);
    if (before !== undefined) {
      met += 1;
      return before;
    }
    const value = read(text);
    if (known.size >= rememberedTexts) {
      repeats = met > rememberedTexts;
      met = 0;
      known.clear();
    }
    known.set(text, value);
    return value;
  };
}

function textReader(column: Column): (text: string) => ReturnType<CellReader> {
  const read = readerOf(column);
  return (raw) => {
    const text = cleanText(withoutGuard(raw));
    if (text === "") return null;
    if (
      text.startsWith("#") &&
      /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|VALEUR!|NOM\?|NOMBRE!)$/.test(text)
    ) {
      return sheetErrors.cell_in_error({ fault: text });
    }
    return read(text);
  };
}

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula. */
function withoutGuard(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function readerOf(column: Column): (text: string) => ReturnType<CellReader> {
  switch (column.type) {
    case "integer":
      return readInteger;
    case "decimal":
    case "money":
      return readDecimal;
    case "date":
      return readDay;
    case "boolean":
      return readBoolean;
    case "list":
      return choiceReader(column);
    case "codes":
      return (text) =>
        [...new Set(text.split(/[|;؛]/).map((part) => part.trim()))].filter((part) => part !== "");
    default:
      return (text) => readText(column, text);
  }
}

function readText(column: TextColumn, text: string): string | DomainError {
  const longest = column.longest ?? 300;
  if (text.length > longest) return sheetErrors.text_too_long({ length: text.length, longest });
  if (column.free && hasIdentityNumber(text)) return sheetErrors.identity_number();
  if (column.type === "code" && /^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return sheetErrors.code_damaged();
  return column.type === "code" ? westernDigits(text) : text;
}

const truths = new Set("oui yes true vrai 1 x o y نعم صحيح ايه".split(" "));
const untruths = new Set("non no false faux 0 n لا خطا".split(" "));

function readBoolean(text: string): boolean | DomainError {
  const word = foldWord(text);
  if (truths.has(word)) return true;
  return untruths.has(word) ? false : sheetErrors.boolean_unreadable();
}

function choiceReader(column: ListColumn): (text: string) => string | DomainError {
  const known = new Map<string, string>();
  for (const { value, label, also = [] } of column.choices) {
    const { fr = value, ar = value, en = value } = label ?? {};
    const whole = templateChoice(column, value);
    for (const spelling of [fr, ar, en, ...also, whole, value]) known.set(foldWord(spelling), value);
  }
  const accepted = column.choices.map(({ value }) => value);
  return (text) => known.get(foldWord(text)) ?? sheetErrors.choice_unknown({ accepted });
}

/** How the template writes a choice: the machine's word, then what people call it. */
export function templateChoice(column: ListColumn, value: string): string {
  const choice = column.choices.find((one) => one.value === value);
  if (choice?.label === undefined) return value;
  return `${value} · ${choice.label.fr} · ${choice.label.ar}`;
}

export const isRefusal = (value: unknown): value is DomainError => value instanceof DomainError;
