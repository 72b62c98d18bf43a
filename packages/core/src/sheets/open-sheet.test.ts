import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import { errorMessage } from "../kernel/index.ts";
import { defineSheet } from "./column.ts";
import { openSheet } from "./open-sheet.ts";
import { writeTemplate } from "./template.ts";
import { csvLine, csvMark } from "./write-csv.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sheet = defineSheet({
  kind: "people",
  title: { fr: "Personnes", ar: "أشخاص", en: "People" },
  columns: [
    {
      key: "name",
      type: "text",
      required: true,
      free: true,
      heading: { fr: "Nom", ar: "الاسم", en: "Name" },
      help: { fr: "Le nom", ar: "الاسم", en: "The name" },
      example: "Exemple",
    },
    {
      key: "quantity",
      type: "integer",
      heading: { fr: "Quantité", ar: "الكمية", en: "Quantity" },
      help: { fr: "Combien", ar: "كم", en: "How many" },
      example: "12",
    },
    {
      key: "day",
      type: "date",
      heading: { fr: "Date", ar: "التاريخ", en: "Date" },
      help: { fr: "Le jour", ar: "اليوم", en: "The day" },
      example: "2023-05-12",
    },
    {
      key: "sex",
      type: "list",
      heading: { fr: "Sexe", ar: "الجنس", en: "Sex" },
      help: { fr: "F ou M", ar: "أنثى أو ذكر", en: "F or M" },
      example: "F",
      choices: [{ value: "F", label: { fr: "Femme", ar: "أنثى", en: "Woman" } }, { value: "M" }],
    },
  ],
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(path: string) {
  const opened = await openSheet(path, sheet);
  const rows = [];
  for await (const { row, values } of opened.rows()) rows.push({ row, values });
  const found = opened.findings.listed.map(({ row, column, value, error }) => [
    row,
    column,
    value,
    error.code,
  ]);
  return { rows, found, facts: opened.facts };
}

const amina = { name: "Amina", quantity: 6000, day: "2023-05-12", sex: "F" };
const french = "Nom;Quantité;Date;Sexe\nÉlodie à Fès;6 000;12/05/2023;femme\n";
const arabic = "الاسم;الكمية;التاريخ;الجنس\nأمينة العلمي;٦٠٠٠;١٢/٠٥/٢٠٢٣;أنثى\n";

/** Bytes of a Windows code page, by asking the decoder what each byte stands for. */
function inCodePage(text: string, page: string): Uint8Array {
  const decoder = new TextDecoder(page);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}

describe("encodings", () => {
  test.each([
    ["utf8.csv", Buffer.from(french), "utf-8"],
    ["mark.csv", Buffer.from(`\uFEFF${french}`), "utf-8"],
    ["utf16.csv", Buffer.from(`\uFEFF${french}`, "utf16le"), "utf-16le"],
    ["utf16-no-mark.csv", Buffer.from(french, "utf16le"), "utf-16le"],
    ["utf16be.csv", Buffer.from(`\uFEFF${french}`, "utf16le").swap16(), "utf-16be"],
    ["ansi.csv", inCodePage(french, "windows-1252"), "windows-1252"],
  ])("%s", async (name, bytes, encoding) => {
    const { rows, found, facts } = await read(file(name, bytes));
    expect(found).toEqual([]);
    expect(facts.encoding).toBe(encoding);
    expect(rows).toEqual([{ row: 2, values: { ...amina, name: "Élodie à Fès" } }]);
  });

  test("Arabic of Windows and in UTF-8, with Arabic headings and digits", async () => {
    for (const bytes of [
      Buffer.from(arabic),
      inCodePage(
        arabic.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) & 15)),
        "windows-1256",
      ),
    ]) {
      const { rows, found } = await read(file("arabic.csv", bytes));
      expect(found).toEqual([]);
      expect(rows).toEqual([{ row: 2, values: { ...amina, name: "أمينة العلمي" } }]);
    }
  });

  test("a code page that is not known is refused", async () => {
    const macintosh = Buffer.from("Nom;Quantit\x8E\n\x83lodie;6\nF\x8Fs;7\n", "latin1");
    await expect(read(file("mac.csv", macintosh))).rejects.toThrow(/encoding_unknown/);
  });
});

