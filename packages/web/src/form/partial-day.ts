// A date as far as it is known: a year, a month of a year, a whole day; written as people write it. Pure.
import { firstYear, lastYear, readDay, westernDigits, writeDay } from "./read-day.ts";

interface PartialDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** The parts of a date as far as they are written; null when it is none.
 * @example readPartial("12/2021") // { year: 2021, month: 12, day: null, weekday: null } */
export function readPartial(written: string) {
  const text = westernDigits(written).trim();
  const found = yearAndMonth(text);
  if (found !== null) {
    const [year, month] = found;
    return isYear(year) && (month === null || inYear(month))
      ? { year, month, day: null, weekday: null }
      : null;
  }
  const read = readDay(text);
  if (read.kind !== "day") return null;
  const [ofYear = 0, ofMonth = 0, day = 0] = read.day.split("-").map(Number);
  return { year: ofYear, month: ofMonth, day, weekday: null };
}

/** `2021`, `12/2021` or `15/12/2021`; a date without its year is not written here. */
export function partialText(date: PartialDay | null): string {
  if (!date?.year) return "";
  const [year, month, day] = [date.year, date.month, date.day].map(two);
  if (!date.month) return year ?? "";
  return date.day ? writeDay(`${year}-${month}-${day}`) : `${month}/${year}`;
}

const two = (part: number | null) => String(part ?? "").padStart(2, "0");

/** As of a whole day. */
const isYear = (year: number) => year >= firstYear && year <= lastYear;
const inYear = (month: number) => month >= 1 && month <= 12;

/** The year, and the month where it is written with it; null when it is neither. */
function yearAndMonth(text: string): readonly [year: number, month: number | null] | null {
  const [, alone] = /^(\d{4})$/u.exec(text) ?? [];
  if (alone) return [Number(alone), null];
  const [, first, of] = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/u.exec(text) ?? [];
  if (first && of) return [Number(first), Number(of)];
  const [, month, year] = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/u.exec(text) ?? [];
  return year && month ? [Number(year), Number(month)] : null;
}
