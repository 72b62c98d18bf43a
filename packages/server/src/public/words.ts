// What the public pages say, and how they write numbers, days and names.
import { addMessages, type ErrorParams, type Locale, localeTags, message } from "@iltizam/core/kernel";
import type { Names } from "@iltizam/core/publishing";
import { html, type Markup } from "./html.ts";

addMessages("public", new URL("./", import.meta.url));

export interface Words {
  readonly locale: Locale;
  /** By which numbers and days are written (BCP 47). */
  readonly tag: string;
  readonly say: (key: string, values?: ErrorParams) => string;
  /** Where an agreement stands in its life. */
  readonly life: (state: string) => string;
  /** In full, with Western digits. */
  readonly number: (value: number) => string;
  readonly day: (day: string) => string;
  /** A decimal string, with as many digits as it has. */
  readonly decimal: (text: string) => string;
  /** A decimal string in major units, with the code of its currency. */
  readonly money: (amount: string, currency: string) => Markup;
  /** Of a day, what the texts give of it; null when they give nothing. */
  readonly partialDay: (day: PartialDay) => string | null;
  /** In the reader's language, else as it was recorded, and marked so. */
  readonly name: (names: Names) => Markup;
  readonly nameText: (names: Names) => string;
}

export interface PartialDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

/** As the application writes numbers and days. */
const tags: Readonly<Record<Locale, string>> = { fr: "fr", ar: localeTags.ar, en: "en-GB" };

export function wordsIn(locale: Locale): Words {
  const tag = tags[locale];
  const numbers = new Intl.NumberFormat(tag);
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const decimal = (text: string) => {
    const minimumFractionDigits = text.split(".")[1]?.length ?? 0;
    return new Intl.NumberFormat(tag, { minimumFractionDigits }).format(text as `${number}`);
  };
  const nameText = (names: Names) => names[locale] ?? names.fr;
  return {
    locale,
    tag,
    say: (key, values) => message(locale, "public", key, values),
    life: (state) => message(locale, "agreements", `state.${state}`),
    number: (value) => numbers.format(value),
    decimal,
    money: (amount, currency) => html`<bdi>${decimal(amount)} ${currency}</bdi>`,
    day: (day) => ordinalFirst(locale, days.format(new Date(`${day}T12:00:00Z`))),
    partialDay: (day) => {
      const written = partialDayIn(tag, day);
      return written === null ? null : ordinalFirst(locale, written);
    },
    nameText,
    name: (names) => html`<bdi lang="${names[locale] === null ? "fr" : locale}">${nameText(names)}</bdi>`,
  };
}

/** French counts the first day of a month: «1er avril 2026». */
const ordinalFirst = (locale: Locale, written: string) =>
  locale === "fr" ? written.replace(/(?<=^|\s)1(?=\s\p{L})/u, "1er") : written;

function partialDayIn(tag: string, { year, month, day, weekday }: PartialDay): string | null {
  if (year === null && month === null && weekday === null) return null;
  const write = (date: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(date);
  // 2024-01-01 was a Monday.
  if (year === null && month === null) return write(Date.UTC(2024, 0, weekday ?? 1), { weekday: "long" });
  return write(Date.UTC(year ?? 2024, (month ?? 1) - 1, day ?? 1, 12), {
    ...(year !== null && { year: "numeric" }),
    ...(month !== null && { month: "long" }),
    ...(month !== null && day !== null && { day: "numeric" }),
  });
}
