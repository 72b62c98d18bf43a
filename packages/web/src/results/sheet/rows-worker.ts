// Holds the rows of one sheet beside the page, so that a hundred thousand of them do not freeze it.
import { csvOf } from "../../export/csv-of.ts";
import { xlsxOf } from "../../export/xlsx-of.ts";
import {
  type Corrections,
  corrected,
  type Rows,
  readRows,
  type SheetForm,
  withErrors,
} from "./sheet-rows.ts";

export type Asked =
  | { readonly what: "open"; readonly bytes: Uint8Array; readonly form: SheetForm }
  | { readonly what: "rows"; readonly numbers: readonly number[] }
  | { readonly what: "file"; readonly corrections: Corrections }
  | {
      readonly what: "errors";
      readonly corrections: Corrections;
      readonly errors: Readonly<Record<number, string>>;
      readonly heading: string;
      readonly name: string;
      readonly rightToLeft: boolean;
    };

let rows: Rows = [];

async function answer(asked: Asked): Promise<unknown> {
  if (asked.what === "open") {
    rows = await readRows(asked.bytes, asked.form);
    return rows.length;
  }
  if (asked.what === "rows") return asked.numbers.map((number) => rows[number - 1] ?? []);
  const whole = corrected(rows, asked.corrections);
  if (asked.what === "file") {
    const [headings = [], ...others] = whole;
    return new TextEncoder().encode(csvOf({ headings, rows: others }));
  }
  const { errors, heading, name, rightToLeft } = asked;
  return xlsxOf(withErrors(whole, errors, heading), { name, rightToLeft });
}

self.onmessage = ({ data }: MessageEvent<{ id: number; asked: Asked }>) => {
  answer(data.asked).then(
    (given) => self.postMessage({ id: data.id, given }),
    (error: unknown) => self.postMessage({ id: data.id, error: String(error) }),
  );
};
