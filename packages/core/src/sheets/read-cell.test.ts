import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column } from "./column.ts";
import { cellReader, isRefusal, type RawCell } from "./read-cell.ts";

const words = { fr: "colonne", ar: "عمود", en: "column" };
const basis = { key: "cell", heading: words, help: words, example: "" };
const plain = (type: "integer" | "decimal" | "money" | "date" | "boolean"): Column => ({ ...basis, type });
const read = (column: Column, raw: RawCell, from1904 = false) => {
  const value = cellReader(column, from1904)(raw);
  return isRefusal(value) ? value.code.slice("sheets.".length) : value;
};

const arabic = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const grouped = (whole: number, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);

describe("whole numbers", () => {
  test.each([
    ["6000", 6000],
    [" 6 000 ", 6000],
    ["6\u202F000", 6000],
    ["6.000", 6000],
    ["1,234,567", 1_234_567],
    ["٦٠٠٠", 6000],
    ["٦٬٠٠٠", 6000],
    ["\u200F٢٠٬٨١٥\u200E", 20_815],
    ["12,0", 12],
    ["", null],
    ["   ", null],
  ])("%j is %j", (raw, value) => expect(read(plain("integer"), raw)).toBe(value));

  test.each([
    ["12,500", "number_ambiguous"],
    ["6,5", "integer_unreadable"],
    ["-3", "integer_unreadable"],
    ["12 34", "integer_unreadable"],
    ["environ 6000", "integer_unreadable"],
    ["#REF!", "cell_in_error"],
  ])("%j is refused: %s", (raw, code) => expect(read(plain("integer"), raw)).toBe(code));

  test("a spreadsheet's own numbers", () => {
    expect(read(plain("integer"), 6000)).toBe(6000);
    expect(read(plain("integer"), 6.5)).toBe("integer_unreadable");
    expect(read(plain("integer"), -1)).toBe("integer_unreadable");
  });

  test("any whole number, however its thousands are parted, comes back", () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000_000),
        fc.constantFrom("", " ", ".", "\u00A0", "\u202F"),
        fc.boolean(),
        (n, mark, ar) => {
          const text = ar ? arabic(grouped(n, mark)) : grouped(n, mark);
          expect(read(plain("integer"), text)).toBe(n);
        },
      ),
    );
  });
});

describe("decimal numbers and money", () => {
  test.each([
    ["1 234,5", "1234.5"],
    ["1.234,50", "1234.50"],
    ["1,234.50", "1234.50"],
    ["374800000.00", "374800000.00"],
    ["12,5", "12.5"],
    ["١٢٫٥", "12.5"],
    ["0,125", "0.125"],
    ["1.234.567", "1234567"],
    ["007", "7"],
  ])("%j is %j", (raw, value) => expect(read(plain("money"), raw)).toBe(value));

  test.each([
    ["1.234", "number_ambiguous"],
    ["1,234", "number_ambiguous"],
    ["1,234,5", "number_unreadable"],
    ["12,", "number_unreadable"],
    ["1.2.3", "number_unreadable"],
    ["-5", "number_unreadable"],
  ])("%j is refused: %s", (raw, code) => expect(read(plain("money"), raw)).toBe(code));

  test("a computed number keeps no binary dust", () => {
    expect(read(plain("decimal"), 0.1 + 0.2)).toBe("0.3");
    expect(read(plain("money"), 374_800_000)).toBe("374800000");
  });

  test("any amount with two decimals comes back, with a comma or a point", () => {
    const thousands = fc.constantFrom(" ", "\u202F", ".");
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(99), thousands, (whole, cents, mark) => {
        const fraction = String(cents).padStart(2, "0");
        expect(read(plain("money"), `${grouped(whole, mark)},${fraction}`)).toBe(`${whole}.${fraction}`);
        expect(read(plain("money"), `${whole}.${fraction}`)).toBe(`${whole}.${fraction}`);
      }),
    );
  });
});

