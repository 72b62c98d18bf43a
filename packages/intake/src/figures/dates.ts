import type { PartialDate, Period } from "../draft/model.ts";
import { lexicon } from "../lexicon/load.ts";
import { termAt } from "../lexicon/terms.ts";
import { digitValue } from "../text/fold.ts";
import type { Token } from "../text/tokens.ts";
import type { NumberMention } from "./numbers.ts";

export type DateMention = { readonly from: number; readonly to: number; readonly date: PartialDate };
export type PeriodMention = { readonly from: number; readonly to: number; readonly period: Period };
export type DurationMention = { readonly from: number; readonly to: number; readonly months: number };

const CALENDAR = lexicon("calendar");
const WORDS = lexicon("words", (row) => /^(year|month)2?$/.test(row.kind ?? ""));
const EMPTY: PartialDate = { year: null, month: null, day: null, weekday: null };
/** Words that may stand between the parts of a date: « le », « du mois de », « of », « يوم », « من شهر ». */
const GLUE = new Set([
  "le",
  "du",
  "de",
  "mois",
  "of",
  "the",
  "on",
  ",",
  "،",
  "يوم",
  "شهر",
  "من",
  "er",
  "st",
  "nd",
  "rd",
  "th",
  "اليوم",
  "سنه",
  "عام",
  ".",
  "in",
]);

const numberOf = (token: Token | undefined): number | null =>
  token?.kind === "number" ? Number([...token.text].map(digitValue).join("")) : null;

const isYear = (value: number | null): value is number => value !== null && value >= 1950 && value <= 2100;
const isDay = (value: number | null): value is number => value !== null && value >= 1 && value <= 31;

function skipGlue(tokens: readonly Token[], at: number, most = 2): number {
  let to = at;
  while (to - at < most && GLUE.has(tokens[to]?.fold ?? "")) to++;
  return to;
}

/** 20/06/2023, 2023-06-20, 20.06.2023. */
function numericDate(tokens: readonly Token[], at: number): DateMention | null {
  const [a, sign, b, again, c] = [0, 1, 2, 3, 4].map((n) => tokens[at + n]);
  const separators = sign?.text === again?.text && ["/", "-", "."].includes(sign?.text ?? "");
  if (!separators || !sign?.glued || !again?.glued || !b?.glued || !c?.glued) return null;
  const [x, y, z] = [numberOf(a), numberOf(b), numberOf(c)];
  if (y === null || y < 1 || y > 12) return null;
  if (isYear(x) && isDay(z)) return { from: at, to: at + 5, date: { ...EMPTY, year: x, month: y, day: z } };
  if (isDay(x) && isYear(z)) return { from: at, to: at + 5, date: { ...EMPTY, year: z, month: y, day: x } };
  return null;
}

/** 2021-12. */
function yearMonth(tokens: readonly Token[], at: number): DateMention | null {
  const [year, sign, month] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const [y, m] = [numberOf(year), numberOf(month)];
  if (!isYear(y) || m === null || m < 1 || m > 12 || month?.text.length !== 2) return null;
  if (!["-", "/"].includes(sign?.text ?? "") || !sign?.glued || !month.glued) return null;
  return { from: at, to: at + 3, date: { ...EMPTY, year: y, month: m } };
}

type Part = { readonly key: keyof PartialDate; readonly value: number; readonly to: number };

function partAt(tokens: readonly Token[], at: number, have: PartialDate): Part | null {
  const term = termAt(tokens, at, CALENDAR);
  if (term) {
    const key = term.row.kind === "month" ? "month" : "weekday";
    const capital = tokens[at]?.capital || tokens[at]?.arabic || term.row.language === "fr";
    return have[key] === null && capital ? { key, value: Number(term.row.value), to: term.to } : null;
  }
  const value = numberOf(tokens[at]);
  if (isYear(value) && have.year === null) return { key: "year", value, to: at + 1 };
  const unit = tokens[at + 1];
  if (
    isDay(value) &&
    have.day === null &&
    !(unit && (unit.text === "%" || (unit.glued && unit.kind === "number")))
  )
    return { key: "day", value, to: at + 1 };
  return null;
}

function writtenDate(tokens: readonly Token[], at: number): DateMention | null {
  let date = EMPTY;
  let to = at;
  let next = at;
  for (;;) {
    const part = partAt(tokens, next, date);
    if (!part) break;
    if (part.key === "day" && date.month !== null && date.day !== null) break;
    date = { ...date, [part.key]: part.value };
    to = part.to;
    next = skipGlue(tokens, to);
    if (date.year !== null) break;
  }
  return settle(tokens, at, to, date);
}

/** Drops what is no date: a lone number, a weekday followed by a count, « mars » of a planet is not our concern. */
function settle(tokens: readonly Token[], from: number, to: number, date: PartialDate): DateMention | null {
  if (date.month === null && date.day !== null) {
    if (date.weekday === null) return null;
    const day = numberOf(tokens[to - 1]);
    return day === date.day ? { from, to: from + 1, date: { ...EMPTY, weekday: date.weekday } } : null;
  }
  if (date.month === null && date.weekday === null && date.year === null) return null;
  return { from, to, date };
}

/** Every date, weekday and bare year. « fin janvier » is month 1. */
export function datesIn(tokens: readonly Token[]): DateMention[] {
  const found: DateMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const hit = numericDate(tokens, at) ?? yearMonth(tokens, at) ?? writtenDate(tokens, at);
    if (hit) {
      found.push(hit);
      at = hit.to;
    } else at++;
  }
  return found;
}

const BETWEEN = new Set(["-", "–", "—", "/", "a", "et", "to", "and", "الي", "و", "until"]);

/** 2020-2022, « de 2023 à 2026 », « بين 2020 و2022 ». */
export function periodsIn(tokens: readonly Token[]): PeriodMention[] {
  const found: PeriodMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = numberOf(tokens[at]);
    if (!isYear(first) || !BETWEEN.has(tokens[at + 1]?.fold ?? "")) continue;
    const second = numberOf(tokens[at + 2]);
    if (!isYear(second) || second <= first) continue;
    const period = { from: { ...EMPTY, year: first }, to: { ...EMPTY, year: second } };
    found.push({ from: at, to: at + 3, period });
  }
  return found;
}

/** « trois ans », « 36 mois », « سنتين »: in months. */
export function durationsIn(tokens: readonly Token[], numbers: readonly NumberMention[]): DurationMention[] {
  const found: DurationMention[] = [];
  for (const number of numbers) {
    const unit = termAt(tokens, number.to, WORDS);
    const hyphen = tokens[number.to]?.text === "-" ? termAt(tokens, number.to + 1, WORDS) : null;
    const hit = unit ?? hyphen;
    if (!hit || number.value === null || hit.row.kind?.endsWith("2")) continue;
    found.push({ from: number.from, to: hit.to, months: number.value * (hit.row.kind === "year" ? 12 : 1) });
  }
  for (let at = 0; at < tokens.length; at++) {
    const hit = termAt(tokens, at, WORDS);
    if (hit?.row.kind === "year2") found.push({ from: at, to: hit.to, months: 24 });
    if (hit?.row.kind === "month2") found.push({ from: at, to: hit.to, months: 2 });
  }
  return found;
}
