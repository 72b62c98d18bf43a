// Days as people write them. The Maghreb writes the day first; a year of two digits, or a month above 12, is refused.
import type { DomainError } from "../kernel/index.ts";
import { westernDigits } from "./clean.ts";
import { sheetErrors } from "./errors.ts";

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: 00:00(?::00)?)?$/;
const yearFirst = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;

/** @returns YYYY-MM-DD, or why the text is no day */
export function readDay(raw: string): string | DomainError {
  const text = westernDigits(raw);
  const [, year, month, day] = iso.exec(text) ?? yearFirst.exec(text) ?? [];
  if (year !== undefined) return dayOfParts(Number(year), Number(month), Number(day));
  const [, first, , second, last] = dayFirst.exec(text) ?? [];
  if (last !== undefined) return dayFirstParts(Number(first), Number(second), Number(last));
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(text)) return sheetErrors.date_ambiguous();
  return sheetErrors.date_unreadable();
}

function dayFirstParts(day: number, month: number, year: number): string | DomainError {
  return month > 12 && day <= 12 ? sheetErrors.date_ambiguous() : dayOfParts(year, month, day);
}

function dayOfParts(year: number, month: number, day: number): string | DomainError {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 2200) return sheetErrors.date_unreadable();
  return date.toISOString().slice(0, 10);
}

/**
 * The day of an Excel serial number. Excel counts from 1900 (with a 29 February 1900 that never was) or, in old files
 * of the Macintosh, from 1904. Serials before March 1900 and after 2200 are taken for numbers, not days.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | DomainError {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (days < 61 || days > 109_939) return sheetErrors.date_unreadable();
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
