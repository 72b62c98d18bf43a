// Every set of whole numbers that fits what is told, counted out one by one: nothing of the solver's.
import { type CellSystem, type Equation, type Hidden, membersOf } from "../cells.ts";

interface Open {
  readonly key: string;
  readonly low: number;
  readonly high: number;
}
type Values = Map<string, number>;

/** The least and greatest value of each cell that is not known, with values up to `most` beyond the true ones. */
export function everyTable(system: CellSystem, hidden: Hidden, most: number): Map<string, [number, number]> {
  const open = openCells(system, hidden, most);
  const values: Values = new Map([...system.cells.values()].map((cell) => [cell.key, cell.value]));
  for (const { key } of open) values.delete(key);
  const ranges = new Map<string, [number, number]>();
  const search = (): void => {
    const set = settle(system.equations, open, values);
    if (set !== null) {
      const next = open.find(({ key }) => !values.has(key));
      if (next === undefined) keep(ranges, open, values);
      else {
        for (let now = next.low; now <= next.high; now += 1) {
          values.set(next.key, now);
          search();
        }
        values.delete(next.key);
      }
    }
    for (const key of set ?? []) values.delete(key);
  };
  search();
  return ranges;
}

function openCells(system: CellSystem, hidden: Hidden, most: number): Open[] {
  const told = system.statements.filter(({ key }) => !hidden.has(key));
  const unknown = [...system.cells.values()].filter(
    ({ key, printed, hidden: gone }) => !printed || gone || hidden.has(key),
  );
  return unknown.map((cell) => {
    const bounds = [cell, ...told.filter((one) => one.cell === cell.key)];
    const low = Math.max(cell.value - most, ...bounds.map((one) => one.low ?? Number.NEGATIVE_INFINITY));
    const high = Math.min(cell.value + most, ...bounds.map((one) => one.high ?? Number.POSITIVE_INFINITY));
    return { key: cell.key, low, high };
  });
}

/** Sets what the sums leave no choice for; null, and nothing set, when a sum cannot hold. */
function settle(equations: readonly Equation[], open: readonly Open[], values: Values): string[] | null {
  const set: string[] = [];
  const fails = (): null => {
    for (const key of set) values.delete(key);
    return null;
  };
  for (let again = true; again; ) {
    again = false;
    for (const equation of equations) {
      const [key, other] = membersOf(equation).filter((one) => !values.has(one));
      if (other !== undefined) continue;
      const left = leftFor(equation, key, values);
      if (key === undefined && left !== 0) return fails();
      if (key === undefined) continue;
      const { low, high } = open.find((one) => one.key === key) ?? { low: 0, high: 0 };
      if (left < low || left > high) return fails();
      values.set(key, left);
      set.push(key);
      again = true;
    }
  }
  return set;
}

/** What the only missing member must be; with none missing, by how much the sum fails. */
function leftFor({ whole, parts, beside }: Equation, key: string | undefined, values: Values): number {
  const sum = parts.reduce((total, part) => total + (values.get(part) ?? 0), 0);
  return key === whole ? sum - beside : (values.get(whole) ?? 0) + beside - sum;
}

function keep(ranges: Map<string, [number, number]>, open: readonly Open[], values: Values): void {
  for (const { key } of open) {
    const now = values.get(key) ?? 0;
    const [low, high] = ranges.get(key) ?? [now, now];
    ranges.set(key, [Math.min(low, now), Math.max(high, now)]);
  }
}
