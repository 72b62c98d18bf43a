// Tranches: one whose day is near waits, one whose day has passed is late, whatever still lacks; for who calls it and for
// the officer who prepares the call.
import { sql } from "kysely";
import { endedStates } from "../agreements/index.ts";
import type { WorkQuestion } from "../kernel/index.ts";

/** A tranche of which nothing is late is announced so many days before its day. */
const announcedDays = 30;

export const work: readonly WorkQuestion[] = [
  {
    name: "tranches.call",
    permission: "tranches.plan",
    rows: ({ mine, day, space }) => sql`
      select distinct case when t.planned_on < ${day}::date then ${"tranches.work.late"}::text
                           else ${"tranches.work.soon"}::text end,
             jsonb_build_object('tranche', t.number, 'contribution', a.reference || '/M' || c.number),
             case when t.planned_on < ${day}::date then 'late' else 'waiting' end,
             'tranche ' || t.id, a.reference, a.title, a.title_ar, a.title_en, t.planned_on, null::timestamptz,
             '/agreements/' || a.reference || '/money/M' || c.number || '#tranches'
      from ${mine} m
      join agreements a on a.id = m.agreement_id
      join contributions c on c.agreement_id = a.id
      join tranches t on t.contribution_id = c.id
      where m.role in ('R1', 'R4', 'R7') and t.space = ${space} and t.dropped_why is null
        and t.planned_on <= ${day}::date + ${announcedDays}::int and a.state <> all(${[...endedStates]}::text[])
        and not exists (
          select from tranche_calls k join contribution_movements v on v.first_id = k.movement_id
          where k.tranche_id = t.id
            and not exists (select from movement_withdrawals w where w.movement_id = v.id))`,
  },
];
