import type { StandingRow } from "../api/read.ts";
import type { Promised } from "./geometry.ts";

type Row = Pick<StandingRow, "signed" | "declared" | "realised" | "proven" | "elapsed"> & {
  readonly announced: readonly { readonly value: number | null }[];
};

/** A row of the standings as its bar. Nothing signed: neither a number nor a target without one. */
export function promisedOf(row: Row): Promised {
  const { original, current } = row.signed;
  return {
    announced: row.announced.map(({ value }) => value),
    signed: original === null && current === null ? null : { original, current },
    declared: row.declared,
    realised: row.realised,
    proven: row.proven,
    elapsed: row.elapsed,
  };
}
