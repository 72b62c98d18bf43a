// The linear programmes behind `narrowCells`, by the solver HiGHS: one model a part, asked for one count after another.
import { createRequire } from "node:module";
import { setImmediate as turn } from "node:timers/promises";
import type highs from "highs";

// Its types describe the module that `require` gives, and not the one that `import` gives.
const loadSolver = createRequire(import.meta.url)("highs") as (typeof highs)["default"];
type Solver = Awaited<ReturnType<typeof loadSolver>>;
type Model = ReturnType<Solver["createModel"]>;
let loading: Promise<Solver> | undefined;

/** A count: its true value, between which values it may lie, and whether nobody may find out about it. */
export interface Bounds {
  readonly key: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly guarded: boolean;
}

export interface Sum {
  readonly terms: readonly { readonly column: number; readonly sign: 1 | -1 }[];
  readonly equals: number;
}

export interface PartModel {
  readonly bounds: readonly Bounds[];
  readonly sums: readonly Sum[];
}

/** The keys of the guarded counts whose possible values lie less than `width` apart. */
export async function askPart(part: PartModel, width: number): Promise<string[]> {
  loading ??= loadSolver();
  const solver = await loading;
  const model = solver.createModel(dataOf(part));
  try {
    model.options.set({ output_flag: false });
    return await narrowOf(part, width, (columns, sign) => solve(solver, model, part, columns, sign));
  } finally {
    model.dispose();
  }
}

async function narrowOf(
  { bounds }: PartModel,
  width: number,
  ask: (columns: readonly number[], sign: 1 | -1) => readonly number[],
): Promise<string[]> {
  const low = bounds.map(({ value }) => value);
  const high = [...low];
  const see = async (columns: readonly number[], sign: 1 | -1) => {
    // A solution takes milliseconds; whoever else asks this server has her turn in between.
    await turn();
    for (const [column, value] of ask(columns, sign).entries()) {
      low[column] = Math.min(low[column] ?? value, value);
      high[column] = Math.max(high[column] ?? value, value);
    }
  };
  const widthOf = (column: number) => (high[column] ?? 0) - (low[column] ?? 0);
  const guarded = bounds.flatMap((one, column) => (one.guarded ? [column] : []));
  // One point of the whole often shows many wide at once; only the others are asked one by one.
  await see(guarded, -1);
  await see(guarded, 1);
  const narrow: string[] = [];
  for (const column of guarded) {
    if (widthOf(column) < width) await see([column], -1);
    if (widthOf(column) < width) await see([column], 1);
    if (widthOf(column) < width) narrow.push(bounds[column]?.key ?? "");
  }
  return narrow;
}

/** Whole numbers that fit, for which the sum of these columns is the least (`sign` 1) or the greatest (−1). */
function solve(
  solver: Solver,
  model: Model,
  { bounds }: PartModel,
  columns: readonly number[],
  sign: 1 | -1,
): number[] {
  const costs = new Float64Array(bounds.length);
  for (const column of columns) costs[column] = sign;
  const all = { kind: "range", from: 0, to: bounds.length - 1 } as const;
  model.changeColsCost(all, costs);
  const found = run(solver, model);
  if (found.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return found.map(Math.round);
  // Sums in several directions may have fractions at their corners: then whole numbers are asked for.
  const { integer, continuous } = solver.constants.variableType;
  model.changeColsIntegrality(all, new Int32Array(bounds.length).fill(integer));
  const whole = run(solver, model).map(Math.round);
  model.changeColsIntegrality(all, new Int32Array(bounds.length).fill(continuous));
  return whole;
}

function run(solver: Solver, model: Model): number[] {
  model.run();
  const status = model.getModelStatus();
  if (status !== solver.constants.modelStatus.optimal)
    throw new Error(`the true counts do not fit their own tables (status ${status})`);
  return [...model.getSolution().colValue];
}

function dataOf({ bounds, sums }: PartModel): Parameters<Solver["createModel"]>[0] {
  const starts = [0];
  for (const { terms } of sums) starts.push((starts.at(-1) ?? 0) + terms.length);
  const terms = sums.flatMap((sum) => sum.terms);
  const equals = sums.map((sum) => sum.equals);
  return {
    ...{ numCols: bounds.length, numRows: sums.length, colCost: bounds.map(() => 0) },
    ...{ colLower: bounds.map(({ least }) => least), colUpper: bounds.map(({ most }) => most) },
    ...{ rowLower: equals, rowUpper: equals },
    matrix: {
      ...{ format: "csr", numRows: sums.length, numCols: bounds.length, starts },
      ...{ indices: terms.map(({ column }) => column), values: terms.map(({ sign }) => sign) },
    },
  };
}
