import { addMessages, type ErrorParams, type Locale, localeTags, message } from "@iltizam/core/kernel";

addMessages("mail", new URL("./", import.meta.url));

/** What a mail says, in the language of whoever reads it. */
export function mailWords(locale: Locale) {
  return (key: string, values?: ErrorParams) => message(locale, "mail", key, values);
}

/** A day as a letter writes it; French counts the first of a month: «1er avril 2026». */
export function writtenDay(locale: Locale, day: string): string {
  const written = new Intl.DateTimeFormat(localeTags[locale], { dateStyle: "long", timeZone: "UTC" });
  const text = written.format(new Date(day));
  return locale === "fr" ? text.replace(/^1 /, "1er ") : text;
}
