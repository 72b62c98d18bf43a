// What was decided, as the reviewer sees it at once; the server has the last word. Pure.
import type { Decision, Item } from "./intake.ts";

/** One decision stands under each key; a list takes many additions. */
export const keyOf = (decision: Decision): string =>
  decision.decision === "added" ? `${decision.path}.+${decision.key}` : decision.path;

/** The decisions with this one in the place of what stood under its key. */
export function decide(all: readonly Decision[], one: Decision): Decision[] {
  const key = keyOf(one);
  return [...all.filter((other) => keyOf(other) !== key), one];
}

/** The decisions without the one under a key: it waits again. */
export const reconsider = (all: readonly Decision[], key: string): Decision[] =>
  all.filter((one) => keyOf(one) !== key);

export type Standing = "open" | "accepted" | "changed" | "refused" | "added";

/** The paths that hold a path, the nearest first. */
function holdersOf(path: string): string[] {
  const words = path.split(".");
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join("."));
}

/** How an item stands after some decisions. What is inferred is never taken by a decision on what holds it. */
export function standingOf(item: Item, byKey: ReadonlyMap<string, Decision>): Standing {
  const own = byKey.get(item.path);
  if (own) return own.decision === "accepted" && isSuggestedAnew(item, own) ? "open" : own.decision;
  if (item.what === "choice") return "open";
  for (const holder of holdersOf(item.path)) {
    const decision = byKey.get(holder)?.decision;
    if (decision === "refused") return "refused";
    if (decision === "added" || decision === "changed") return "added";
    if (decision === "accepted" && !item.inferred) return "accepted";
  }
  return "open";
}

/** What was accepted is no longer what is suggested. */
function isSuggestedAnew(item: Item, decision: Decision): boolean {
  if (item.suggestedAnew) return true;
  const seen = "value" in decision ? decision.value : undefined;
  return item.what === "choice" && seen !== undefined && !isSame(seen, item.value);
}

export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export const decisionsByKey = (all: readonly Decision[]): Map<string, Decision> =>
  new Map(all.map((one) => [keyOf(one), one]));

/** What accepting an item sends: with a choice, the suggestion that was seen. */
export function acceptanceOf(item: Item): Decision {
  if (item.what !== "choice") return { path: item.path, decision: "accepted" };
  return { path: item.path, decision: "accepted", value: item.value };
}

/** A decision that differs between two people: before both, mine, theirs; undefined where there is none. */
export interface Difference {
  readonly key: string;
  readonly mine: Decision | undefined;
  readonly theirs: Decision | undefined;
}

const isEqual = (one: Decision | undefined, other: Decision | undefined) => {
  const bare = (decision: Decision | undefined) => decision && { ...decision, by: undefined, at: undefined };
  return isSame(bare(one) ?? null, bare(other) ?? null);
};

/** What I decided since `before`, and what the others did on the same things. */
export function differences(
  before: readonly Decision[],
  mine: readonly Decision[],
  theirs: readonly Decision[],
): Difference[] {
  const [was, my, their] = [before, mine, theirs].map(decisionsByKey);
  const keys = new Set([...(my?.keys() ?? []), ...(was?.keys() ?? []), ...(their?.keys() ?? [])]);
  return [...keys].flatMap((key) => {
    const one = { key, mine: my?.get(key), theirs: their?.get(key) };
    return isEqual(one.mine, one.theirs) ? [] : [one];
  });
}

/** What I changed since `before`, laid over what the others decided meanwhile. */
export function layOver(
  before: readonly Decision[],
  mine: readonly Decision[],
  theirs: readonly Decision[],
): Decision[] {
  const [was, my] = [decisionsByKey(before), decisionsByKey(mine)];
  const changed = [...new Set([...was.keys(), ...my.keys()])].filter(
    (key) => !isEqual(was.get(key), my.get(key)),
  );
  return changed.reduce<Decision[]>(
    (all, key) => {
      const one = my.get(key);
      return one ? decide(all, one) : reconsider(all, key);
    },
    [...theirs],
  );
}
