import { only, readSharedSearch, textOf } from "../app/address.ts";

/** What the address of the rates says: the page, and which rate is put right. */
export function readRatesSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    rate: textOf(given.rate),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
