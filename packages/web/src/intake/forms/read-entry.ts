// What a person typed, as the value that a field holds; or why it is none. Pure, so that the field can say it at once.
import { type ChoiceList, choices } from "../model/choices.ts";
import type { FieldKind } from "../model/field-kinds.ts";

export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

/** What stands in the editor: one text a part of it. */
export type Entry = Readonly<Record<string, string>>;

export type EntryError =
  | "empty"
  | "number"
  | "money"
  | "year"
  | "month"
  | "day"
  | "date"
  | "months"
  | "order";

export type Read = { readonly value: unknown } | { readonly error: EntryError };

const refuse = (error: EntryError): Read => ({ error });
const give = (value: unknown): Read => ({ value });

/** Reads an entry of a kind. Numbers are read as they are written in the field: 20.815, 20 815, 374,80. */
export function readEntry(kind: FieldKind, entry: Entry): Read {
  if (kind === "number") return readNumber(entry.value ?? "");
  if (kind === "money") return readMoney(entry.value ?? "");
  if (kind === "months") return readMonths(entry.value ?? "");
  if (kind === "date") return readDate(entry);
  if (kind === "period") return readPeriod(entry);
  if (kind === "yes") return give(entry.value === "yes");
  const text = (entry.value ?? "").trim();
  if (text === "") return refuse("empty");
  if (kind === "territory") return give({ scheme: text.split(":")[0], code: text.split(":")[1] });
  return give(text);
}

/** Without a number: the text names the thing, and how much of it stays open. */
function readNumber(text: string): Read {
  const bare = text.replace(/[\s\u00a0\u202f]/gu, "");
  if (bare === "") return give(null);
  if (/^\d{1,3}([.,]\d{3})+$/.test(bare)) return give(Number(bare.replace(/[.,]/g, "")));
  return /^\d+([.,]\d+)?$/.test(bare) ? give(Number(bare.replace(",", "."))) : refuse("number");
}

/** Major units, as a decimal text. */
function readMoney(text: string): Read {
  const bare = text.replace(/[\s\u00a0\u202f]/gu, "").replace(",", ".");
  if (bare === "") return give(null);
  return /^\d+(\.\d{1,2})?$/.test(bare) ? give(Number(bare).toFixed(2)) : refuse("money");
}

function readMonths(text: string): Read {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? give({ months: Number(text) }) : refuse("months");
}

function partOf(text: string | undefined, least: number, most: number): number | null | undefined {
  if ((text ?? "").trim() === "") return null;
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** Only what is written: a year alone, a month alone, a weekday alone. */
function readDate(entry: Entry, end = ""): Read {
  const year = partOf(entry[`${end}year`], 1900, 2200);
  const month = partOf(entry[`${end}month`], 1, 12);
  const day = partOf(entry[`${end}day`], 1, 31);
  const weekday = partOf(entry[`${end}weekday`], 1, 7);
  if (year === undefined) return refuse("year");
  if (month === undefined) return refuse("month");
  if (day === undefined || weekday === undefined) return refuse("day");
  if (year === null && month === null && day === null && weekday === null) return refuse("empty");
  // 2024 had a 29 February.
  const days = month === null ? 31 : new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
  return day !== null && day > days ? refuse("date") : give({ year, month, day, weekday });
}

function readPeriod(entry: Entry): Read {
  const from = readDate(entry, "from.");
  const to = readDate(entry, "to.");
  if ("error" in from) return from;
  if ("error" in to) return to;
  const [first, last] = [from.value as PartialDate, to.value as PartialDate];
  return (first.year ?? 0) > (last.year ?? 9999) ? refuse("order") : give({ from: first, to: last });
}

/** The entry that a value fills in. */
export function entryOf(kind: FieldKind, value: unknown): Entry {
  if (kind === "date") return dateEntry(value as PartialDate | null);
  if (kind === "period") {
    const period = value as { from: PartialDate; to: PartialDate } | null;
    return { ...dateEntry(period?.from, "from."), ...dateEntry(period?.to, "to.") };
  }
  if (kind === "months") return { value: String((value as { months: number } | null)?.months ?? "") };
  if (kind === "yes") return { value: value === true ? "yes" : "no" };
  if (kind === "territory") {
    const place = value as { scheme: string; code: string } | null;
    return { value: place ? `${place.scheme}:${place.code}` : "" };
  }
  return { value: value === null || value === undefined ? "" : String(value) };
}

function dateEntry(date: PartialDate | null | undefined, end = ""): Entry {
  const parts = ["year", "month", "day", "weekday"] as const;
  return Object.fromEntries(parts.map((part) => [`${end}${part}`, String(date?.[part] ?? "")]));
}

export const isChoice = (kind: FieldKind): kind is ChoiceList => kind in choices;
