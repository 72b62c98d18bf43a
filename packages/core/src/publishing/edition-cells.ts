// The tables of an edition as cells and sums: what `protect` is asked about.
//
// Of every node (a promise; all promises of an indicator together) and of every line of its breakdowns there are three
// counts: realised T, proven P, and the difference U, which is printed nowhere and which anybody can reckon. T = P + U; the
// lines of a dimension add up to their node; the promises of an indicator add up to all of them together, but for those
// counted in more than one. Between two editions there is, for each count, what has been added since.
import type { Cell, CellSystem, Equation, Statement } from "./cells.ts";
import { type Counted, dimensions, type KeptCounts, type NodeCounts } from "./counts.ts";

/** Which count of a node or line. */
export type Measure = "T" | "P";

/** `T AGR-1/1`, `P AGR-1/1 sex F`, `T all durable_jobs year 2026` */
export const cellKey = (measure: Measure | "U", place: string): string => `${measure} ${place}`;
export const nodePlace = ({ node, indicator }: Pick<NodeCounts, "node" | "indicator">) =>
  `${node} ${indicator}`;
export const linePlace = (
  node: Pick<NodeCounts, "node" | "indicator">,
  dimension: string,
  code: string,
): string => `${nodePlace(node)} ${dimension} ${code}`;
/** The state of a promise, which bounds its proven count. */
export const stateKey = (node: string): string => `state ${node}`;

/** What a breakdown, a promise and the whole are worth to a reader: the dearer is hidden later. */
const costs = {
  line: { P: 1, T: 2 },
  wholeLine: { P: 5, T: 8 },
  promise: { P: 30, T: 100 },
  whole: { P: 300, T: 500 },
  state: 60,
};

/** A state of a promise and what it says of its proven count. */
export interface StateBound {
  readonly node: string;
  readonly indicator: string;
  readonly low: number | null;
  readonly high: number | null;
}

interface Building {
  readonly threshold: number;
  readonly cells: Map<string, Cell>;
  readonly equations: Equation[];
  /** Before every key: empty for the edition in hand. */
  readonly prefix: string;
}

const isFew = (value: number, threshold: number) => Math.abs(value) > 0 && Math.abs(value) < threshold;

function addCounts(
  building: Building,
  place: string,
  counted: Counted,
  cost: { P: number; T: number },
): void {
  const { cells, equations, prefix, threshold } = building;
  const { realised, proven } = counted;
  const put = (measure: Measure, value: number) => {
    const key = prefix + cellKey(measure, place);
    const guarded = isFew(value, threshold);
    // Zero is nobody, and is told; what is not told is therefore one at least.
    const hides = value > 0 && prefix === "";
    cells.set(key, {
      ...{ key, value, printed: true, guarded, low: value > 0 ? 1 : 0, high: null },
      cost: hides ? cost[measure] : null,
    });
    return key;
  };
  const [whole, part] = [put("T", realised), put("P", proven)];
  const key = prefix + cellKey("U", place);
  const rest = realised - proven;
  cells.set(key, {
    ...{ key, value: rest, printed: false, guarded: isFew(rest, threshold), low: 0, high: null, cost: null },
  });
  equations.push({ whole, parts: [part, key], beside: 0 });
}

const measures = ["T", "P"] as const;
const countOf = (measure: Measure, { realised, proven }: Counted) => (measure === "T" ? realised : proven);

/** The cells and sums of one edition. */
function addEdition(building: Building, { nodes, whole }: Pick<KeptCounts, "nodes" | "whole">): void {
  const persons = nodes.filter((node) => node.persons);
  for (const node of persons) {
    const isWhole = node.node === whole;
    addCounts(building, nodePlace(node), node, isWhole ? costs.whole : costs.promise);
    for (const line of node.lines) {
      const place = linePlace(node, line.dimension, line.code);
      addCounts(building, place, line, isWhole ? costs.wholeLine : costs.line);
    }
    addLineSums(building, node);
  }
  for (const group of Map.groupBy(persons, ({ indicator }) => indicator).values()) {
    const all = group.find(({ node }) => node === whole);
    if (all !== undefined)
      addPromiseSums(
        building,
        all,
        group.filter((node) => node !== all),
      );
  }
}

