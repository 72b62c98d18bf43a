import { dayOf, only, readSharedSearch, textOf } from "../app/address.ts";

export const measures = ["announced", "signed", "declared", "realised", "proven"] as const;
export type Measure = (typeof measures)[number];

/** What the address of the journal says. */
export function readJournalSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    subject: textOf(given.subject),
    object: textOf(given.object),
    actor: textOf(given.actor),
    act: textOf(given.act),
    from: dayOf(given.from),
    to: dayOf(given.to),
    figure: textOf(given.figure),
    measure: measures.find((one) => one === given.measure),
  });
}
export type JournalSearch = ReturnType<typeof readJournalSearch>;
