import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";

/** What the address of the standings says. */
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
