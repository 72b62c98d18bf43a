import { type Locale, locales } from "@iltizam/core/kernel";

/** The language of the terminal, from the system's settings: French and Arabic where they are set, else English. */
export function terminalLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const set = LC_ALL || LC_MESSAGES || LANG || "";
  return locales.find((locale) => set.startsWith(locale)) ?? "en";
}
