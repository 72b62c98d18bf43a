import { only, readSharedSearch, textOf } from "../app/address.ts";

/** The page of a committee file: which figure stands open beside it. */
export const readPaperSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), open: textOf(given.open) });

/** The form may be begun from the page of an agreement. */
export const readPrepareSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), agreement: textOf(given.agreement) });
