// Set-wise filling of the ledger: facts, verifications, kept totals and blocks, by the ledger's own functions.
import type pg from "pg";
import { commitmentId, provinceId } from "./promises.ts";
import type { Size } from "./sizes.ts";

const chunk = 500_000;

/**
 * Facts about persons. One subject in ten is met again: half of those under another commitment (overlap), half under
 * the same (repeat). Six facts in ten are verified at E2 or E3.
 */
export async function fillFacts(client: pg.Client, size: Size, tell: (text: string) => void): Promise<void> {
  for (let from = 0; from < size.facts; from += chunk) {
    const to = Math.min(size.facts, from + chunk) - 1;
    await client.query("begin");
    await client.query("select set_config('iltizam.actor', 'bench', true)");
    await client.query(insertFacts(size), [from, to]);
    await client.query(insertVerifications, [from, to]);
    await client.query("commit");
    tell(`${to + 1} facts`);
  }
  await client.query("analyze facts, fact_entries");
  await client.query("begin");
  await client.query("select set_config('iltizam.actor', 'bench', true), take_ledger_alone()");
  await client.query("select recount_everything()");
  await client.query("select add_recount()");
  await client.query("commit");
  tell("totals counted");
  await client.query("begin");
  await client.query("select set_config('iltizam.actor', 'bench', true)");
  await client.query("select seal_blocks('2026-01-01')");
  await client.query("commit");
  tell("blocks sealed");
  await client.query("vacuum analyze");
}

const insertFacts = (size: Size) => `
  insert into facts (id, subject_id, indicator, indicator_version, fact_date, commitment_id, space, territory_id, sex,
                     age_band, milieu, education, segments, claimed, source, row_key, content_key, recorded_by,
                     recorded_at, journal_id, salt, external_id)
  select ('f0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
         md5('subject ' || case when h % 10 = 0 and n > 1009 then n - 1009 else n end)::uuid,
         'placements', 1, date '2023-01-01' + (h / 7 % 1090)::int,
         ${commitmentId(`case when h % 20 = 0 and n > 1009 then (n - 1009) * 7919 % ${size.commitments}
                         else n * 7919 % ${size.commitments} end`)},
         'simulated', ${provinceId("h % 8")}, (array['F', 'M', 'U'])[1 + h / 3 % 2 + (h % 100 / 99)],
         (array['15-24', '25-34', '35-44', '45-59', '60+'])[1 + h / 11 % 5], (array['R', 'U', '?'])[1 + h / 13 % 3],
         (h / 17 % 9)::text, case when h % 3 = 0 then '{youth}'::text[] else '{}' end, 2, 'bench',
         sha256(int8send(n)), sha256(int8send(h)), 'bench', timestamptz '2023-01-02' + (n % 1095) * interval '1 day',
         '00000000-0000-7000-8000-000000000001', sha256(int8send(h + 1)), 'X-' || n
  from (select n, abs(hashint8extended(n, 42)) as h from generate_series($1::bigint, $2::bigint) n) numbered`;

const insertVerifications = `
  insert into fact_entries (id, fact_id, kind, evidence, recorded_by, recorded_at, journal_id)
  select gen_random_uuid(), ('f0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'verified',
         2 + (h % 2)::smallint, 'verifier', timestamptz '2023-02-02' + (n % 1095) * interval '1 day',
         '00000000-0000-7000-8000-000000000001'
  from (select n, abs(hashint8extended(n, 43)) as h from generate_series($1::bigint, $2::bigint) n) numbered
  where h % 10 < 6`;
