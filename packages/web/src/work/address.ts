import { only, readSharedSearch } from "../app/address.ts";

export const urgencies = ["late", "waiting", "changed"] as const;
export type Urgency = (typeof urgencies)[number];

/** What the address of the home says: which part, which page. */
export function readWorkSearch(given: Record<string, unknown>) {
  return only({
    ...readSharedSearch(given),
    urgency: urgencies.find((one) => one === given.urgency),
    offset: typeof given.offset === "number" && given.offset > 0 ? Math.floor(given.offset) : undefined,
  });
}
export type WorkSearch = ReturnType<typeof readWorkSearch>;
