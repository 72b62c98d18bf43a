// What a schema says of a field in words of its own, in the asker's language. The schemas are the core's and say it once,
// in English; how else it is said stands in shapes.json.
import { readFileSync } from "node:fs";
import type { Locale } from "@iltizam/core/kernel";

type Said = Readonly<Record<Exclude<Locale, "en">, string>>;

const shapes = JSON.parse(readFileSync(new URL("shapes.json", import.meta.url), "utf8")) as Readonly<
  Record<string, Said | undefined>
>;

/** The words in the language; as they are where they are the language's own already. */
export const sayShape = (locale: Locale, words: string): string =>
  locale === "en" ? words : (shapes[words]?.[locale] ?? words);

/** Every sentence that is known. */
export const knownShapes: ReadonlySet<string> = new Set(Object.keys(shapes));
