// The command line's own sentences and words, in the language of the terminal.
import { addMessages, type ErrorParams, type Locale, localeTags, message } from "@iltizam/core/kernel";
import { terminalLocale } from "./terminal-locale.ts";

addMessages("cli", new URL("./", import.meta.url));

export interface Say {
  (key: string, values?: ErrorParams): string;
  readonly locale: Locale;
  /** A whole number as people of this language read it. */
  number(value: number): string;
  /** A calendar day. */
  day(plain: string): string;
  /** An instant, by the clocks of that zone. */
  instant(at: string, timeZone: string): string;
}

export function sayIn(locale: Locale = terminalLocale()): Say {
  const say = (key: string, values?: ErrorParams) => message(locale, "cli", key, values);
  const tag = localeTags[locale];
  const numbers = new Intl.NumberFormat(tag);
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  return Object.assign(say, {
    locale,
    number: (value: number) => numbers.format(value),
    instant: (at: string, timeZone: string) =>
      new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
        new Date(at),
      ),
    day: (plain: string) => days.format(new Date(`${plain}T00:00:00Z`)),
  });
}
