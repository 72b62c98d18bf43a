// Several agreements that a text tells together: the node at which their shared figures stand. Pure.
import type { Draft, DraftInstrument } from "./draft-format.ts";

export interface Group {
  /** B1, B2 … */
  readonly ref: string;
  readonly members: readonly string[];
}

/** A set of agreements that a shared figure covers is a group; each agreement stands in one group at most. */
export function groupsIn(draft: Draft): Group[] {
  const covers = [...draft.shared.amounts, ...draft.shared.targets]
    .map((figure) => figure.covers)
    .filter((refs) => refs.length > 1)
    .toSorted((a, b) => b.length - a.length);
  const groups: Group[] = [];
  for (const members of covers) {
    const isGrouped = members.some((ref) => groups.some((group) => group.members.includes(ref)));
    if (!isGrouped) groups.push({ ref: `B${groups.length + 1}`, members });
  }
  return groups;
}

/** Whether the entry stands for several agreements (eight conventions; several, not said how many). */
export function standsForSeveral({ count }: DraftInstrument): boolean {
  return count !== null && count.value !== 1;
}

/** The ref at which a figure stands: the one agreement that it covers, or the group of those. */
export function levelOf(draft: Draft, groups: readonly Group[], path: string): string {
  const own = /^instruments\.(\d+)\./.exec(path)?.[1];
  if (own !== undefined) return draft.instruments[Number(own)]?.ref ?? "";
  const [, kind, index] = /^shared\.(amounts|targets)\.(\d+)$/.exec(path) ?? [];
  const shared = kind === "amounts" ? draft.shared.amounts : draft.shared.targets;
  const covers = shared[Number(index)]?.covers ?? [];
  if (covers.length === 1) return covers[0] ?? "";
  return groups.find(({ members }) => covers.every((ref) => members.includes(ref)))?.ref ?? covers[0] ?? "";
}

/** The paths of all targets or amounts: shared first, then agreement by agreement. */
export function figurePaths(draft: Draft, kind: "targets" | "amounts"): string[] {
  return [
    ...draft.shared[kind].map((_, index) => `shared.${kind}.${index}`),
    ...draft.instruments.flatMap((instrument, i) =>
      instrument[kind].map((_, index) => `instruments.${i}.${kind}.${index}`),
    ),
  ];
}

/** The target or amount at such a path. */
export function figureAt<Kind extends "targets" | "amounts">(
  draft: Draft,
  kind: Kind,
  path: string,
): DraftInstrument[Kind][number] | undefined {
  const [, instrument, index] = /^(?:shared|instruments\.(\d+))\.\w+\.(\d+)$/.exec(path) ?? [];
  const holder = instrument === undefined ? draft.shared : draft.instruments[Number(instrument)];
  return holder?.[kind][Number(index)];
}
