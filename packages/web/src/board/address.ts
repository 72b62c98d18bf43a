import { readListSearch } from "../agreements/list-address.ts";
import { only } from "../app/address.ts";

/** What the address of the board says: the filters of the list, and whether it is read as a table. */
export function readBoardSearch(given: Record<string, unknown>) {
  const { space, lang, text, kind, region } = readListSearch(given);
  return only({
    ...{ space, lang, text, kind, region },
    as: given.as === "table" ? ("table" as const) : undefined,
    // every card, instead of the first of each column
    all: given.all === true ? true : undefined,
  });
}
export type BoardSearch = ReturnType<typeof readBoardSearch>;
