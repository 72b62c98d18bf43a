import { existsSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { sql } from "kysely";
import type { DomainError, ErrorParams } from "./errors.ts";
import { coreFolders, folderPath } from "./floors.ts";

export type Locale = "fr" | "ar" | "en";
export const locales: readonly Locale[] = ["fr", "ar", "en"];

const catalogues = new Map<string, Record<string, string>>();

/** Where the messages of folders outside the core lie (the server's, the command line's), each with a slash at its end. */
const addedPlaces = new Map<string, URL>();

/** Makes `message` and `errorMessage` find the messages of a folder outside the core. */
export function addMessages(folder: string, place: URL): void {
  addedPlaces.set(folder, place);
}

function catalogue(folder: string, locale: Locale): Record<string, string> {
  const key = `${folder}/${locale}`;
  const known = catalogues.get(key);
  if (known) return known;
  const place = addedPlaces.get(folder) ?? folderPath(folder);
  const read = JSON.parse(readFileSync(new URL(`messages/${locale}.json`, place), "utf8"));
  catalogues.set(key, read);
  return read;
}

/** Digits stay Western in the three languages, as the Maghreb writes them. */
export const localeTags: Readonly<Record<Locale, string>> = { fr: "fr-MA", ar: "ar-MA-u-nu-latn", en: "en" };

const referenceMark = "message:";

/**
 * Stands for a message inside another message's values: it is said in the reader's language when the outer one is.
 * @example errors.guards_unmet({ missing: [messageReference("agreements", "guard.text_recorded")] })
 */
export function messageReference(folder: string, key: string, params: ErrorParams = {}): string {
  return `${referenceMark}${JSON.stringify([folder, key, params])}`;
}

const nameMark = "name:{";
type NameReference = Readonly<Record<Locale, string>>;

/** What is called otherwise in another language; what has no name there goes by its own. */
export interface Called {
  readonly name: string;
  readonly nameAr: string | null;
  readonly nameEn?: string | null;
}

/** Stands for a name inside a message's values: the reader sees the name that it has in her language. */
export function nameReference({ name, nameAr, nameEn = null }: Called): string {
  return `name:${JSON.stringify({ fr: name, ar: nameAr ?? name, en: nameEn ?? name })}`;
}

/** The same, made by a statement of an organisation that it calls `alias`. */
export function nameReferenceOf(alias: string) {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  const name = of("name");
  return sql<string>`
    'name:' || json_build_object('fr', ${name}, 'ar', coalesce(${of("name_ar")}, ${name}),
                                 'en', coalesce(${of("name_en")}, ${name}))`;
}

/** A value as a person reads it: a reference to a message is that message, one to a name that name. */
function inWords(locale: Locale, value: string): string {
  if (value.startsWith(nameMark)) return (JSON.parse(value.slice("name:".length)) as NameReference)[locale];
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
  return String(formatOf(locale, pattern).format(values));
}

const formats = new Map<string, IntlMessageFormat>();

/** A pattern is read once: an intake says hundreds of sentences. */
function formatOf(locale: Locale, pattern: string): IntlMessageFormat {
  const key = `${locale} ${pattern}`;
  const known = formats.get(key) ?? new IntlMessageFormat(pattern, localeTags[locale]);
  formats.set(key, known);
  return known;
}

/** What an error says to a person, in her language. */
export function errorMessage(locale: Locale, error: DomainError): string {
  const [folder = "kernel", name = ""] = error.code.split(".");
  return message(locale, folder, `error.${name}`, {
    ...error.params,
    ...rightInWords(locale, error),
    ...(folder === "kernel" && typeof error.params.field === "string"
      ? { field: fieldLabel(locale, error.params.field) }
      : {}),
    ...faultsInWords(locale, error),
  });
}

/** An input that is not accepted tells its faults field by field: each field by what it is called. */
function faultsInWords(locale: Locale, { code, params: { faults, fields } }: DomainError): ErrorParams {
  if (code !== "kernel.input_invalid" || !Array.isArray(faults) || !Array.isArray(fields)) return {};
  const inFields = faults.map((fault, at) => {
    const field = fields[at] || "input";
    const isBare = fault.startsWith(`${field}: `);
    return isBare ? ofField(locale, fields[at] ?? "", fault.slice(field.length + 2)) : fault;
  });
  return { faults: inFields };
}

const colons: Readonly<Record<Locale, string>> = { fr: "\u00a0: ", ar: ": ", en: ": " };

/** What is wrong with a field, behind what it is called. */
export const ofField = (locale: Locale, field: string, fault: string): string =>
  field ? `${fieldLabel(locale, field)}${colons[locale]}${fault}` : fault;

/**
 * What a field of an act is called, as the journal says it: `target.effectiveFrom` goes by its last part, an id by what it
 * names, an item of a list by the list. As it is where it has no words.
 */
export function fieldLabel(locale: Locale, field: string): string {
  const [last = ""] = field
    .split(".")
    .filter((part) => !/^\d+$/u.test(part))
    .slice(-1);
  const name = last.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`).replace(/_id(s?)$/u, "$1");
  return catalogue("audit", locale)[`field.${name}`] ?? field;
}

/** A refusal names the missing right by its code, for a program; a person reads what it is called, as her sight says it. */
function rightInWords(locale: Locale, { status, params }: DomainError): ErrorParams {
  const { permission } = params;
  const words = status === 403 ? catalogue("access", locale)[`right.${permission}`] : undefined;
  return words === undefined ? {} : { permission: words };
}

/** All messages of the core, by folder, for a client that shows them itself. */
export function allMessages(locale: Locale): Record<string, Record<string, string>> {
  const speaking = coreFolders().filter((folder) => existsSync(new URL("messages/", folderPath(folder))));
  return Object.fromEntries(speaking.map((folder) => [folder, catalogue(folder, locale)]));
}
