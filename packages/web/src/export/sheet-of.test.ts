import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { Column } from "../table/data-table.tsx";
import { csvOf } from "./csv-of.ts";
import { fileName } from "./file-name.ts";
import { guardFormula } from "./guard-formula.ts";
import { sheetOf } from "./sheet-of.ts";
import { xlsxOf } from "./xlsx-of.ts";

interface Row {
  readonly name: string;
  readonly count: number | null;
}
const columns: Column<Row>[] = [
  { id: "name", label: "accord", cell: () => null, value: (row) => row.name },
  { id: "hidden", label: "caché", cell: () => null, value: () => "x" },
  { id: "count", label: "signé", cell: () => null, value: (row) => row.count },
];
const rows = [
  { name: '=HYPERLINK("http://x")', count: 20815 },
  { name: 'التزام; "أ"', count: null },
];
const shown = new Set(["name", "count"]);

test("holds the shown columns and no others, numbers as numbers; what is simulated says so in every row", () => {
  expect(sheetOf(columns, shown, rows, null)).toEqual({
    headings: ["accord", "signé"],
    rows: [
      ['=HYPERLINK("http://x")', 20815],
      ['التزام; "أ"', null],
    ],
  });
  const simulated = sheetOf(columns, shown, rows, "Simulé");
  expect(simulated.headings[0]).toBe("Simulé");
  expect(simulated.rows.every(([mark]) => mark === "Simulé")).toBe(true);
});

test("a CSV cell never begins as a formula, and keeps its commas and quotes", () => {
  expect(csvOf(sheetOf(columns, shown, rows, null))).toBe(
    '\uFEFFaccord,signé\r\n"\'=HYPERLINK(""http://x"")",20815\r\n"التزام; ""أ""",\r\n',
  );
  for (const start of ["=", "+", "-", "@", "\t", "\r", "'="]) expect(guardFormula(`${start}1`)).toMatch(/^'/);
  expect(guardFormula("Agence -1")).toBe("Agence -1");
});

test("an XLSX file reads back with the same values, none of them a formula", async () => {
  const bytes = await xlsxOf(sheetOf(columns, shown, rows, null), {
    name: "Accords: 2026",
    rightToLeft: true,
  });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.name).toBe("Accords 2026");
  expect(sheets[0]?.rows).toEqual([
    ["accord", "signé"],
    ['\'=HYPERLINK("http://x")', 20815],
    ['التزام; "أ"', null],
  ]);
  expect([...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
});

test("the name of the file says what is simulated, and its day", () => {
  expect(fileName("agreements", "real", "2026-11-22", "csv")).toBe("iltizam-agreements-2026-11-22.csv");
  expect(fileName("standings", "simulated", "2026-11-22", "xlsx")).toBe(
    "iltizam-SIMULATED-standings-2026-11-22.xlsx",
  );
});

test("the guard is the one of the imports", () => {
  const core = readFileSync(new URL("../../../core/src/sheets/guard-formula.ts", import.meta.url), "utf8");
  const rule = /return (.+);/u;
  const own = readFileSync(new URL("guard-formula.ts", import.meta.url), "utf8");
  expect(rule.exec(own)?.[1]).toBe(rule.exec(core)?.[1]);
});
