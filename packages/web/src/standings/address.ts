import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";
import { isMeasure } from "./measures.ts";

/** What the address of the standings says: every view of them keeps what the others were told. */
export function readStandingsSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    region: textOf(given.region),
    state: textOf(given.state),
    asOf: dayOf(given.asOf),
    knownOn: dayOf(given.knownOn),
    open: textOf(given.open),
  });
}

/** Of the map and of the figures: an indicator, a place, a measure, and how they are shown. */
export function readPlacesSearch(given: Record<string, unknown>) {
  return only({
    ...readStandingsSearch(given),
    indicator: textOf(given.indicator),
    level: given.level === "province" ? ("province" as const) : undefined,
    show: isMeasure(given.show) ? given.show : undefined,
    as: given.as === "table" ? ("table" as const) : undefined,
  });
}
export type PlacesSearch = ReturnType<typeof readPlacesSearch>;