function addLineSums({ equations, prefix }: Building, node: NodeCounts): void {
  for (const measure of measures) {
    for (const dimension of dimensions) {
      const lines = node.lines.filter((line) => line.dimension === dimension);
      if (lines.length === 0) continue;
      equations.push({
        whole: prefix + cellKey(measure, nodePlace(node)),
        parts: lines.map(({ code }) => prefix + cellKey(measure, linePlace(node, dimension, code))),
        beside: 0,
      });
    }
  }
}

/** How many are counted in more than one promise is told, so that it is reckoned with as known. */
function addPromiseSums(
  { equations, prefix }: Building,
  all: NodeCounts,
  promises: readonly NodeCounts[],
): void {
  const sum = (measure: Measure, whole: Counted, parts: readonly Counted[]) =>
    parts.reduce((total, part) => total + countOf(measure, part), 0) - countOf(measure, whole);
  for (const measure of measures) {
    equations.push({
      whole: prefix + cellKey(measure, nodePlace(all)),
      parts: promises.map((node) => prefix + cellKey(measure, nodePlace(node))),
      beside: sum(measure, all, promises),
    });
    const codes = new Set([...all.lines, ...promises.flatMap(({ lines }) => lines)].map(codeOf));
    for (const code of codes) {
      const held = promises.flatMap((node) => {
        const line = node.lines.find((one) => codeOf(one) === code);
        return line === undefined ? [] : [{ node, line }];
      });
      const own = all.lines.find((one) => codeOf(one) === code);
      if (own === undefined || held.length === 0) continue;
      equations.push({
        whole: prefix + cellKey(measure, linePlace(all, own.dimension, own.code)),
        parts: held.map(
          ({ node, line }) => prefix + cellKey(measure, linePlace(node, line.dimension, line.code)),
        ),
        beside: sum(
          measure,
          own,
          held.map(({ line }) => line),
        ),
      });
    }
  }
}

const codeOf = ({ dimension, code }: { readonly dimension: string; readonly code: string }) =>
  `${dimension} ${code}`;

/** What an edition's counts allow a reader to reckon, for itself alone. */
export function cellsOfEdition(
  edition: Pick<KeptCounts, "nodes" | "whole">,
  states: readonly StateBound[],
  threshold: number,
): CellSystem {
  const building: Building = { threshold, cells: new Map(), equations: [], prefix: "" };
  addEdition(building, edition);
  const statements: Statement[] = states.map(({ node, indicator, low, high }) => ({
    ...{ key: stateKey(node), cell: cellKey("P", nodePlace({ node, indicator })), low, high },
    cost: costs.state,
  }));
  return { cells: building.cells, equations: building.equations, statements };
}

const before = "before: ";
const since = "since: ";

/** The same beside an earlier edition: with what that one told, and with what has been added since. */
export function cellsBeside(
  system: CellSystem,
  edition: Omit<KeptCounts, "hidden" | "threshold">,
  earlier: KeptCounts,
  threshold: number,
): CellSystem {
  const cells = new Map(system.cells);
  const equations = [...system.equations];
  addEdition({ threshold: earlier.threshold, cells, equations, prefix: before }, earlier);
  for (const key of earlier.hidden.keys()) {
    const cell = cells.get(before + key);
    if (cell !== undefined) cells.set(cell.key, { ...cell, hidden: true });
  }
  const sameDays = edition.asOf === earlier.asOf && edition.knownOn === earlier.knownOn;
  for (const [key, cell] of system.cells) {
    const then = cells.get(before + key);
    // Of those without proof some came and some went: their difference counts nobody.
    if (then === undefined || !cell.printed) continue;
    const added = cell.value - then.value;
    if (sameDays && added === 0) {
      equations.push({ whole: key, parts: [then.key], beside: 0 });
      continue;
    }
    // Whether it grew is held to be known: results seldom go.
    cells.set(since + key, {
      ...{ key: since + key, value: added, printed: false, guarded: isFew(added, threshold), cost: null },
      ...{ low: added >= 0 ? 0 : null, high: added >= 0 ? null : 0 },
    });
    equations.push({ whole: key, parts: [then.key, since + key], beside: 0 });
  }
  return { ...system, cells, equations };
}
