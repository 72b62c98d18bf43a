import type { Stage } from "./stage/open-stage.ts";

/** One measured figure: what, what was asked for, what came out, and whether it reaches it (null: only reported). */
export interface Figure {
  readonly what: string;
  readonly reach: string;
  readonly measured: string;
  readonly reached: boolean | null;
  /** The number behind `measured`, for the picture of growth. */
  readonly value: number;
  readonly unit: string;
}

export interface BenchOptions {
  readonly quick: boolean;
  readonly tell: (text: string) => void;
}

/** A benchmark: read from the folder `benches`, one a file; each prints a figure beside what was asked. */
export interface Bench {
  readonly name: string;
  /** In the order of the table; those that change the stage come last. */
  readonly order: number;
  readonly run: (stage: Stage, options: BenchOptions) => Promise<readonly Figure[]>;
}

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A figure that should be at most `limit`. */
export function atMost(what: string, value: number, limit: number, unit: string): Figure {
  return {
    what,
    reach: `≤ ${number.format(limit)} ${unit}`,
    measured: `${number.format(value)} ${unit}`,
    reached: value <= limit,
    value,
    unit,
  };
}

/** A figure that should be at least `limit`. */
export function atLeast(what: string, value: number, limit: number, unit: string): Figure {
  return {
    what,
    reach: `≥ ${number.format(limit)} ${unit}`,
    measured: `${number.format(value)} ${unit}`,
    reached: value >= limit,
    value,
    unit,
  };
}

/** A figure that is reported without a bound. */
export function reported(what: string, value: number, unit: string): Figure {
  return { what, reach: "reported", measured: `${number.format(value)} ${unit}`, reached: null, value, unit };
}
