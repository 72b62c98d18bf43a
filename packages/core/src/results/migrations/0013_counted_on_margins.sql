-- Counts at the nodes of 0012, with their margins; it sees all facts, whatever the reader may see of persons.
create function counted_on(of_commitments uuid[], of_agreement uuid, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, indicator text, version smallint, evidence smallint, year smallint, total bigint,
  overlapping bigint, sex_f bigint, sex_m bigint, sex_u bigint, age_15_24 bigint, age_25_34 bigint, age_35_44 bigint,
  age_45_59 bigint, age_60_up bigint, age_other bigint, age_u bigint, milieu_r bigint, milieu_u bigint,
  milieu_unknown bigint, edu_0 bigint, edu_1 bigint, edu_2 bigint, edu_3 bigint, edu_4 bigint, edu_5 bigint,
  edu_6 bigint, edu_7 bigint, edu_8 bigint, edu_u bigint, month_01 bigint, month_02 bigint, month_03 bigint,
  month_04 bigint, month_05 bigint, month_06 bigint, month_07 bigint, month_08 bigint, month_09 bigint,
  month_10 bigint, month_11 bigint, month_12 bigint)
language sql stable security definer set search_path = public, pg_temp set work_mem = '32MB' as $$
  with near as materialized (
    select * from facts_on(of_commitments, of_agreement, as_of, known_before, tree_on)
  ),
  members as materialized (
    select root, root || array_agg(id) as ids from merged_roots_before(known_before) group by root
  ),
  pairs as materialized (
    select n.root, n.indicator, count(*) as facts,
           count(distinct n.commitment_id) > 1
             or counts_elsewhere(coalesce(m.ids, array[n.root]), n.indicator, (array_agg(n.commitment_id))[1], as_of,
                                 known_before) as overlapping
    from near n left join members m on m.root = n.root
    group by n.root, n.indicator, m.ids
  ),
  alone as (
    select node, n.indicator, version, level as evidence, fact_date, sex, age_band, milieu, education,
           quantity::integer as quantity, p.overlapping
    from near n join pairs p on p.root = n.root and p.indicator = n.indicator and p.facts = 1
    cross join lateral unnest(n.nodes) node
  ),
  crowded as (
    select distinct on (n.root, n.indicator, node) node, n.indicator, version,
           max(level) over (partition by n.root, n.indicator, node) as evidence, fact_date, sex, age_band, milieu,
           education, quantity::integer as quantity, p.overlapping
    from near n join pairs p on p.root = n.root and p.indicator = n.indicator and p.facts > 1
    cross join lateral unnest(n.nodes) node
    order by n.root, n.indicator, node, fact_date, level desc, id
  ),
  counted as (
    select c.*, extract(year from fact_date)::smallint as year, extract(month from fact_date)::smallint as month
    from (select * from alone union all select * from crowded) c
  )
  select node, indicator, version, evidence, year, sum(quantity),
    coalesce(sum(quantity) filter (where overlapping), 0),
    coalesce(sum(quantity) filter (where sex = 'F'), 0), coalesce(sum(quantity) filter (where sex = 'M'), 0),
    coalesce(sum(quantity) filter (where sex = 'U'), 0), coalesce(sum(quantity) filter (where age_band = '15-24'), 0),
    coalesce(sum(quantity) filter (where age_band = '25-34'), 0), coalesce(sum(quantity) filter (where age_band = '35-44'), 0),
    coalesce(sum(quantity) filter (where age_band = '45-59'), 0), coalesce(sum(quantity) filter (where age_band = '60+'), 0),
    coalesce(sum(quantity) filter (where age_band = 'other'), 0), coalesce(sum(quantity) filter (where age_band = 'U'), 0),
    coalesce(sum(quantity) filter (where milieu = 'R'), 0), coalesce(sum(quantity) filter (where milieu = 'U'), 0),
    coalesce(sum(quantity) filter (where milieu = '?'), 0),
    coalesce(sum(quantity) filter (where education = '0'), 0), coalesce(sum(quantity) filter (where education = '1'), 0),
    coalesce(sum(quantity) filter (where education = '2'), 0), coalesce(sum(quantity) filter (where education = '3'), 0),
    coalesce(sum(quantity) filter (where education = '4'), 0),
    coalesce(sum(quantity) filter (where education = '5'), 0),
    coalesce(sum(quantity) filter (where education = '6'), 0),
    coalesce(sum(quantity) filter (where education = '7'), 0),
    coalesce(sum(quantity) filter (where education = '8'), 0),
    coalesce(sum(quantity) filter (where education = 'U'), 0), coalesce(sum(quantity) filter (where month = 1), 0),
    coalesce(sum(quantity) filter (where month = 2), 0), coalesce(sum(quantity) filter (where month = 3), 0),
    coalesce(sum(quantity) filter (where month = 4), 0), coalesce(sum(quantity) filter (where month = 5), 0),
    coalesce(sum(quantity) filter (where month = 6), 0), coalesce(sum(quantity) filter (where month = 7), 0),
    coalesce(sum(quantity) filter (where month = 8), 0), coalesce(sum(quantity) filter (where month = 9), 0),
    coalesce(sum(quantity) filter (where month = 10), 0), coalesce(sum(quantity) filter (where month = 11), 0),
    coalesce(sum(quantity) filter (where month = 12), 0)
  from counted
  group by node, indicator, version, evidence, year
$$;
alter function counted_on owner to iltizam_counter;
