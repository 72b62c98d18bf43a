// Agreements and commitments to which the rows of a generated file belong: a hundred agreements of a programme, twenty
// commitments in each, one in ten with conditions of eligibility.
import type pg from "pg";

const id = (family: string, number: string) =>
  `('${family}0000000-0000-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;

/** Fills an empty migrated database; the references are those of `benchCommitments` and `benchPlaces`. */
export async function makeImportWorld(client: pg.Client, agreements: number, each: number): Promise<void> {
  await client.query("select set_config('iltizam.actor', 'bench', false)");
  await client.query(territories);
  await client.query(words);
  await client.query(`
    insert into agreements (id, space, reference, kind, title, folded, state, recorded_at)
    select ${id("a", "n")}, 'simulated', 'BENCH-' || n, case n when 0 then 'programme' else 'instrument' end,
           'Agreement ' || n, 'agreement ' || n, 'in_force', '2022-12-15' from generate_series(0, ${agreements}) n`);
  await client.query(`
    insert into agreement_parents (agreement_id, parent_id, space, known)
    select id, ${id("a", "0")}, 'simulated', '[2022-12-15,)' from agreements where reference <> 'BENCH-0'`);
  await client.query(`
    insert into commitments (id, space, agreement_id, number, kind, indicator, indicator_version, unit, state, wording,
                             period_from, period_to, recorded_at)
    select ${id("c", "n")}, 'simulated', ${id("a", `1 + n % ${agreements}`)}, 1 + n / ${agreements}, 'result',
           'bench_jobs', 1, 'persons', 'final', 'Commitment ' || n, '2023-01-01',
           case when n % 7 = 0 then date '2025-06-30' else date '2027-12-31' end, '2022-12-20'
    from generate_series(0, ${agreements * each - 1}) n`);
  await client.query(`
    insert into commitment_eligibility (commitment_id, space, rule, value)
    select id, 'simulated', rule, value from commitments
    cross join (values ('age_from', '18'), ('age_to', '45')) r (rule, value)
    where right(id::text, 12)::bigint % 10 = 3`);
  await client.query("vacuum analyze");
}

const territories = `
  insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar)
  select ${id("b", "100")}, 'simulated', 'bench', '9', 'nation', null, 'Banc', 'منصة'
  union all select ${id("b", "101")}, 'simulated', 'bench', '90', 'region', ${id("b", "100")}, 'Banc', 'منصة'
  union all select ${id("b", "n")}, 'simulated', 'bench', '90.' || n, 'province', ${id("b", "101")}, 'P' || n, 'ب' || n
  from generate_series(0, 7) n`;

const words = `
  with known as (
    insert into indicators (code, label_fr, label_ar, label_en, unit, nature, subject, aggregation)
    values ('bench_jobs', 'x', 'x', 'x', 'persons', 'flow', 'person', 'distinct') returning code
  ), youth as (
    insert into populations (code, label_fr, label_ar, label_en, definition_fr, definition_ar, definition_en)
    values ('youth', 'x', 'x', 'x', 'x', 'x', 'x')
  )
  insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                  definition_en, proof_level, recorded_at)
  select code, 1, '2020-01-01', 'defined', 'x', 'x', 'x', 2, '2020-01-01' from known`;
