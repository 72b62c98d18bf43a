// Numbers as people write them: 1 234,5 · 1.234,5 · 1,234.5 · ١٬٢٣٤٫٥. What could be two numbers is refused.
import type { DomainError } from "../kernel/index.ts";
import { westernDigits } from "./clean.ts";
import { sheetErrors } from "./errors.ts";

const grouped = (separator: string) => new RegExp(`^\\d{1,3}(?:${separator}\\d{3})+$`);
const byDot = grouped("\\.");
const byCommas = /^\d{1,3}(?:,\d{3}){2,}$/;
const bySpace = grouped("[ \u00A0\u202F\u2009']");
const spaces = /[ \u00A0\u202F\u2009']/g;

/**
 * A whole number from 0. Dots and spaces may part the thousands; a single comma before three digits could be either.
 * @example readInteger("6 000") // 6000
 */
export function readInteger(raw: string): number | DomainError {
  if (/^\d{1,9}$/.test(raw)) return Number(raw);
  const text = westernDigits(raw);
  if (/^\d{1,3},\d{3}$/.test(text) && !text.startsWith("0")) {
    return sheetErrors.number_ambiguous({ first: text.replace(",", ""), second: text.replace(",", ".") });
  }
  const whole = byDot.test(text) || byCommas.test(text) || bySpace.test(text);
  const digits = whole ? text.replace(/\D/g, "") : text.replace(/[.,]0+$/, "");
  const value = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isNaN(value) ? sheetErrors.integer_unreadable() : value;
}

/**
 * A number from 0, as a decimal string with a point. One dot or comma before exactly three digits could part thousands
 * or decimals, so it is refused.
 * @example readDecimal("1.234,50") // "1234.50"
 */
export function readDecimal(raw: string): string | DomainError {
  const text = westernDigits(raw);
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    return sheetErrors.number_ambiguous({
      first: text.replace(/[.,]/, ""),
      second: text.replace(",", "."),
    });
  }
  const [, whole = "", mark = "", fraction = ""] = /^(.*?)(?:([.,])(\d+))?$/.exec(lastMark(text)) ?? [];
  const digits = mark !== "" && whole.includes(mark) ? null : wholePart(whole);
  if (digits === null || digits.length > 15 || fraction.length > 9) return sheetErrors.number_unreadable();
  return fraction === "" ? digits : `${digits}.${fraction}`;
}

/** Several marks of one kind part thousands: they are taken away, so that the last mark left is the decimal one. */
function lastMark(text: string): string {
  return byDot.test(text) || byCommas.test(text) ? text.replace(/\D/g, "") : text;
}

function wholePart(text: string): string | null {
  if (/^\d+$/.test(text)) return text.replace(/^0+(?=\d)/, "");
  const known = byDot.test(text) || bySpace.test(text) || /^\d{1,3}(?:,\d{3})+$/.test(text);
  return known
    ? text
        .replace(/[.,]/g, "")
        .replace(spaces, "")
        .replace(/^0+(?=\d)/, "")
    : null;
}