describe("days", () => {
  test.each([
    ["2023-05-12", "2023-05-12"],
    ["12/05/2023", "2023-05-12"],
    ["12.5.2023", "2023-05-12"],
    ["٢٠٢٣-٠٥-١٢", "2023-05-12"],
    ["2023-05-12 00:00:00", "2023-05-12"],
    ["29/02/2024", "2024-02-29"],
  ])("%j is %j", (raw, value) => expect(read(plain("date"), raw)).toBe(value));

  test.each([
    ["12/05/23", "date_ambiguous"],
    ["05/31/2023", "date_ambiguous"],
    ["29/02/2023", "date_unreadable"],
    ["45058", "date_unreadable"],
    ["mai 2023", "date_unreadable"],
  ])("%j is refused: %s", (raw, code) => expect(read(plain("date"), raw)).toBe(code));

  test("Excel's serial numbers, in both of its calendars", () => {
    expect(read(plain("date"), 45_058)).toBe("2023-05-12");
    expect(read(plain("date"), 43_596, true)).toBe("2023-05-12");
    expect(read(plain("date"), { day: "2023-05-12" })).toBe("2023-05-12");
    expect(read(plain("date"), 12)).toBe("date_unreadable");
  });

  test("any day from 1901 on comes back, in each way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 109_000 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        const [year = "", month = "", date = ""] = day.split("-");
        const written = [
          day,
          `${date}/${month}/${year}`,
          arabic(`${date}/${month}/${year}`),
          serial,
          { day },
        ];
        expect(written.map((raw) => read(plain("date"), raw))).toEqual(written.map(() => day));
      }),
    );
  });
});

describe("words, codes and texts", () => {
  test("yes and no in three languages", () => {
    expect(["oui", "نعم", "yes", "Vrai", "1", true].map((raw) => read(plain("boolean"), raw))).toEqual(
      Array(6).fill(true),
    );
    expect(["non", "لا", "No", "faux", "0", false].map((raw) => read(plain("boolean"), raw))).toEqual(
      Array(6).fill(false),
    );
    expect(read(plain("boolean"), "peut-être")).toBe("boolean_unreadable");
  });

  const sex: Column = {
    ...basis,
    type: "list",
    choices: [
      { value: "F", label: { fr: "Femme", ar: "امرأة", en: "Woman" }, also: ["أنثى"] },
      { value: "M", label: { fr: "Homme", ar: "رجل", en: "Man" } },
    ],
  };

  test("a list is understood by its code, in each language, and as the template writes it", () => {
    const written = ["F", "f", "FEMME", "امراة", "أنثى", "woman", "F · Femme · امرأة"];
    expect(written.map((raw) => read(sex, raw))).toEqual(written.map(() => "F"));
    expect(read(sex, "X")).toBe("choice_unknown");
  });

  test("a code arrives as it was written; what a spreadsheet damaged is refused", () => {
    const code: Column = { ...basis, type: "code" };
    expect(read(code, "01.051.01.01.")).toBe("01.051.01.01.");
    expect(read(code, "٠١٢")).toBe("012");
    expect(read(code, 12)).toBe("12");
    expect(read(code, "1,23457E+14")).toBe("code_damaged");
    expect(read(code, 1.5)).toBe("code_damaged");
  });

  test("an identity number hidden in a free text is refused", () => {
    const note: Column = { ...basis, type: "text", free: true };
    expect(read(note, "voir AB123456 svp")).toBe("identity_number");
    expect(read(note, "موظفة BE٩١٢٣٤٥")).toBe("identity_number");
    expect(read(note, "dossier FABC123456")).toBe("dossier FABC123456");
  });

  test("several codes in one cell", () => {
    expect(read({ ...basis, type: "codes" }, "neet | rural_youth|neet")).toEqual(["neet", "rural_youth"]);
  });
});
