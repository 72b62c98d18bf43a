// Several rows of a form, kept in the form as one text.

export type Row = Readonly<Record<string, string>>;

/** The rows that a text of a form keeps. */
export const rowsOf = (text: string): Row[] => (text === "" ? [] : (JSON.parse(text) as Row[]));
export const textOfRows = (rows: readonly Row[]): string => (rows.length === 0 ? "" : JSON.stringify(rows));
