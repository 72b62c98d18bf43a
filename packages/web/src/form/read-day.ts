// A day as people write it, whatever their browser's language: day, month, year; or year first, as machines do. Pure.
import type { Fault } from "./check-body.ts";

export type ReadDay =
  | { readonly kind: "nothing" }
  /** YYYY-MM-DD */
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "fault"; readonly fault: Fault };

export const firstYear = 1900;
export const lastYear = 2199;

/** @example readDay("١٥/٠٣/٢٠٢٦") // { kind: "day", day: "2026-03-15" } */
export function readDay(written: string): ReadDay {
  const text = westernDigits(written).trim();
  if (text === "") return { kind: "nothing" };
  const parts = partsOf(text);
  if (parts === null) return fault("form.fault.day.unread");
  const [year, month, day] = parts;
  if (year.length !== 4 || Number(year) < firstYear || Number(year) > lastYear)
    return fault("form.fault.day.year", { first: String(firstYear), last: String(lastYear) });
  return inCalendar(Number(year), Number(month), Number(day));
}

/** @example writeDay("2026-03-15") // "15/03/2026"; what is no whole day is left as it is */
export function writeDay(day: string): string {
  const [, year, month, on] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day) ?? [];
  return year === undefined ? day : `${on}/${month}/${year}`;
}

export const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const fault = (id: string, values?: Fault["values"]): ReadDay => ({
  kind: "fault",
  fault: values ? { id, values } : { id },
});

function inCalendar(year: number, month: number, day: number): ReadDay {
  if (month < 1 || month > 12) return fault("form.fault.day.month", { month });
  const days = daysIn(year, month);
  const at = `${year}-${two(month)}`;
  if (day < 1 || day > days) return fault("form.fault.day.none", { day, days, at });
  return { kind: "day", day: `${at}-${two(day)}` };
}

const two = (number: number) => String(number).padStart(2, "0");

/** Arabic-Indic and Persian digits as Western ones; the marks of direction that a copied text carries are left out. */
export const westernDigits = (text: string) =>
  text
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/gu, "");

type Parts = readonly [year: string, month: string, day: string];
const sign = String.raw`\s*[-/.،\s]\s*`;
const dayFirst = new RegExp(`^(\\d{1,2})${sign}(\\d{1,2})${sign}(\\d+)$`, "u");
const yearFirst = new RegExp(`^(\\d{4})${sign}(\\d{1,2})${sign}(\\d{1,2})$`, "u");

function partsOf(text: string): Parts | null {
  const [, early, first, last] = yearFirst.exec(text) ?? [];
  if (early && first && last) return [early, first, last];
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  if (day && month && year) return [year, month, day];
  return /^\d{8}$/u.test(text) ? ofEightDigits(text) : null;
}

/** Without signs, as a telephone's number keys write it: the day first, unless only the year can stand there. */
function ofEightDigits(text: string): Parts {
  const last: Parts = [text.slice(4), text.slice(2, 4), text.slice(0, 2)];
  const isYear = Number(last[0]) >= firstYear && Number(last[0]) <= lastYear;
  return isYear && Number(last[1]) <= 12 ? last : [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
}
