// The permanent addresses of editions and of results of calls, and the language that goes with them.
import type { Locale } from "@iltizam/core/kernel";

export const editionPath = (number: number) => `/public/editions/${number}`;
export const promisePath = (number: number, reference: string) =>
  `${editionPath(number)}/promises/${reference}`;
export const agreementPath = (number: number, reference: string) =>
  `${editionPath(number)}/agreements/${reference}`;
export const figuresPath = (number: number) => `${editionPath(number)}/figures`;

export const callsPath = "/public/calls";
export const callPath = (reference: string) => `${callsPath}/${reference}`;

/** The address in a language; the pages open in Arabic, so that Arabic need not be named. */
export function inLanguage(
  path: string,
  locale: Locale,
  query: Readonly<Record<string, string | number>> = {},
) {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === "" ? [] : [[key, String(value)]])),
  );
  if (locale !== "ar") asked.set("lang", locale);
  const text = asked.toString();
  return text === "" ? path : `${path}?${text}`;
}
