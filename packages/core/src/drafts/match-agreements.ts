// Which agreements of the register the refs of a draft are: by the words of a framework's name, and within one event by
// type, level and figures. Pure.
import { foldName } from "../organisations/index.ts";
import type { Draft } from "./draft-format.ts";
import type { Known, KnownAgreement, KnownEvent, KnownFigure } from "./known.ts";
import { figureAt, figurePaths, groupsIn, levelOf, standsForSeveral } from "./suggest-groups.ts";
import { indicatorGroup, plainQuantity, typeGroup } from "./suggestion.ts";

/** One thing that a draft calls by a ref. */
interface Entry {
  readonly ref: string;
  readonly kind: string;
  readonly type: string | null;
  readonly words: string;
  /** Quantities with what they count, at this level. */
  readonly figures: readonly string[];
}

export function matchAgreements(
  draft: Draft,
  known: Known,
  sameEvent: KnownEvent | null,
): ReadonlyMap<string, KnownAgreement> {
  const found = new Map<string, KnownAgreement>();
  for (const { ref, name } of draft.frameworks) {
    const same = byTitle(known, name?.value ?? "");
    if (same) found.set(ref, same);
  }
  for (const instrument of draft.instruments.filter(({ status }) => status?.value === "existing")) {
    const same = byTitle(known, instrument.object?.value ?? "");
    if (same) found.set(instrument.ref, same);
  }
  if (sameEvent) pairOff(entriesOf(draft, found), known, sameEvent, found);
  return found;
}

/** The one agreement whose title is these words, or begins with them, or stands in brackets after them. */
function byTitle({ agreements }: Known, words: string): KnownAgreement | undefined {
  const folded = foldName(words.replace(/\s*\([^()]*\)\s*$/u, ""));
  if (folded.length < 5) return undefined;
  const same = agreements.filter(({ title }) => foldName(title) === folded);
  return same.length === 1 ? same[0] : undefined;
}

function entriesOf(draft: Draft, found: ReadonlyMap<string, KnownAgreement>): Entry[] {
  const groups = groupsIn(draft);
  const levels = figuresByLevel(draft);
  const grouped = groups.map(({ ref, members }) => {
    const first = draft.instruments.find((one) => one.ref === members[0]);
    return {
      ref,
      kind: "bundle",
      type: first?.type?.value ?? null,
      words: "",
      figures: levels.get(ref) ?? [],
    };
  });
  const single = draft.instruments.map((one) => ({
    ref: one.ref,
    kind:
      one.type?.value === "contract_programme"
        ? "contract_programme"
        : standsForSeveral(one)
          ? "bundle"
          : "instrument",
    type: one.type?.value ?? null,
    words: one.object?.value ?? "",
    figures: levels.get(one.ref) ?? [],
  }));
  return [...grouped, ...single].filter(({ ref }) => !found.has(ref));
}

function figuresByLevel(draft: Draft): Map<string, string[]> {
  const groups = groupsIn(draft);
  const levels = new Map<string, string[]>();
  const put = (path: string, key: string | null) => {
    const ref = levelOf(draft, groups, path);
    if (key !== null) levels.set(ref, [...(levels.get(ref) ?? []), key]);
  };
  for (const path of figurePaths(draft, "targets")) {
    const target = figureAt(draft, "targets", path);
    put(path, keyOf(target?.value?.value, indicatorGroup(target?.indicator?.value ?? null)));
  }
  for (const path of figurePaths(draft, "amounts")) {
    const amount = figureAt(draft, "amounts", path);
    put(path, keyOf(amount?.value?.value, amount?.currency?.value ?? ""));
  }
  return levels;
}

const keyOf = (value: string | number | null | undefined, what: string): string | null => {
  const quantity = plainQuantity(value);
  return quantity === null ? null : `${quantity} ${what}`;
};

const keyOfKnown = ({ quantity, currency, indicator }: KnownFigure) =>
  keyOf(quantity, currency ?? indicatorGroup(indicator));

/** The likeliest pairs first; each agreement and each ref once. */
function pairOff(
  entries: readonly Entry[],
  known: Known,
  event: KnownEvent,
  found: Map<string, KnownAgreement>,
): void {
  const candidates = known.agreements.filter(({ reference }) => event.agreements.includes(reference));
  const pairs = entries
    .flatMap((entry) =>
      candidates.map((agreement) => ({ entry, agreement, points: points(entry, agreement, event) })),
    )
    .filter((pair) => pair.points > 0)
    .toSorted((a, b) => b.points - a.points);
  for (const { entry, agreement } of pairs) {
    const isTaken = [...found.values()].some(({ reference }) => reference === agreement.reference);
    if (!isTaken && !found.has(entry.ref)) found.set(entry.ref, agreement);
  }
}

function points(entry: Entry, agreement: KnownAgreement, event: KnownEvent): number {
  if (typeGroup(entry.type) !== typeGroup(agreement.type)) return 0;
  const theirs = event.figures
    .filter(({ reference }) => reference.startsWith(`${agreement.reference}/`))
    .map(keyOfKnown);
  const shared = entry.figures.filter((key) => theirs.includes(key)).length;
  const clash = shared === 0 && entry.figures.length > 0 && theirs.length > 0;
  if (clash) return 0;
  const sameKind = entry.kind === agreement.kind ? 1 : 0;
  const sameWords = entry.words !== "" && foldName(entry.words) === foldName(agreement.purpose ?? "") ? 2 : 0;
  return 3 * shared + sameKind + sameWords + 0.5;
}
