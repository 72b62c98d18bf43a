import { datesIn, durationsIn, periodsIn } from "../figures/dates.ts";
import { decimal, moneyIn } from "../figures/money.ts";
import { numbersIn } from "../figures/numbers.ts";
import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import { tokenise } from "../text/tokens.ts";
import type { PartialDate, Period } from "./model.ts";

const SINGULARS = lexicon("instruments", (row) => row.number === "1");
const ORDINALS = lexicon("words", (row) => row.kind?.startsWith("ordinal") === true);
const DUALS = lexicon("instruments", (row) => row.number === "dual");

/** Named rule *number*: the quantity is written in the passage, in digits or words. */
export function givesNumber(passage: string, value: number): boolean {
  const tokens = tokenise(passage);
  const numbers = numbersIn(tokens);
  return numbers.some((n) => n.value === value);
}

/** Named rules *number*, *one* (« une convention »), *singular* (« La seconde convention ») and *dual* (« اتفاقيتين »). */
export function givesCount(passage: string, value: number): boolean {
  if (givesNumber(passage, value)) return true;
  const tokens = tokenise(passage);
  if (value === 1) {
    if (["un", "une", "a", "an", "one"].includes(tokens[0]?.fold ?? "")) return true;
    const counted = numbersIn(tokens).some((n) => n.value === null || (n.value > 1 && n.value < 1000));
    const singular = findTerms(tokens, SINGULARS).length === 1 || findTerms(tokens, ORDINALS).length === 1;
    return singular && !counted;
  }
  return value === 2 && findTerms(tokens, DUALS).length > 0;
}

/** Named rule *money*: a number, a scale and a currency. */
export function givesAmount(passage: string, value: string): boolean {
  const tokens = tokenise(passage);
  const numbers = numbersIn(tokens);
  return (
    moneyIn(tokens, numbers).some((m) => m.value === value) ||
    numbers.some((n) => n.value !== null && decimal(n.value) === value)
  );
}

const same = (a: PartialDate, b: PartialDate) =>
  a.year === b.year && a.month === b.month && a.day === b.day && a.weekday === b.weekday;

/** Named rule *date*: exactly the parts that are written. */
export function givesDate(passage: string, date: PartialDate): boolean {
  return datesIn(tokenise(passage)).some((d) => same(d.date, date));
}

export function givesPeriod(passage: string, from: PartialDate, to: PartialDate): boolean {
  return periodsIn(tokenise(passage)).some((p) => same(p.period.from, from) && same(p.period.to, to));
}

export function givesMonths(passage: string, months: number): boolean {
  const tokens = tokenise(passage);
  return durationsIn(tokens, numbersIn(tokens)).some((d) => d.months === months);
}

const isDate = (value: object): value is PartialDate => "weekday" in value;
const isPeriod = (value: object): value is Period => "from" in value && "to" in value;

/** Whether the passage alone gives the value by a named rule: a number or count, an amount, a date, a period, months. */
export function gives(passage: string, value: unknown): boolean {
  if (typeof value === "number") return givesNumber(passage, value) || givesCount(passage, value);
  if (typeof value === "string") return givesAmount(passage, value);
  if (typeof value !== "object" || value === null) return false;
  if (isDate(value)) return givesDate(passage, value);
  if (isPeriod(value)) return givesPeriod(passage, value.from, value.to);
  return "months" in value && givesMonths(passage, Number(value.months));
}
