// What a reviewer adds to the review, list by list: each with its words in the text. Pure.
import { type DecisionFault, faultsBelow } from "./apply-to-draft.ts";
import { type AdditionList, additionLists } from "./choices-format.ts";
import { type Decisions, decisionKey } from "./decisions-format.ts";
import type { Additions } from "./make-review.ts";
import { review as reviewFormat } from "./review-format.ts";
import type { Gives } from "./value-given.ts";

/** What an item holds where the reviewer leaves it open. */
const blanks: Readonly<Record<string, object>> = {
  organisations: { words: [], otherNames: [], country: "MA", territory: null, parent: null },
  people: { words: [], name: null },
  agreements: {
    ...{
      type: null,
      parent: null,
      partiesOf: [],
      territory: null,
      competence: null,
      standsFor: null,
      period: null,
    },
    ...{ nextAction: null, parties: [] },
  },
  says: { saidBy: null, indicator: null, unit: null, qualifier: null, populations: [] },
  fields: { saidBy: null },
  links: { value: null },
  topics: { code: null, saidBy: null },
  attendance: { part: null, organisation: null, person: null, category: null, headcount: null },
  decisions: { leadsTo: null, owner: null },
  stated: {
    ...{ agreement: null, event: false, territory: null, populations: [], organisation: null, saidBy: null },
  },
  relations: {},
  servicePoints: { founder: null, programme: null, territory: null },
};

/** Lists whose items rest on words of the text; the others say what these words mean. */
const quoting: ReadonlySet<string> = new Set([
  "says",
  "fields",
  "topics",
  "attendance",
  "decisions",
  "stated",
  "servicePoints",
]);

export function additionsIn(
  decisions: Decisions,
  text: string,
  gives: Gives,
): { readonly additions: Additions; readonly faults: readonly DecisionFault[] } {
  const additions: Record<string, Record<string, unknown>[]> = {};
  const faults: DecisionFault[] = [];
  for (const one of decisions.decisions) {
    if (one.decision !== "added" || !one.path.startsWith("review/")) continue;
    const list = one.path.slice("review/".length);
    const path = decisionKey(one);
    if (!(additionLists as readonly string[]).includes(list)) faults.push({ path, fault: "unknown_path" });
    else {
      const item: Record<string, unknown> = { ...blanks[list], ...(withWhy(one.value) as object) };
      const wrong = faultsBelow(text, item, gives);
      if (wrong.length === 0 && quoting.has(list) && !quotes(item)) wrong.push("passage_missing");
      if (wrong.length === 0) wrong.push(...shapeFaults(list as AdditionList, item));
      faults.push(...wrong.map((fault) => ({ path, fault })));
      if (wrong.length === 0) additions[list] = [...(additions[list] ?? []), item];
    }
  }
  return { additions, faults };
}

/** What does not fit the list's format; a part of the event may be named by its path. */
function shapeFaults(list: AdditionList, item: Record<string, unknown>): string[] {
  const given = typeof item.part === "string" ? { ...item, part: 1 } : item;
  const parsed = reviewFormat.shape[list].element.safeParse(given);
  return (parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

const isValue = (node: unknown): node is Record<string, unknown> =>
  typeof node === "object" && node !== null && "value" in node && "passage" in node;

const quotes = (item: object): boolean => Object.values(item).some(isValue);

/** A value without a reason has none. */
function withWhy(node: unknown): unknown {
  if (isValue(node)) return { ...node, why: node.why ?? null };
  if (Array.isArray(node)) return node.map(withWhy);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, withWhy(inner)]));
}
