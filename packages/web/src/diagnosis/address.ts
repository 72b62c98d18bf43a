import { only, readSharedSearch, textOf } from "../app/address.ts";

export const diagnosisStates = [
  ...(["preparing", "listening", "ranking", "answering", "ended", "abandoned"] as const),
] as const;
const sorts = ["recorded", "title", "state", "starts"] as const;

/** What the address of the list of diagnoses says. */
export function readDiagnosesSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    text: textOf(given.text),
    state: diagnosisStates.find((state) => state === given.state),
    sort: sorts.find((sort) => sort === given.sort),
    direction: given.direction === "asc" ? ("asc" as const) : undefined,
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type DiagnosesSearch = ReturnType<typeof readDiagnosesSearch>;

/** What the address of a new diagnosis says: the agreement that it serves. */
export const readBeginSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), agreement: textOf(given.agreement) });
