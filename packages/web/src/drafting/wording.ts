// A clause as somebody writes it: names of the register in braces, a list of the register as one line.
import type { DraftBlock, DraftClause, DraftRun } from "../api/drafting.ts";

const pattern = (runs: readonly DraftRun[]) =>
  runs.map(({ text, from }) => (from ? `{${from.key}}` : text)).join("");

/** One paragraph a line. */
export function wordingOf({ blocks }: Pick<DraftClause, "blocks">): string {
  const lines: string[] = [];
  let list: DraftBlock["made"] = null;
  for (const { made, runs } of blocks) {
    if (made === null) lines.push(pattern(runs));
    else if (made !== list) lines.push(`{${made}}`);
    list = made;
  }
  return lines.join("\n");
}
