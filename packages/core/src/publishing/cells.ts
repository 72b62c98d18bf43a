// Counts that are told, counts that are not, and the sums that join them: what a reader can reckon from a set of tables.
// Pure, and about any table of counts; edition-cells.ts says which tables an edition has.

export interface Cell {
  readonly key: string;
  readonly value: number;
  /** Printed: its value, or a mark that it is not told. What is not printed can still be reckoned. */
  readonly printed: boolean;
  /** What everybody knows about it without any table; null: nothing. */
  readonly low: number | null;
  readonly high: number | null;
  /** So few subjects that nobody may find out how many. */
  readonly guarded: boolean;
  /** What hiding it costs the reader; null: it cannot be hidden (zero, or told before). */
  readonly cost: number | null;
  /** Hidden already, in an edition that has left. */
  readonly hidden?: true;
}

/** whole + beside = the sum of its parts. `beside`: how many are counted in more than one part; held to be known. */
export interface Equation {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly beside: number;
}

/** A sentence beside a count that bounds it: «reached» says that the proven are no fewer than the signed. */
export interface Statement {
  readonly key: string;
  readonly cell: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly cost: number;
}

export interface CellSystem {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly equations: readonly Equation[];
  readonly statements: readonly Statement[];
}

/** Keys of cells and statements that are not told. */
export type Hidden = ReadonlySet<string>;

export const membersOf = ({ whole, parts }: Equation): readonly string[] => [whole, ...parts];

const byCellOf = new WeakMap<CellSystem, ReadonlyMap<string, readonly Equation[]>>();

/** The equations in which each cell stands. */
export function equationsByCell(system: CellSystem): ReadonlyMap<string, readonly Equation[]> {
  const known = byCellOf.get(system);
  if (known !== undefined) return known;
  const found = new Map<string, Equation[]>();
  for (const equation of system.equations) {
    for (const key of membersOf(equation)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [equation]);
      else list.push(equation);
    }
  }
  byCellOf.set(system, found);
  return found;
}

/** A sum in which one count alone is missing gives it away. */
export interface GivenAway {
  readonly key: string;
  readonly by: Equation;
}

/**
 * What a reader does not know after filling in, again and again, every sum in which one count alone is missing; and what
 * she found so, in the order in which she could. A quick first look: what remains is asked of `narrowCells`.
 */
export function fillIn(system: CellSystem, hidden: Hidden): { unknown: Set<string>; found: GivenAway[] } {
  const unknown = new Set<string>();
  for (const cell of system.cells.values()) {
    if (!cell.printed || cell.hidden || hidden.has(cell.key)) unknown.add(cell.key);
  }
  const found: GivenAway[] = [];
  const byCell = equationsByCell(system);
  // In rounds: what follows from the figures themselves comes before what follows from what was found.
  for (let round: readonly Equation[] = system.equations; round.length > 0; ) {
    const now = round.flatMap((by) => {
      const [key, other] = membersOf(by).filter((one) => unknown.has(one));
      return key === undefined || other !== undefined ? [] : [{ key, by }];
    });
    for (const one of now) {
      if (unknown.delete(one.key)) found.push(one);
    }
    round = [...new Set(now.flatMap(({ key }) => byCell.get(key) ?? []))];
  }
  return { unknown, found };
}
