import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import type { DomainError, ErrorParams } from "./errors.ts";
import { coreFolders, folderPath } from "./floors.ts";

export type Locale = "fr" | "ar" | "en";
export const locales: readonly Locale[] = ["fr", "ar", "en"];

const catalogues = new Map<string, Record<string, string>>();

function catalogue(folder: string, locale: Locale): Record<string, string> {
  const key = `${folder}/${locale}`;
  const known = catalogues.get(key);
  if (known) return known;
  const read = JSON.parse(readFileSync(new URL(`messages/${locale}.json`, folderPath(folder)), "utf8"));
  catalogues.set(key, read);
  return read;
}

/** Digits stay Western in the three languages, as the Maghreb writes them. */
const tags: Readonly<Record<Locale, string>> = { fr: "fr-MA", ar: "ar-MA-u-nu-latn", en: "en" };

const referenceMark = "message:";

/**
 * Stands for a message inside another message's values: it is said in the reader's language when the outer one is.
 * @example errors.guards_unmet({ missing: [messageReference("agreements", "guard.text_recorded")] })
 */
export function messageReference(folder: string, key: string, params: ErrorParams = {}): string {
  return `${referenceMark}${JSON.stringify([folder, key, params])}`;
}

/** A value as a person reads it: a reference to a message is that message. */
function inWords(locale: Locale, value: string): string {
  if (!value.startsWith(referenceMark)) return value;
  const [folder, key, params] = JSON.parse(value.slice(referenceMark.length)) as [
    string,
    string,
    ErrorParams,
  ];
  return message(locale, folder, key, params);
}

function said(locale: Locale, value: ErrorParams[string]): string | number | boolean | null {
  if (typeof value === "string") return inWords(locale, value);
  if (typeof value !== "object" || value === null) return value;
  return value.map((item) => inWords(locale, item)).join(separators[locale]);
}

const separators: Readonly<Record<Locale, string>> = { fr: " ; ", ar: "؛ ", en: "; " };

/** The sentence of a core folder's message `key` (ICU), in one language. */
export function message(locale: Locale, folder: string, key: string, params: ErrorParams = {}): string {
  const pattern = catalogue(folder, locale)[key];
  if (pattern === undefined) throw new Error(`no message ${folder}/${key} in ${locale}`);
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, said(locale, value)]),
  );
  return String(new IntlMessageFormat(pattern, tags[locale]).format(values));
}

/** What an error says to a person, in her language. */
export function errorMessage(locale: Locale, error: DomainError): string {
  const [folder = "kernel", name = ""] = error.code.split(".");
  return message(locale, folder, `error.${name}`, error.params);
}

/** All messages of the core, by folder, for a client that shows them itself. */
export function allMessages(locale: Locale): Record<string, Record<string, string>> {
  return Object.fromEntries(coreFolders().map((folder) => [folder, catalogue(folder, locale)]));
}
