// Which of the three languages, and how it writes numbers and days: Western digits everywhere, as the Maghreb does.

export type Locale = "fr" | "ar" | "en";
export const locales: readonly Locale[] = ["ar", "fr", "en"];

const tags: Readonly<Record<Locale, string>> = { fr: "fr", ar: "ar-MA-u-nu-latn", en: "en-GB" };
const kept = "iltizam.lang";

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);
export const tagOf = (locale: Locale) => tags[locale];
export const directionOf = (locale: Locale): "rtl" | "ltr" => (locale === "ar" ? "rtl" : "ltr");

/** What the address asks for, else what was chosen here before, else what the browser wishes, else French. */
export function chooseLocale(asked: unknown): Locale {
  if (isLocale(asked)) return asked;
  const before = localStorage.getItem(kept);
  if (isLocale(before)) return before;
  return navigator.languages.map((tag) => tag.split("-")[0]).find(isLocale) ?? "fr";
}

export function keepLocale(locale: Locale): void {
  localStorage.setItem(kept, locale);
}
