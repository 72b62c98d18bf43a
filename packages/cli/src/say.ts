import { readFileSync } from "node:fs";
import { type ErrorParams, type Locale, locales } from "@iltizam/core/kernel";
import { IntlMessageFormat } from "intl-messageformat";

const sentences = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`messages/${locale}.json`, import.meta.url), "utf8")),
  ]),
) as Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** One of the command line's own words or sentences; digits stay Western in the three languages. */
export function say(locale: Locale, key: string, values: ErrorParams = {}): string {
  const pattern = sentences[locale][key];
  if (pattern === undefined) throw new Error(`no message ${key} in ${locale}`);
  return String(new IntlMessageFormat(pattern, `${locale}-u-nu-latn`).format({ ...values }));
}
