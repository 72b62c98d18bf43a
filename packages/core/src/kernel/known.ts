import { type RawBuilder, sql } from "kysely";

/**
 * The instant at which the day ends in the installation's time zone: what is recorded before it was known on that day
 * (ledger.md §3.8). Null: everything that is known now.
 */
export function endOfDay(day: string | null | undefined, timeZone: string): RawBuilder<Date> {
  if (day === null || day === undefined) return sql<Date>`'infinity'::timestamptz`;
  return sql<Date>`((${day}::date + 1)::timestamp at time zone ${timeZone})`;
}
