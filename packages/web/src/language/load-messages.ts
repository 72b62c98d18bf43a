import type { Catalogue } from "./gather.ts";
import type { Locale } from "./locale.ts";

const loaders: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
  fr: () => import("./catalogue-fr.ts"),
  ar: () => import("./catalogue-ar.ts"),
  en: () => import("./catalogue-en.ts"),
};

/** The messages of one language; only the language that is read is loaded. */
export async function loadMessages(locale: Locale): Promise<Catalogue> {
  return (await loaders[locale]()).default;
}
