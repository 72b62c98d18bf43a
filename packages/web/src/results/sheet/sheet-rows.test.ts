import { expect, test } from "vitest";
import { corrected, readRows, withErrors } from "./sheet-rows.ts";

const csv = { form: "csv", encoding: "utf-8", separator: ";", kind: "results" } as const;
const rows = [["commitment", "date"], ["A-1/1", "hier"], [""], ["A-1/1", "2026-01-01"]];

test("rows stand where the server numbers them, blank ones too, and codes keep their zeros", async () => {
  const bytes = new TextEncoder().encode("\uFEFFcommitment;date\r\nA-1/1;hier\r\n\r\nA-1/1;007\r\n");
  const read = await readRows(bytes, csv);
  expect(read[0]?.[0]).toBe("commitment");
  expect(read[1]).toEqual(["A-1/1", "hier"]);
  expect(read[3]).toEqual(["A-1/1", "007"]);
});

test("an Arabic sheet of an old Excel is read in its own letters", async () => {
  const read = await readRows(Uint8Array.from([0xe3, 0xcf, 0xed, 0xe4, 0xc9, 0x0a]), {
    ...{ ...csv, encoding: "windows-1256" },
  });
  expect(read[0]).toEqual(["مدينة"]);
});

test("a correction goes into its cell, and lengthens a short row", () => {
  expect(corrected(rows, { 2: { 1: "2026-03-01" }, 3: { 1: "x" } })).toEqual([
    ["commitment", "date"],
    ["A-1/1", "2026-03-01"],
    ["", "x"],
    ["A-1/1", "2026-01-01"],
  ]);
});

test("the copy with errors has them in a column of its own, beside their rows", () => {
  expect(withErrors(rows, { 2: "date illisible" }, "erreurs")).toEqual({
    headings: ["commitment", "date", "erreurs"],
    rows: [
      ["A-1/1", "hier", "date illisible"],
      ["", "", ""],
      ["A-1/1", "2026-01-01", ""],
    ],
  });
});
