import type { MovementKind } from "../api/funding.ts";
import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";

/** What the address of one contribution says. */
export function readContributionSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    asOf: dayOf(given.asOf),
    knownOn: dayOf(given.knownOn),
    open: textOf(given.open),
  });
}

/** What the address of the form says: what moved, or which amount is put right. */
export function readMoveSearch(given: Record<string, unknown>) {
  const kinds: readonly MovementKind[] = ["called", "paid", "justified"];
  return only({
    ...readSharedSearch(given),
    kind: kinds.find((one) => one === given.kind),
    movement: textOf(given.movement),
  });
}

/** `M3` as it stands in an address, as the API counts it; 0 when it is none. */
export const numberOf = (text: string): number => Number(/^M([1-9][0-9]{0,4})$/u.exec(text)?.[1] ?? 0);
