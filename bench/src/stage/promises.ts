// Set-wise filling of the promise side: one programme, bundles, agreements, commitments with targets and periods.
import type pg from "pg";
import type { Size } from "./sizes.ts";

const uuid = (family: string, number: string) =>
  `('${family}0000000-0000-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;

/** Identifiers are written from numbers so that facts can name them without a look-up. */
export const agreementId = (number: string) => uuid("a", number);
export const commitmentId = (number: string) => uuid("c", number);
export const provinceId = (number: string) => uuid("b", number);

/** Eight provinces of one region, the number of agreements under one bundle in ten, twenty commitments in each;
 * the first fifty lie in the first province. */
export async function fillPromises(client: pg.Client, size: Size): Promise<void> {
  await client.query(`
    insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar)
    values (${uuid("b", "100")}, 'simulated', 'bench', '9', 'nation', null, 'Banc', 'منصة'),
           (${uuid("b", "101")}, 'simulated', 'bench', '90', 'region', ${uuid("b", "100")}, 'Banc', 'منصة')`);
  await client.query(`
    insert into territories (id, space, scheme, code, kind, parent_id, name_fr, name_ar, type)
    select ${provinceId("n")}, 'simulated', 'bench', '90.' || n, 'province', ${uuid("b", "101")}, 'P' || n, 'ب' || n,
           'province' from generate_series(0, 7) n`);
  await client.query(`
    insert into organisations (id, space, reference, kind, name, recorded_at)
    values (${uuid("d", "1")}, 'simulated', 'BENCH', 'public_employment_service', 'Bench', '2022-12-01')`);
  await client.query(
    `insert into agreements (id, space, reference, kind, title, folded, state, territory_id, lead_organisation_id,
                             recorded_at)
     select ${agreementId("n")}, 'simulated', 'BENCH-' || n,
            case when n = 0 then 'programme' when n % 11 = 0 then 'bundle' else 'instrument' end,
            'Agreement ' || n, 'agreement ' || n, 'in_force', case when n between 1 and 50 then ${provinceId("0")} else ${uuid("b", "101")} end, ${uuid("d", "1")}, '2022-12-15'
     from generate_series(0, $1::int) n`,
    [size.agreements],
  );
  await client.query(`
    insert into agreement_parents (space, agreement_id, parent_id, known)
    select space, id, ${agreementId("0")}, '[2022-12-15,)' from agreements where reference <> 'BENCH-0'`);
  await client.query(
    `insert into commitments (id, space, agreement_id, number, kind, indicator, indicator_version, unit, state, wording,
                              period_from, period_to, deadline, recorded_at)
     select ${commitmentId("n")}, 'simulated', ${agreementId("1 + n % $2")}, 1 + n / $2, 'result', 'placements', 1,
            'persons', 'final', 'Commitment ' || n, '2023-01-01', '2027-12-31', '2027-12-31', '2022-12-20'
     from generate_series(0, $1::int - 1) n`.replaceAll("$2", String(size.agreements)),
    [size.commitments],
  );
  await client.query(
    `insert into commitment_targets (id, commitment_id, version, quantity, qualifier, effective, period_from, period_to,
                                     deadline, recorded_at)
     select gen_random_uuid(), id, 1, 300 + abs(hashint4(number)) % 200, 'exact', '[2023-01-01,)', period_from,
            period_to, deadline, '2022-12-20' from commitments`,
  );
}
