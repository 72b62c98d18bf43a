// A thousand agreements beside the others, with everything that can be late about them.
import type pg from "pg";

export const agreements = 1_000;

const region = "b0000000-0000-4000-8000-000000000801";
const id = (family: string) => `('${family}000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const session = `('e1000000-0000-4000-8000-' || lpad((n * 10 + s)::text, 12, '0'))::uuid`;

const files: readonly string[] = [
  `insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar)
     values ('b0000000-0000-4000-8000-000000000800', 'real', 'bench', '8', 'nation', null, 'Banc', 'منصة'),
            ('${region}', 'real', 'bench', '80', 'region', 'b0000000-0000-4000-8000-000000000800', 'Banc', 'منصة')`,
  `insert into organisations (id, space, reference, kind, name, recorded_at)
     values ('d0000000-0000-4000-8000-000000000800', 'real', 'ALARM-CO', 'company', 'Bench', '2022-12-01')`,
  `insert into agreements (id, space, reference, kind, type, title, folded, state, territory_id, next_action,
                             next_action_on, recorded_at)
     select ${id("a8")}, 'real', 'ALARM-' || n, 'instrument',
            case when n % 10 = 0 then 'letter_of_intent' else 'convention' end, 'Agreement ' || n, 'agreement ' || n,
            case when n % 10 = 0 then 'signed' else 'in_force' end, '${region}', 'call',
            current_date + (case when n % 7 = 0 then -30 else 30 end), '2022-12-15' from generate_series(1, ${agreements}) n`,
  `insert into agreement_states (id, agreement_id, from_state, to_state, reported, effective_on, recorded_at)
     select gen_random_uuid(), ${id("a8")}, f, t, false, d::date, d::timestamptz from generate_series(1, ${agreements}) n,
            (values (null, 'lead', '2022-12-15'), ('lead', 'signed', '2023-01-15'), ('signed', 'in_force', '2023-02-01'))
              as passed (f, t, d) where n % 10 <> 0 or t <> 'in_force'`,
];

const followUp: readonly string[] = [
  `insert into committees (id, space, agreement_id, kind, name, presided_by, every_months, set_up_on, recorded_at)
     select ${id("c8")}, 'real', ${id("a8")}, 'follow_up', 'Committee', 'wali', 3, '2023-02-01', '2023-02-01'
     from generate_series(1, ${agreements}) n`,
  `insert into events (id, space, reference, kind, territory_id, recorded_at)
     select ${session}, 'real', 'ALARM-E' || (n * 10 + s), case when s = 5 then 'audit' else 'committee' end, '${region}',
            '2023-03-01' from generate_series(1, ${agreements}) n, generate_series(1, 5) s`,
  `insert into event_agreements (event_id, agreement_id, space, relation)
     select ${session}, ${id("a8")}, 'real', 'discussed_at' from generate_series(1, ${agreements}) n, generate_series(1, 5) s`,
  `insert into committee_meetings (event_id, space, committee_id, state, starts_at, minutes_long, language, held_on)
     select ${session}, 'real', ${id("c8")}, 'held', current_date, 60, 'fr',
            current_date - case when n % 7 = 0 then 200 else 20 end from generate_series(1, ${agreements}) n,
            generate_series(1, 4) s`,
  `insert into event_decisions (id, event_id, space, number, decision, due_on, done_on, recorded_at)
     select gen_random_uuid(), ${session}, 'real', d, 'Decision ' || d,
            current_date - case when (n + d) % 7 = 0 then 10 else -10 end,
            case when d % 2 = 0 then current_date - 20 end, '2023-03-01'
     from generate_series(1, ${agreements}) n, generate_series(1, 5) s, generate_series(1, 10) d`,
  `insert into report_schedules (id, space, agreement_id, organisation_id, kind, every_months, days_after, language,
                                   recorded_at)
     select ${id("f8")}, 'real', ${id("a8")}, 'd0000000-0000-4000-8000-000000000800', 'activity', 3, 30, 'fr', '2023-02-01'
     from generate_series(1, ${agreements}) n`,
  `insert into reports (id, space, schedule_id, agreement_id, organisation_id, kind, period_from, period_to, due_on, state,
                          received_at)
     select gen_random_uuid(), 'real', ${id("f8")}, ${id("a8")}, 'd0000000-0000-4000-8000-000000000800', 'activity', d, d + 89,
            d + 120, case when n % 7 = 0 then 'due' else 'accepted' end, case when n % 7 <> 0 then now() end
     from generate_series(1, ${agreements}) n, generate_series(1, 12) q, lateral (select date '2023-01-01' + q * 90 as d) x`,
  `insert into commitments (id, space, agreement_id, number, kind, state, wording, recorded_at)
     select ${id("c9")}, 'real', ${id("a8")}, 1, 'result', 'draft', 'Commitment', '2023-02-01'
     from generate_series(1, ${agreements}) n`,
  `insert into declarations (id, space, commitment_id, declarant_id, period, quantity, version, declared_on, recorded_by,
                               recorded_at)
     select gen_random_uuid(), 'real', ${id("c9")}, 'd0000000-0000-4000-8000-000000000800',
            daterange(date '2023-01-01' + q * 90, date '2023-01-01' + q * 90 + 80), 10, 1,
            case when n % 7 = 0 then date '2023-06-01' else current_date - 40 end, 'bench', '2023-06-01'
     from generate_series(1, ${agreements}) n, generate_series(1, 2) q`,
];

/**
 * A thousand agreements in force with a committee, five sessions of ten decisions, twelve reports and two declarations
 * each, one letter of intent in ten; every seventh of everything is late. Returns the id of their region.
 */
export async function fillAlarms(client: pg.Client): Promise<string> {
  await client.query("select set_config('iltizam.actor', 'bench', false)");
  const known = await client.query("select from agreements where reference = 'ALARM-1'");
  if (known.rows.length > 0) return region;
  for (const statement of [...files, ...followUp]) await client.query(statement);
  await client.query("analyze");
  return region;
}
