import type { Commitment } from "../api/read.ts";

type Qualifier = Commitment["versions"][number]["qualifier"];

/** How a signed text may put its figure: an obligation of means never has a number. */
export function qualifiersOf(kind: Commitment["kind"]): readonly Qualifier[] {
  if (kind === "best_efforts") return ["best_efforts"];
  return ["exact", "at_least", "at_most", "approximate", "estimated", "unquantified"];
}
