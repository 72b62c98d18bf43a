import { useRef } from "react";
import { keepPaper } from "../api/funding.ts";
import { contentOf } from "../intake/open/read-file.ts";
import type { PaperGiven } from "./papers-field.tsx";

/** Keeps the files and gives the hashes by which they are named; a file that was kept is not sent again. */
export function useKeptPapers(contribution: string) {
  const kept = useRef(new Map<File, string>());
  return async (papers: readonly PaperGiven[]): Promise<string[]> => {
    const hashes: string[] = [];
    for (const { file, kind, number } of papers) {
      const known = kept.current.get(file);
      const paper =
        known ??
        (
          await keepPaper({
            ...{ contribution, kind, number: number.trim() || null, name: file.name },
            base64: await contentOf(file),
          })
        ).paper;
      kept.current.set(file, paper);
      hashes.push(paper);
    }
    return hashes;
  };
}
