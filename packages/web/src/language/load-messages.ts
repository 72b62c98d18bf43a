// One language's words: the screens' own, and the core's (states, next steps), so that each word is written once.
import { api, given } from "../api/client.ts";
import type { Catalogue } from "./gather.ts";
import type { Locale } from "./locale.ts";

const loaders: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
  fr: () => import("./catalogue-fr.ts"),
  ar: () => import("./catalogue-ar.ts"),
  en: () => import("./catalogue-en.ts"),
};

/** The messages of one language; the core's are named `core.<folder>.<key>`. Without the API, the screens' own. */
export async function loadMessages(locale: Locale): Promise<Catalogue> {
  const [own, core] = await Promise.all([loaders[locale](), loadCoreWords(locale).catch(() => ({}))]);
  return { ...own.default, ...core };
}

async function loadCoreWords(lang: Locale): Promise<Catalogue> {
  const folders = await given(api.GET("/api/v1/words", { params: { query: { lang } } }));
  return Object.fromEntries(
    Object.entries(folders).flatMap(([folder, words]) =>
      Object.entries(words).map(([key, text]) => [`core.${folder}.${key}`, text]),
    ),
  );
}
