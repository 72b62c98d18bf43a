import { only, readSharedSearch, textOf } from "../app/address.ts";

const sorts = ["dueOn", "kind", "agreement"] as const;
export const kinds = [
  "committee_not_held",
  "report_overdue",
  "letter_without_follow_up",
  "next_action_overdue",
  "decision_overdue",
  "recommendation_overdue",
  "dormant",
  "attestation_ends",
] as const;

/** What the address of the list of alarms says. */
export function readAlarmsSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    kind: kinds.find((kind) => kind === given.kind),
    region: textOf(given.region),
    agreement: textOf(given.agreement),
    sort: sorts.find((sort) => sort === given.sort),
    direction: given.direction === "desc" ? ("desc" as const) : undefined,
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type AlarmsSearch = ReturnType<typeof readAlarmsSearch>;
