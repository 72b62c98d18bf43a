import { only, readSharedSearch, textOf } from "../app/address.ts";

export const kinds = ["programme", "plan", "contract_programme", "bundle", "instrument"] as const;
export const states = [
  "lead",
  "drafting",
  "verification",
  "approved",
  "signed",
  "in_force",
  "suspended",
  "closing",
  "closed",
  "given_up",
  "terminated",
  "renewed",
] as const;
export const sorts = ["recorded", "reference", "title", "state", "signed"] as const;

const among = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value);

/** What the address of the list says: filters, order, page. */
export function readListSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    text: textOf(given.text),
    kind: among(kinds, given.kind),
    state: among(states, given.state),
    region: textOf(given.region),
    sort: among(sorts, given.sort),
    direction: among(["asc", "desc"], given.direction),
    open: textOf(given.open),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type ListSearch = ReturnType<typeof readListSearch>;
