import { only, readSharedSearch, textOf } from "../app/address.ts";

const sorts = ["name", "kind", "agreements", "owes"] as const;

/** What the address of the list of organisations says. */
export function readPartnersSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    text: textOf(given.text),
    kind: textOf(given.kind),
    region: textOf(given.region),
    sort: sorts.find((sort) => sort === given.sort),
    direction: given.direction === "desc" ? ("desc" as const) : undefined,
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type PartnersSearch = ReturnType<typeof readPartnersSearch>;

/** The page of an organisation: which figure stands open beside it. */
export const readPartnerSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), open: textOf(given.open) });
