// Money in integer minor units of its ISO 4217 currency. No conversion here: a rate is a dated fact of its own.
import { kernelErrors } from "./errors.ts";

/** An amount: `minor` counts the currency's smallest unit (centimes for MAD, millimes for TND). */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** Digits after the decimal point, ISO 4217 (list one, 2024); a currency that is not listed has 2. */
const minorDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many decimal digits the currency has. */
export function decimalsOf(currency: string): number {
  return minorDigits[currency] ?? 2;
}

/**
 * Reads a decimal string in major units ("374800000.00", "12.5").
 * @throws `kernel.money_unreadable` when it is no decimal number or has more digits than the currency has.
 */
export function parseMoney(text: string, currency: string): Money {
  const digits = decimalsOf(currency);
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  const fraction = match?.[3] ?? "";
  if (!match || !/^[A-Z]{3}$/.test(currency) || fraction.replace(/0+$/, "").length > digits) {
    throw kernelErrors.money_unreadable({ value: text, currency, digits });
  }
  const minor = BigInt(`${match[2]}${fraction.padEnd(digits, "0").slice(0, digits)}`);
  return { minor: match[1] === "-" ? -minor : minor, currency };
}

/** The decimal string in major units: { 37480000000n, "MAD" } → "374800000.00". */
export function formatMoney(money: Money): string {
  const digits = decimalsOf(money.currency);
  const sign = money.minor < 0n ? "-" : "";
  const text = (money.minor < 0n ? -money.minor : money.minor).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** @throws `kernel.money_currencies_differ` when the currencies are not the same. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency)
    throw kernelErrors.money_currencies_differ({ first: a.currency, second: b.currency });
  return { minor: a.minor + b.minor, currency: a.currency };
}
