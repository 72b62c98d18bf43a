import { readFileSync } from "node:fs";
import { type DomainError, type Locale, locales } from "@iltizam/core/kernel";
import { IntlMessageFormat } from "intl-messageformat";

const sentences = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`messages/${locale}.json`, import.meta.url), "utf8")),
  ]),
) as Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Whether the error is one of this folder's. */
export const isReadingError = (error: DomainError): boolean => error.code.startsWith("reading.");

/** The sentence of one of this folder's errors. */
export function sayReadingError(locale: Locale, error: DomainError): string {
  const pattern = sentences[locale][`error.${error.code.slice("reading.".length)}`];
  if (pattern === undefined) throw new Error(`no message for ${error.code} in ${locale}`);
  const values = Object.entries(error.params).map(([name, value]) => [
    name,
    typeof value === "number" ? value : String(value),
  ]);
  // Digits stay Western in the three languages, as the Maghreb writes them.
  return String(new IntlMessageFormat(pattern, `${locale}-u-nu-latn`).format(Object.fromEntries(values)));
}
