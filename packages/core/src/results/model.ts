// The counting rule (ledger.md §3.2) as a pure function, written apart from the SQL: the oracle of the property tests
// and of docs/counting.md. Facts in, cells out.
import type { AgeBand, Education, Milieu, Sex } from "./margins.ts";

/** Evidence of a fact: E1 declared with a named person, E2 document seen, E3 matched, E4 audited. */
export type Evidence = 1 | 2 | 3 | 4;

export interface LedgerFact {
  readonly id: string;
  readonly subject: string;
  readonly indicator: string;
  readonly version: number;
  readonly date: string;
  readonly commitment: string;
  readonly territory: string | null;
  readonly sex: Sex;
  readonly ageBand: AgeBand;
  readonly milieu: Milieu;
  readonly education: Education;
  readonly segments: readonly string[];
  readonly quantity: number;
  /** Why it does not count, or null. */
  readonly refusal: string | null;
}

export interface LedgerEntry {
  readonly fact: string;
  readonly kind: "withdrawn" | "verified" | "returned";
  readonly evidence: Evidence | null;
}

/** The ledger and the trees as they are at one moment. */
export interface Ledger {
  readonly facts: readonly LedgerFact[];
  readonly entries: readonly LedgerEntry[];
  /** Merged subject → the one it stands under. */
  readonly merges: ReadonlyMap<string, string>;
  /** Commitment → its agreement; agreement → its parent; territory → its parent. Without an entry: the top. */
  readonly above: ReadonlyMap<string, string>;
}

/** One subject's count at one node. The dimensions are those of the counting fact, the evidence the highest. */
export interface Cell {
  readonly node: string;
  readonly span: "life" | "year";
  readonly subject: string;
  readonly fact: LedgerFact;
  readonly evidence: Evidence;
  readonly overlapping: boolean;
}

/** Follows a chain to its end. */
function endOf(start: string, next: ReadonlyMap<string, string>): string {
  const following = next.get(start);
  return following === undefined ? start : endOf(following, next);
}

/** The thing itself and everything above it. */
export function pathOf(start: string, above: ReadonlyMap<string, string>): string[] {
  const next = above.get(start);
  return next === undefined ? [start] : [start, ...pathOf(next, above)];
}

/** The level of each valid fact; a fact that is refused or withdrawn has none. */
export function validLevels(ledger: Ledger): Map<LedgerFact, Evidence> {
  const levels = new Map<LedgerFact, Evidence>();
  for (const fact of ledger.facts) {
    const about = ledger.entries.filter((entry) => entry.fact === fact.id);
    if (fact.refusal !== null || about.some((entry) => entry.kind === "withdrawn")) continue;
    levels.set(
      fact,
      about.reduce<Evidence>((best, { evidence }) => higher(best, evidence ?? 1), 1),
    );
  }
  return levels;
}

const higher = (one: Evidence, other: Evidence): Evidence => (one > other ? one : other);

/** The earliest by date, then the highest evidence, then the lowest id. */
export function countingFact(
  facts: readonly LedgerFact[],
  levels: ReadonlyMap<LedgerFact, Evidence>,
): LedgerFact {
  const level = (fact: LedgerFact) => levels.get(fact) ?? 1;
  const [first] = facts.toSorted(
    (a, b) => a.date.localeCompare(b.date) || level(b) - level(a) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  if (first === undefined) throw new RangeError("nothing counts where no fact is");
  return first;
}

/** Every count at every node, for the whole life and for each calendar year. */
export function countCells(ledger: Ledger): Cell[] {
  const levels = validLevels(ledger);
  const subjects = Map.groupBy(levels.keys(), (fact) =>
    JSON.stringify([endOf(fact.subject, ledger.merges), fact.indicator]),
  );
  return [...subjects].flatMap(([key, facts]) => {
    const [subject] = JSON.parse(key) as [string, string];
    const overlapping = new Set(facts.map((fact) => fact.commitment)).size > 1;
    const places = facts.flatMap((fact) => placesOf(fact, ledger.above).map((place) => ({ ...place, fact })));
    const byPlace = Map.groupBy(places, ({ node, span, year }) => JSON.stringify([node, span, year]));
    return [...byPlace.values()].map((here): Cell => {
      const there = here.map((place) => place.fact);
      const evidence = there.reduce<Evidence>((best, fact) => higher(best, levels.get(fact) ?? 1), 1);
      const { node = "", span = "life" } = here[0] ?? {};
      return { node, span, subject, fact: countingFact(there, levels), evidence, overlapping };
    });
  });
}

/** The nodes of a fact: commitment, agreement and ancestors, province up to the nation; each for life and year. */
function placesOf(fact: LedgerFact, above: ReadonlyMap<string, string>) {
  const territories = fact.territory === null ? [] : pathOf(fact.territory, above);
  return [...pathOf(fact.commitment, above), ...territories].flatMap((node) => [
    { node, span: "life" as const, year: 0 },
    { node, span: "year" as const, year: Number(fact.date.slice(0, 4)) },
  ]);
}

/** The age band of a whole number of years; children under 15 and impossible ages are `other`, null is unknown. */
export function ageBandOf(age: number | null): AgeBand {
  if (age === null) return "U";
  if (age < 15 || age > 120) return "other";
  if (age < 25) return "15-24";
  if (age < 35) return "25-34";
  if (age < 45) return "35-44";
  return age < 60 ? "45-59" : "60+";
}
