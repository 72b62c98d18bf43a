import { only, readSharedSearch } from "../app/address.ts";
import { type AxisName, axisNames } from "./axes.ts";

const axisOf = (given: unknown): AxisName | undefined => axisNames.find((name) => name === given);

/** What the address of a split says: along what its rows and its columns are split. */
export function readSplitSearch(given: Record<string, unknown>) {
  return only({ ...readSharedSearch(given), rows: axisOf(given.rows), columns: axisOf(given.columns) });
}
