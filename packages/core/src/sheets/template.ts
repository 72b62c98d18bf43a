// The workbook that somebody fills in: headings in three languages with notes, lists to choose from, one example row,
// and a second worksheet that explains each column.
import { type Cell, type CellValue, writeXlsx } from "hucre/xlsx";
import type { Column, Label, ListColumn, Sheet } from "./column.ts";
import { templateChoice } from "./read-cell.ts";

/** The rows of a template in which lists are offered. */
const filledRows = 5000;
const listsName = "lists";

/** The bytes of the template of one kind of import. */
export async function writeTemplate(sheet: Sheet): Promise<Uint8Array> {
  const { columns } = sheet;
  const lists = columns.filter((column) => column.type === "list");
  const entry = {
    name: sheet.kind,
    columns: columns.map((column) => ({ width: widthOf(column) })),
    rows: [columns.map(({ heading }) => trilingual(heading)), columns.map(exampleCell)],
    cells: new Map(columns.flatMap((column, place) => styledCells(column, place))),
    freezePane: { rows: 1 },
    dataValidations: lists.map((list) => offered(list, columns.indexOf(list), lists.indexOf(list))),
  };
  const help = {
    name: "help",
    rows: helpRows(sheet),
    columns: [26, 10, 10, 70, 70, 70].map((width) => ({ width })),
  };
  const choices = { name: listsName, rows: listRows(lists), hidden: true };
  return writeXlsx({ sheets: [entry, help, choices] });
}

const trilingual = ({ fr, ar, en }: Label) => `${fr}\n${ar}\n${en}`;

function widthOf(column: Column): number {
  return Math.min(
    40,
    Math.max(16, column.example.length + 4, ...Object.values(column.heading).map((t) => t.length + 4)),
  );
}

function exampleCell(column: Column): CellValue {
  return column.type === "list" ? templateChoice(column, column.example) : column.example;
}

/** The heading in bold with its help as a note; the example in grey. Codes stay text whatever they look like. */
function styledCells(column: Column, place: number): [string, Partial<Cell>][] {
  const note = `${column.help.fr}\n\n${column.help.ar}\n\n${column.help.en}`;
  const fill = {
    type: "pattern" as const,
    pattern: "solid" as const,
    fgColor: { rgb: column.required ? "E4D5B7" : "EFEBE2" },
  };
  const heading: Partial<Cell> = {
    style: { font: { bold: true }, fill, alignment: { wrapText: true, vertical: "top" } },
    comment: { author: "Iltizam", text: note },
  };
  const example: Partial<Cell> = { style: { font: { italic: true, color: { rgb: "777777" } }, numFmt: "@" } };
  return [
    [`0,${place}`, heading],
    [`1,${place}`, example],
  ];
}

/** Long lists do not fit into a rule of 255 characters: the rule points to a hidden worksheet. */
function offered(column: ListColumn, place: number, listPlace: number) {
  const letter = columnLetter(place);
  const source = columnLetter(listPlace);
  return {
    type: "list" as const,
    formula1: `${listsName}!$${source}$1:$${source}$${column.choices.length}`,
    range: `${letter}2:${letter}${filledRows}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning" as const,
    errorTitle: column.key,
    errorMessage: column.heading.fr.slice(0, 200),
  };
}

function columnLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : columnLetter(Math.floor(place / 26) - 1) + last;
}

function listRows(lists: readonly ListColumn[]): CellValue[][] {
  const longest = Math.max(0, ...lists.map(({ choices }) => choices.length));
  return Array.from({ length: longest }, (_, row) =>
    lists.map((list) => {
      const choice = list.choices[row];
      return choice === undefined ? null : templateChoice(list, choice.value);
    }),
  );
}

function helpRows(sheet: Sheet): CellValue[][] {
  const { title, columns } = sheet;
  return [
    [trilingual(title)],
    ["key", "type", "required", "français", "العربية", "English"],
    ...columns.map(({ key, type, required, help }) => [
      key,
      type,
      required ? "✓" : "",
      help.fr,
      help.ar,
      help.en,
    ]),
  ];
}
