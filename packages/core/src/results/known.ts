// Reading the past (ledger.md §3.8).
import { type RawBuilder, sql } from "kysely";

export interface ReadOn {
  /** Facts dated, and declarations made, on or before this day; null: every date. */
  readonly asOf: string | null;
  /** As recorded, and as the tree was, by the end of this day in `timeZone`; null: as known now. */
  readonly knownOn: string | null;
  readonly timeZone: string;
}

/** The instant before which things were known: the end of the day in the installation's zone. */
export function knownBefore({ knownOn, timeZone }: Pick<ReadOn, "knownOn" | "timeZone">): RawBuilder<Date> {
  if (knownOn === null) return sql`'infinity'::timestamptz`;
  return sql`((${knownOn}::date + 1)::timestamp at time zone ${timeZone})`;
}
