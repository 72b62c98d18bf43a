// Which counts are not told: those of few subjects, and so much beside them that nobody finds them out.
import { setImmediate as turn } from "node:timers/promises";
import {
  type Cell,
  type CellSystem,
  type Equation,
  equationsByCell,
  fillIn,
  type GivenAway,
  membersOf,
} from "./cells.ts";
import { type Asked, narrowCells } from "./narrow-cells.ts";

/** `few`: fewer subjects than the threshold. `beside`: it would give such a count away. */
export type WhyHidden = "few" | "beside";
export type Hiding = Map<string, WhyHidden>;

/** Nothing is left to hide and a count can still be found out: it was told before, and cannot be taken back. */
export class CannotBeHidden extends Error {
  readonly keys: readonly string[];
  constructor(keys: readonly string[]) {
    super(`cannot be hidden: ${keys.join(", ")}`);
    this.keys = keys;
  }
}

/**
 * Hides every guarded count that is printed, and then the cheapest others, until each guarded count could be one of at
 * least `width` + 1 values in a row for whoever knows all that is told. `hiding` may hold what is hidden already, and
 * grows. @throws CannotBeHidden
 */
export async function protect(
  system: CellSystem,
  width: number,
  hiding: Hiding = new Map(),
): Promise<Hiding> {
  for (const { key, guarded, printed, cost } of system.cells.values()) {
    if (guarded && printed && cost !== null && !hiding.has(key)) hiding.set(key, "few");
  }
  const byCell = equationsByCell(system);
  const asked: Asked = new Map();
  for (;;) {
    await fillUp(system, hiding);
    const narrow = await narrowCells(system, new Set(hiding.keys()), width, asked);
    if (narrow.length === 0) return hiding;
    const chosen = new Set(narrow.flatMap((key) => nearestOpen(system, byCell, hiding, key) ?? []));
    if (chosen.size === 0) throw new CannotBeHidden(narrow);
    for (const key of chosen) hiding.set(key, "beside");
  }
}

/** No hidden count may be the only one missing in a sum: then one more is hidden there. */
async function fillUp(system: CellSystem, hiding: Hiding): Promise<void> {
  for (;;) {
    await turn();
    const hidden = new Set(hiding.keys());
    const given = fillIn(system, hidden).found.filter(({ key }) => matters(system, hidden, key));
    // The first is found from the figures themselves; what follows from it may be safe once it is.
    const chosen = given.map((one) => cheapest(openIn(system, hidden, one))).find((one) => one !== undefined);
    if (chosen === undefined) return;
    hiding.set(chosen.key, "beside");
  }
}

const matters = ({ cells }: CellSystem, hidden: ReadonlySet<string>, key: string) =>
  hidden.has(key) || cells.get(key)?.guarded === true;

const openIn = ({ cells }: CellSystem, hidden: ReadonlySet<string>, { by }: GivenAway): Cell[] =>
  membersOf(by).flatMap((key) => {
    const cell = cells.get(key);
    return cell?.printed && cell.cost !== null && !cell.hidden && !hidden.has(key) ? [cell] : [];
  });

function cheapest(cells: readonly Cell[]): Cell | undefined {
  const price = ({ cost, value }: Cell) => (cost ?? 0) * 1e7 + value;
  return cells.toSorted((a, b) => price(a) - price(b) || (a.key < b.key ? -1 : 1))[0];
}

/** The cheapest count or statement to hide among the nearest, going from sum to sum through what is not known. */
function nearestOpen(
  system: CellSystem,
  byCell: ReadonlyMap<string, readonly Equation[]>,
  hiding: Hiding,
  from: string,
): string | undefined {
  const hidden = new Set(hiding.keys());
  const passed = new Set([from]);
  let edge = [from];
  while (edge.length > 0) {
    const sums = new Set(edge.flatMap((key) => byCell.get(key) ?? []));
    const said = system.statements.filter(({ key, cell }) => edge.includes(cell) && !hidden.has(key));
    const cells = [...sums].flatMap((by) => openIn(system, hidden, { key: from, by }));
    const best = cheapest(cells);
    const [statement] = said.toSorted((a, b) => a.cost - b.cost);
    if (statement !== undefined && statement.cost < (best?.cost ?? Number.POSITIVE_INFINITY))
      return statement.key;
    if (best !== undefined) return best.key;
    edge = [...new Set([...sums].flatMap(membersOf))].filter((key) => {
      const cell = system.cells.get(key);
      const isNew = !passed.has(key) && (hidden.has(key) || cell?.printed === false || cell?.hidden === true);
      passed.add(key);
      return isNew;
    });
  }
  return undefined;
}
