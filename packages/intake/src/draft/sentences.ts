import { indicatorAliases, indicators } from "@iltizam/reference";
import { lexiconRows } from "../lexicon/load.ts";
import type { Language } from "../text/language.ts";
import type { Draft } from "./model.ts";

type Params = Readonly<Record<string, string | number>>;
export type Said = Readonly<Record<Language, string>>;

const SENTENCES = new Map(lexiconRows("sentences").map((row) => [row.code ?? "", row]));
const MARK = "\u0001";

/** A sentence of the engine while a text is read: its code and what stands in it, said in words at the end. */
export function toSay(code: string, params: Params = {}): string {
  return `${MARK}${JSON.stringify([code, params])}`;
}

/** The word of an indicator, as a sentence. */
export const indicatorWord = (code: string): string => toSay("indicator", { code });

const isSentence = (text: unknown): text is string => typeof text === "string" && text.startsWith(MARK);

function say(text: string): Said {
  const [code, params] = JSON.parse(text.slice(MARK.length)) as [string, Params];
  if (code === "indicator") return labelOf(String(params.code));
  const row = SENTENCES.get(code);
  const fill = (pattern = code) =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
  return { fr: fill(row?.fr), ar: fill(row?.ar), en: fill(row?.en) };
}

function labelOf(code: string): Said {
  const meant = indicatorAliases().find((one) => one.code === code)?.aliasOf ?? code;
  const found = indicators().find((one) => one.code === meant)?.label;
  return { fr: found?.fr ?? code, ar: found?.ar ?? code, en: found?.en ?? code };
}

/** The draft with its sentences said in one language, and each of them in the three. */
export function saidIn(draft: Draft, language: Language): { draft: Draft; words: Record<string, Said> } {
  const words: Record<string, Said> = {};
  const walk = (node: unknown): unknown => {
    if (isSentence(node)) {
      const said = say(node);
      words[said[language]] = said;
      return said[language];
    }
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]));
  };
  return { draft: walk(draft) as Draft, words };
}
