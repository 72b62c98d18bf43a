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

/** What the address of an agreement that is edited says: that it was just opened. */
export function readEditSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    saved: given.saved === "opened" ? ("opened" as const) : undefined,
  });
}

/** What the address of a new agreement says: the letter or memorandum that leads to it. */
export const readOpenSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), ledToBy: textOf(given.ledToBy), event: textOf(given.event) });
