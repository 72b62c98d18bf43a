import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";

/** What the address of an executive sheet says. */
export function readSheetSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    asOf: dayOf(given.asOf),
    knownOn: dayOf(given.knownOn),
    open: textOf(given.open),
  });
}
