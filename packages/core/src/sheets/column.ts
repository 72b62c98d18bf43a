// A column is declared once: its key for machines, its headings and help in three languages, what a cell may hold.
import type { Locale } from "../kernel/index.ts";

export type Label = Readonly<Record<Locale, string>>;

/** A value that a list accepts: the machine's word, and how people write it. */
export interface Choice {
  readonly value: string;
  readonly label?: Label;
  /** Other spellings that are understood. */
  readonly also?: readonly string[];
}

interface ColumnBasis {
  /** The machine's name of the column, stable for ever: `[a-z_]`. */
  readonly key: string;
  readonly required?: true;
  readonly heading: Label;
  readonly help: Label;
  /** What the template's example row shows, written as a person would. */
  readonly example: string;
}

export interface TextColumn extends ColumnBasis {
  /** `code`: text that must arrive as it was written (leading zeros, no scientific notation). */
  readonly type: "text" | "code";
  /** Free text and names: what looks like an identity number is refused (ledger.md §5). */
  readonly free?: true;
  /** The most characters that a cell may have; 300 if nothing is said. */
  readonly longest?: number;
}

export interface PlainColumn extends ColumnBasis {
  /** `integer`: whole, from 0; `money`: a decimal string in major units, from 0; `date`: YYYY-MM-DD. */
  readonly type: "integer" | "decimal" | "money" | "date" | "boolean";
}

export interface ListColumn extends ColumnBasis {
  readonly type: "list";
  readonly choices: readonly Choice[];
}

/** Several codes or names in one cell, separated by `|` or `;`. */
export interface ManyColumn extends ColumnBasis {
  readonly type: "codes";
}

export type Column = TextColumn | PlainColumn | ListColumn | ManyColumn;

export type ValueOf<C extends Column> = C["type"] extends "integer"
  ? number
  : C["type"] extends "boolean"
    ? boolean
    : C["type"] extends "codes"
      ? readonly string[]
      : string;

/** One row as its cells were understood; an empty cell is null. Decimals and money stay decimal strings. */
export type RowOf<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C["key"]]:
    | ValueOf<C>
    | (C extends { readonly required: true } ? never : null);
};

/** What one kind of import reads. */
export interface Sheet<Columns extends readonly Column[] = readonly Column[]> {
  /** As in `iltizam import KIND`. */
  readonly kind: string;
  readonly title: Label;
  readonly columns: Columns;
}

/** Declares a sheet and keeps the types of its columns. */
export function defineSheet<const Columns extends readonly Column[]>(sheet: Sheet<Columns>): Sheet<Columns> {
  return sheet;
}

/** The choices of a closed list of the reference data. */
export function choicesOf(
  codes: readonly { readonly code: string; readonly label: Label }[],
): readonly Choice[] {
  return codes.map(({ code, label }) => ({ value: code, label }));
}

/** A heading or help in the three languages. */
export const words = (fr: string, ar: string, en: string): Label => ({ fr, ar, en });
