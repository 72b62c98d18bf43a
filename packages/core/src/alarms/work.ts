// The alarms that nobody else asks about here: committees, reports, letters and agreements that sleep. Decisions and next
// actions are asked by the folders that own them.
import { sql } from "kysely";
import { nameReferenceOf, type WorkQuestion } from "../kernel/index.ts";
import { causes, live } from "./causes.ts";
import { mostPointsNamed, placeToAct } from "./model.ts";

const asked = ["committee_not_held", "report_overdue", "letter_without_follow_up", "dormant"] as const;

/** The screen on which one acts, with the reference left open. */
const places = JSON.stringify(
  Object.fromEntries(asked.map((kind) => [kind, placeToAct(kind, { agreement: "$" })])),
);

/** The points `d.points` as messages, the first by name and the others as their number. */
const pointsSaid = sql`
  (select jsonb_agg(case when nth < ${mostPointsNamed} or n <= ${mostPointsNamed}
                         then 'message:["organisations","point.' || point || '",{}]'
                         else 'message:["alarms","other_points",{"count":' || n - ${mostPointsNamed - 1} || '}]' end order by nth)
   from (select point, nth, count(*) over () as n
         from unnest(string_to_array(d.points, ' ')) with ordinality each (point, nth)) each
   where nth <= ${mostPointsNamed})`;

/** An overdue report's subject is its kind and its period, the parts apart; a committee's is its name. */
const reportPart = (nth: number) =>
  sql`case when d.kind = 'report_overdue' then split_part(d.subject, ' ', ${nth}) else '' end`;

export const work: readonly WorkQuestion[] = [
  {
    name: "alarms.late",
    permission: "alarms.read",
    rows: ({ mine, day, timeZone, space }) => sql`
      with live as materialized (${live(space, null)}),
      due as (${sql.join(
        asked.map((kind) => causes[kind]({ today: day, timeZone, space, agreement: null })),
        sql` union all `,
      )})
      select 'alarms.alarm.' || d.kind,
             jsonb_build_object('agreement', a.reference, 'subject', coalesce(d.subject, ''), 'day', d.due_on,
                                'days', ${day}::date - d.due_on, 'report', ${reportPart(1)}, 'from', ${reportPart(2)},
                                'to', ${reportPart(3)}),
             'late', concat_ws(' ', 'alarm', d.kind, a.id, d.subject), a.reference, a.title, a.title_ar, a.title_en,
             d.due_on, null::timestamptz, replace(${places}::jsonb ->> d.kind, '$', a.reference)
      from due d
      join agreements a on a.id = d.agreement_id
      where exists (select from ${mine} m where m.agreement_id = a.id
                    and (m.role in ('R1', 'R4') or (m.role = 'R8' and d.kind = 'committee_not_held')))`,
  },
  {
    name: "alarms.attestations",
    permission: "alarms.read",
    rows: ({ mine, day, timeZone, space }) => sql`
      with live as materialized (${live(space, null)}),
      due as (select * from (${causes.attestation_ends({ today: day, timeZone, space, agreement: null })}) f (kind, agreement_id, points, partner, meeting, until))
      select 'alarms.alarm.attestation_ends',
             jsonb_build_object('agreement', string_agg(a.reference, ', ' order by a.reference), 'owner',
                                ${nameReferenceOf("o")}, 'day', d.until,
                                'points', 'message:'::text || jsonb_build_array('alarms', 'points', jsonb_build_object('list',
                                  ${pointsSaid}))::text),
             case when d.until < ${day}::date then 'late' else 'waiting' end, 'alarm attestation_ends ' || o.id, o.reference,
             o.name, o.name_ar, o.name_en, d.until, null::timestamptz,
             replace(${placeToAct("attestation_ends", { agreement: "", owner: "$" })}, '$', o.reference)
      from due d
      join agreements a on a.id = d.agreement_id
      join organisations o on o.id = d.partner
      where exists (select from ${mine} m where m.agreement_id = a.id and m.role in ('R1', 'R4'))
      group by o.id, d.points, d.until`,
  },
];
