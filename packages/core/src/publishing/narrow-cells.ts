// How narrowly a reader can bound the counts that are not told, from all that is told: the least and the greatest value
// of each over everything that fits the tables (the «feasibility interval» of statistics offices). By the duality of
// linear programmes no combination of the published figures bounds it more narrowly.
import { type Cell, type CellSystem, type Equation, fillIn, type Hidden, membersOf } from "./cells.ts";
import { askPart, type Bounds, type PartModel, type Sum } from "./solve-part.ts";

/** What was found out about parts, by what is unknown in them: asked again only when that changes. */
export type Asked = Map<string, readonly string[]>;

/** Counts of one connected part of what is not known. */
interface Part {
  readonly keys: readonly string[];
  readonly equations: readonly Equation[];
}

/**
 * The guarded cells that a reader can bound to fewer than `width` + 1 values in a row: exactly known ones too. Values are
 * tried near the true ones only, which finds the intervals narrower than they are, never wider.
 */
export async function narrowCells(
  system: CellSystem,
  hidden: Hidden,
  width: number,
  asked: Asked = new Map(),
): Promise<string[]> {
  const { unknown, found } = fillIn(system, hidden);
  const guarded = (key: string) => system.cells.get(key)?.guarded === true;
  const narrow = found.map(({ key }) => key).filter(guarded);
  for (const part of partsOf(system, unknown)) {
    if (!part.keys.some(guarded)) continue;
    const silent = system.statements.filter(({ key, cell }) => hidden.has(key) && part.keys.includes(cell));
    const name = [...part.keys, ...silent.map(({ key }) => key)].sort().join("\n");
    const known = asked.get(name);
    const here = known ?? (await askPart(modelOf(system, hidden, part, width), width));
    if (known === undefined) asked.set(name, here);
    narrow.push(...here);
  }
  return narrow;
}

function partsOf(system: CellSystem, unknown: ReadonlySet<string>): Part[] {
  const parent = new Map([...unknown].map((key) => [key, key]));
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  const open = system.equations.flatMap((equation) => {
    const [first, ...others] = membersOf(equation).filter((key) => unknown.has(key));
    if (first === undefined) return [];
    for (const other of others) parent.set(rootOf(other), rootOf(first));
    return [{ equation, first }];
  });
  const equations = Map.groupBy(open, ({ first }) => rootOf(first));
  return [...Map.groupBy(unknown, rootOf)].map(([root, keys]) => ({
    keys,
    equations: (equations.get(root) ?? []).map(({ equation }) => equation),
  }));
}

/** How far from its true value a count is tried. */
const reach = (width: number) => 40 * width;

/** What a reader knows of the counts of a part: their bounds and the sums in which they stand. */
function modelOf(system: CellSystem, hidden: Hidden, { keys, equations }: Part, width: number): PartModel {
  const cellOf = (key: string): Cell => {
    const cell = system.cells.get(key);
    if (cell === undefined) throw new RangeError(`no cell ${key}`);
    return cell;
  };
  const columns = new Map(keys.map((key, at) => [key, at]));
  const bounds = keys.map((key): Bounds => {
    const { value, low, high, guarded } = cellOf(key);
    const said = system.statements.filter((one) => one.cell === key && !hidden.has(one.key));
    const all = [{ low, high }, ...said];
    const least = Math.max(value - reach(width), ...all.map((one) => one.low ?? Number.NEGATIVE_INFINITY));
    const most = Math.min(value + reach(width), ...all.map((one) => one.high ?? Number.POSITIVE_INFINITY));
    return { key, value, least, most, guarded };
  });
  const sums = equations.map(({ whole, parts, beside }): Sum => {
    const signed = [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)];
    const terms = signed.flatMap(([key, sign]) => {
      const column = columns.get(key);
      return column === undefined ? [] : [{ column, sign }];
    });
    const told = signed.filter(([key]) => !columns.has(key));
    return { terms, equals: told.reduce((rest, [key, sign]) => rest - sign * cellOf(key).value, -beside) };
  });
  return { bounds, sums };
}