describe("separators and headings", () => {
  test.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
  ])("%s", async (name, separator) => {
    const quoted = `"Ait ""Ali""${separator} et fils"`;
    const text = `${["sex", "quantity", "Name"].join(separator)}\r\n${["M", "7", quoted].join(separator)}\r\n`;
    const { rows, facts } = await read(file(`${name}.csv`, text));
    expect(facts.separator).toBe(separator);
    expect(rows[0]?.values).toEqual({
      name: `Ait "Ali"${separator} et fils`.replace("\t", ""),
      quantity: 7,
      day: null,
      sex: "M",
    });
  });

  test("unknown, repeated and missing columns are findings with their place", async () => {
    const { found } = await read(file("columns.csv", "quantite,quantity,Colour,Quantity\n1,2,red,3\n"));
    expect(found).toEqual([
      [1, "quantity", "quantity", "sheets.column_twice"],
      [1, "Colour", "Colour", "sheets.column_unknown"],
      [1, "Quantity", "Quantity", "sheets.column_twice"],
      [1, "name", null, "sheets.column_missing"],
    ]);
  });

  test("each bad cell is listed with row, column, value; blank rows are passed over and counted", async () => {
    const text =
      "name,quantity,day,sex\nA,1,2023-01-01,F\n,,,\n,x,31/02/2023,Z\nB,2,,,more\nC AB123456,3,,\n";
    const { rows, found } = await read(file("cells.csv", text));
    expect(found).toEqual([
      [4, "name", null, "sheets.value_missing"],
      [4, "quantity", "x", "sheets.integer_unreadable"],
      [4, "day", "31/02/2023", "sheets.date_unreadable"],
      [4, "sex", "Z", "sheets.choice_unknown"],
      [5, null, "more", "sheets.row_too_long"],
      [6, "name", "C AB123456", "sheets.identity_number"],
    ]);
    expect(rows.map(({ row, values }) => [row, values?.name])).toEqual([
      [2, "A"],
      [4, undefined],
      [5, undefined],
      [6, undefined],
    ]);
  });

  test("a finding says in each language what would be accepted", async () => {
    const opened = await openSheet(file("say.csv", "name,sex\nA,Z\n"), sheet);
    for await (const _ of opened.rows());
    const error = opened.findings.listed[0]?.error;
    if (error === undefined) throw new Error("nothing was found");
    expect(errorMessage("fr", error)).toMatch(/^Cette valeur n’est pas dans la liste ; acceptés : F ?; M\.$/);
    expect(errorMessage("ar", error)).toMatch(/المقبول: F/);
  });

  test("a thousand findings are listed, all are counted", async () => {
    const text = `name,quantity\n${"A,x\n".repeat(1500)}${",1\n".repeat(3)}`;
    const opened = await openSheet(file("many.csv", text), sheet);
    for await (const _ of opened.rows());
    expect(opened.findings.listed).toHaveLength(1000);
    expect(opened.findings.counts()).toEqual([
      { code: "sheets.integer_unreadable", column: "quantity", count: 1500 },
      { code: "sheets.value_missing", column: "name", count: 3 },
    ]);
  });

  test.each([
    ["nothing.csv", "", "file_empty"],
    ["letter.pdf", "%PDF-1.7", "file_not_a_sheet"],
    ["old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "file_old_excel"],
    ["broken.xlsx", "PK\u0003\u0004 half a file", "file_damaged"],
    ["words.csv", "a,b,c\n1,2,3\n", "no_headings"],
    ["quotes.csv", 'name,quantity\n"A,1\nB,2\n', "file_damaged"],
  ])("%s is refused in a sentence", async (name, content, code) => {
    await expect(read(file(name, content))).rejects.toThrow(new RegExp(code));
  });
});

describe("workbooks", () => {
  test.each(["1900", "1904"] as const)(
    "real dates, serial numbers and texts, counted from %s",
    async (dateSystem) => {
      const serial = dateSystem === "1900" ? 45_058 : 43_596;
      const day = new Date(Date.UTC(2023, 4, 12));
      const rows = [
        ["Nom", "Quantité", "Date"],
        ["A", 6000, day],
        ["B", "6 000", "12/05/2023"],
        ["C", null, serial],
      ];
      const bytes = await writeXlsx({
        sheets: [{ name: "Feuil1", rows, columns: [{}, {}, { numFmt: "yyyy-mm-dd" }] }],
        dateSystem,
      });
      const { rows: understood, found } = await read(file(`days-${dateSystem}.xlsx`, bytes));
      expect(found).toEqual([]);
      expect(understood.map(({ values }) => values?.day)).toEqual(["2023-05-12", "2023-05-12", "2023-05-12"]);
      expect(understood.map(({ values }) => values?.quantity)).toEqual([6000, 6000, null]);
    },
  );

  test("the template opens on its own headings; its example, left as it was, is no data", async () => {
    const path = file("template.xlsx", await writeTemplate(sheet));
    const { rows, found, facts } = await read(path);
    expect({ rows, found, form: facts.form }).toEqual({ rows: [], found: [], form: "xlsx" });
  });

  test("an example that somebody changed is data", async () => {
    const text = `${csvMark}name,quantity,day,sex\r\n${csvLine(["Exemple", 13, "2023-05-12", "F"])}`;
    const { rows } = await read(file("changed.csv", text));
    expect(rows).toEqual([
      { row: 2, values: { name: "Exemple", quantity: 13, day: "2023-05-12", sex: "F" } },
    ]);
  });
});

test("an export cannot run as a formula, and reads back as it was", async () => {
  const names = ["=cmd|' /C calc'!A0", "+212", "-x", "@sum", "'=", "plain", "a,b", 'q"q', " x "];
  const text = `name,quantity\r\n${names.map((name) => csvLine([name, -5])).join("")}`;
  expect(text).toContain("'=cmd");
  expect(text).toContain(",-5");
  const { rows } = await read(file("formula.csv", text.replaceAll(",-5", ",5")));
  expect(rows.map(({ values }) => values?.name)).toEqual(names.map((name) => name.trim()));
});
