// What an error says, in the language of the person who asked.
import { readFileSync } from "node:fs";
import { type DomainError, errorMessage, type Locale, locales } from "@iltizam/core/kernel";
import { IntlMessageFormat } from "intl-messageformat";

type Sentences = Readonly<Record<string, string>>;

const ownSentences = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`messages/${locale}.json`, import.meta.url), "utf8")),
  ]),
) as Readonly<Record<Locale, Sentences>>;

/** The sentence of a refusal of the core or of the door. */
export function sayError(locale: Locale, error: DomainError): string {
  if (!error.code.startsWith("http.")) return errorMessage(locale, error);
  const pattern = ownSentences[locale][`error.${error.code.slice("http.".length)}`];
  if (pattern === undefined) throw new Error(`no message for ${error.code} in ${locale}`);
  const values = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : typeof value === "number" ? String(value) : value,
    ]),
  );
  return String(new IntlMessageFormat(pattern, locale).format(values));
}
