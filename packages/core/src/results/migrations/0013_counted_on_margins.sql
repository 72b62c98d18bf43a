-- What counts at the nodes of 0012, with the dimensions of the counting fact (as the first letters that `margins` asks
-- for): one row a subject and node, but for the subjects with one fact, whose row stands for all nodes above its
-- commitment (`carried`). It sees all facts, whatever the reader may see of persons.
create function counts_on(of_commitments uuid[], of_agreement uuid, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, indicator text, version smallint, evidence smallint, year smallint, month integer,
               sex integer, age integer, milieu integer, edu integer, quantity integer, overlap integer, carried boolean)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '32MB'
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare ids uuid[];
begin
  select array_agg(commitment_id) into ids from places_on(of_commitments, of_agreement, tree_on);
  return query
  with valid as materialized (select * from facts_on(ids, as_of, known_before)),
  elsewhere as materialized (
    select distinct v.id
    from valid v
    cross join lateral unnest(v.members) m (id)
    join facts o on o.subject_id = m.id and o.indicator = v.indicator and o.commitment_id <> v.commitment_id
    where v.known_elsewhere and o.refusal is null and o.fact_date <= as_of and o.recorded_at < known_before
      and not exists (select 1 from fact_entries e
                      where e.fact_id = o.id and e.kind = 'withdrawn' and e.recorded_at < known_before)
  ),
  pairs as materialized (
    select root, v.indicator, count(*) > 1 as crowded, count(e.id) > 0 as elsewhere
    from valid v left join elsewhere e on e.id = v.id group by root, v.indicator
  ),
  counting as (
    select v.commitment_id as node, v.indicator, version, level as evidence, year, month, sex, age_band, milieu, education,
           quantity, p.elsewhere, true as carried
    from valid v join pairs p using (root, indicator) where not p.crowded
    union all
    (select distinct on (root, v.indicator, n.node) n.node, v.indicator, version,
            max(level) over (partition by root, v.indicator, n.node), year, month, sex, age_band, milieu, education,
            quantity, p.elsewhere, false
     from valid v join pairs p using (root, indicator)
     join places_on(of_commitments, of_agreement, tree_on) o on o.commitment_id = v.commitment_id
     cross join lateral unnest(o.nodes) n (node)
     where p.crowded
     order by root, v.indicator, n.node, fact_date, level desc, id)
  )
  select node, indicator, version, evidence, year, month::integer, ascii(sex), ascii(age_band), ascii(milieu),
         ascii(education), quantity, case when elsewhere then quantity else 0 end, carried
  from counting;
end $$;
alter function counts_on owner to iltizam_counter;
revoke execute on function counts_on from public;

-- The same added up, with the margins of node_totals, at the nodes that the actor may see (0023).
create function counted_on(of_commitments uuid[], of_agreement uuid, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, indicator text, version smallint, evidence smallint, year smallint, overlapping bigint,
  total bigint, sex_f bigint, sex_m bigint, sex_u bigint, age_15_24 bigint, age_25_34 bigint, age_35_44 bigint,
  age_45_59 bigint, age_60_up bigint, age_other bigint, age_u bigint, milieu_r bigint, milieu_u bigint,
  milieu_unknown bigint, edu_0 bigint, edu_1 bigint, edu_2 bigint, edu_3 bigint, edu_4 bigint, edu_5 bigint,
  edu_6 bigint, edu_7 bigint, edu_8 bigint, edu_u bigint, month_01 bigint, month_02 bigint, month_03 bigint,
  month_04 bigint, month_05 bigint, month_06 bigint, month_07 bigint, month_08 bigint, month_09 bigint,
  month_10 bigint, month_11 bigint, month_12 bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute format('
    with leaves as (
      select node, carried, indicator, version, evidence, year, sum(overlap) as overlapping, %s
      from counts_on($1, $2, $3, $4, $5) group by node, carried, indicator, version, evidence, year
    )
    select n.node, indicator, version, evidence, year, sum(overlapping)::bigint, %s
    from leaves l
    left join places_on($1, $2, $5) p on l.carried and p.commitment_id = l.node
    cross join lateral unnest(coalesce(p.nodes, array[l.node])) n (node)
    where $6 is null or n.node = any($6)
    group by n.node, indicator, version, evidence, year',
    each_margin('coalesce(sum(quantity) filter (where %2$s), 0) as %1$I'), each_margin('sum(%1$I)::bigint'))
    using of_commitments, of_agreement, as_of, known_before, tree_on,
          case when not sees_all('any') then seen_nodes(array(
            select distinct n from places_on(of_commitments, of_agreement, tree_on) p, unnest(p.nodes) n)) end;
end $$;
alter function counted_on owner to iltizam_counter;
