import type { OpenedCell } from "../api/funders.ts";
import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";

/** What the address of the funders says: an indicator, the days, what is open beside. */
export function readFundersSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    indicator: textOf(given.indicator),
    asOf: dayOf(given.asOf),
    knownOn: dayOf(given.knownOn),
    open: textOf(given.open),
    /** The rows of a figure that are open: `place~month~proven`. */
    rows: textOf(given.rows),
  });
}

export function readCell(text: string | undefined, indicator: string): OpenedCell | null {
  if (text === undefined) return null;
  const [place = "", month = "", proven = ""] = text.split("~");
  return {
    indicator,
    ...(place && { place }),
    ...(month && { month }),
    ...(proven === "proven" && { proven: true }),
  };
}

export const writeCell = ({ place = "", month = "", proven }: Omit<OpenedCell, "indicator">): string =>
  `${place}~${month}~${proven ? "proven" : "realised"}`;
