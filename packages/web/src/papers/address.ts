import { only, readPagedSearch, readSharedSearch, textOf } from "../app/address.ts";

type Given = Record<string, unknown>;

/** Files of committees unless answers are asked for. */
const kindOf = ({ kind }: Given) => (kind === "answer" ? ("answer" as const) : undefined);

/** The list: of which kind, on which page. */
export const readPapersSearch = (given: Given) => only({ ...readPagedSearch(given), kind: kindOf(given) });

/** The page of a file or an answer: which figure stands open beside it. */
export const readPaperSearch = (given: Given) =>
  only({ ...readSharedSearch(given), open: textOf(given.open) });

/** The form may be begun from the page of an agreement. */
export const readPrepareSearch = (given: Given) =>
  only({ ...readSharedSearch(given), agreement: textOf(given.agreement), kind: kindOf(given) });
