// How long before its end an attestation is asked for again, and which ones end by then.
import { type RawBuilder, sql } from "kysely";
import { type Db, onlyRow, type PlainDate, termInQuestion } from "../kernel/index.ts";
import { verifiedKinds } from "./model.ts";

/** Without a last day of its own a check holds for a year. */
export const holdsDays = 365;

/** Months; set beside the terms of alarms. */
export const attestationTerm = { name: "organisations.attestation", givenMonths: 1 } as const;

const soonAfter = (day: PlainDate) => sql`
  (${day}::date + make_interval(months => ${termInQuestion(attestationTerm.name, day, attestationTerm.givenMonths)}))::date`;

/** What ends by this day is to be asked for again. */
export async function warnedUntil(db: Db, day: PlainDate): Promise<PlainDate> {
  return (await onlyRow(db, sql<{ soon: PlainDate }>`select ${soonAfter(day)} as soon`)).soon;
}

/**
 * Selects `organisation_id`, `points` (those that end by then, or have ended, the first one first) and `until` (the last
 * day of the first): of partners that have to be verified, of each point the latest check.
 */
export const endingAttestations = (day: PlainDate): RawBuilder<unknown> => sql`
  select c.organisation_id, string_agg(c.point, ' ' order by c.until, c.point) as points, min(c.until) as until
  from (select distinct on (organisation_id, point) organisation_id, point, outcome,
               least(expires_on, checked_on + ${holdsDays}::integer) as until
        from organisation_checks where checked_on <= ${day}::date
        order by organisation_id, point, checked_on desc, id desc) c
  join organisations o on o.id = c.organisation_id and o.kind = any(${[...verifiedKinds]}::text[])
  where c.outcome <> 'not_in_order' and c.until <= ${soonAfter(day)}
  group by c.organisation_id`;
