// The words of a screen by their keys, as the web application's messages have them: a walk in two languages says them once.
import { readFileSync } from "node:fs";

/** @throws when the part of the web application has no such key */
export function wordsOf(part: string, lang: "fr" | "ar" | "en"): (key: string) => string {
  const address = new URL(`../../../packages/web/src/${part}/messages/${lang}.json`, import.meta.url);
  const words = JSON.parse(readFileSync(address, "utf8")) as Readonly<Record<string, string>>;
  return (key) => {
    const found = words[key];
    if (found === undefined) throw new Error(`no words for ${key} in ${part}`);
    return found;
  };
}
