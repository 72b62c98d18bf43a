import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";

/** What the address of one agreement says. */
export function readAgreementSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    asOf: dayOf(given.asOf),
    knownOn: dayOf(given.knownOn),
    open: textOf(given.open),
  });
}
