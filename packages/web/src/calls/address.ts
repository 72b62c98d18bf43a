import { only, readSharedSearch, textOf } from "../app/address.ts";

/** A new call: under which agreement. */
export const readNewCallSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), agreement: textOf(given.agreement) });
