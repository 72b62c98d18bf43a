import { only, readSharedSearch, textOf } from "../app/address.ts";

export const eventKinds = [
  "seminar",
  "regional_assizes",
  "study_visit",
  "signing_ceremony",
  "conference",
  "launch_ceremony",
  "progress_meeting",
  "job_fair",
  "official_visit",
  "press_release",
  "forum",
  "council_session",
  "board_meeting",
  "committee",
  "other",
] as const;
const sorts = ["date", "name", "kind"] as const;

/** What the address of the list of events says. */
export function readEventsSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    text: textOf(given.text),
    kind: eventKinds.find((kind) => kind === given.kind),
    as: given.as === "table" ? ("table" as const) : undefined,
    sort: sorts.find((sort) => sort === given.sort),
    direction: given.direction === "asc" ? ("asc" as const) : undefined,
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type EventsSearch = ReturnType<typeof readEventsSearch>;

/** The page of an event: which words stand open beside it. */
export const readEventSearch = (given: Record<string, unknown>) =>
  only({ ...readSharedSearch(given), open: textOf(given.open) });
