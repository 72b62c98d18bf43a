import { expect, test } from "vitest";
import { errorsOfRows } from "./errors-of-rows.ts";

const found = (row: number, column: string | null, code: string) => ({ row, column, code, message: code });

test("errors stand at their cells, row by row; what has no cell stands at its row", () => {
  const listed = [
    found(5, "date", "sheets.date_unreadable"),
    found(2, null, "sheets.row_too_long"),
    found(5, "sex", "sheets.choice_unknown"),
    found(5, "place", "results.place_unknown"),
  ];
  const rows = errorsOfRows(listed, ["commitment", "date", null, "place"]);
  expect(rows.map(({ row }) => row)).toEqual([2, 5]);
  expect(rows[0]?.whole.map(({ code }) => code)).toEqual(["sheets.row_too_long"]);
  expect([...(rows[1]?.cells.keys() ?? [])].sort()).toEqual([1, 3]);
  expect(rows[1]?.whole.map(({ code }) => code)).toEqual(["sheets.choice_unknown"]);
});
