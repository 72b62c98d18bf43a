// A doubt of the draft, by its path, in the reader's language; an added one by what was added.
import { useLocale } from "../../language/language-provider.tsx";
import { atPath, isObject, type Passage } from "../model/value.ts";
import { useReviewed } from "./reviewed.ts";
import { useWork } from "./work.ts";

export interface Doubt {
  readonly about: string;
  readonly readings: readonly string[];
  readonly passages: readonly Passage[];
}

export function useDoubt(path: string): Doubt {
  const { draft, words } = useReviewed();
  const locale = useLocale();
  const say = (sentence: string) => words[sentence]?.[locale] ?? sentence;
  const { decisionAt } = useWork();
  const own = decisionAt(path);
  const found = own?.decision === "added" || own?.decision === "changed" ? own.value : atPath(draft, path);
  if (!isObject(found)) return { about: path, readings: [], passages: [] };
  const doubt = found as unknown as Doubt;
  return { ...doubt, about: say(doubt.about), readings: doubt.readings.map(say) };
}
