// A doubt of the draft, by its path; an added one by what was added.
import { atPath, isObject, type Passage } from "../model/value.ts";
import { useReviewed } from "./reviewed.ts";
import { useWork } from "./work.ts";

export interface Doubt {
  readonly about: string;
  readonly readings: readonly string[];
  readonly passages: readonly Passage[];
}

export function useDoubt(path: string): Doubt {
  const { draft } = useReviewed();
  const { decisionAt } = useWork();
  const own = decisionAt(path);
  const found = own?.decision === "added" ? own.value : atPath(draft, path);
  if (!isObject(found)) return { about: path, readings: [], passages: [] };
  return found as unknown as Doubt;
}
