-- What counts at the nodes of 0012: one row a subject and node, with the dimensions of the counting fact (as the first
-- letters that `margins` asks for). It sees all facts, whatever the reader may see of persons.
create function counts_on(of_commitments uuid[], of_agreement uuid, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, indicator text, version smallint, evidence smallint, year smallint, month integer,
               sex integer, age integer, milieu integer, edu integer, quantity integer, overlap integer)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '32MB'
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare ids uuid[]; subjects uuid[];
begin
  -- read first, so that the plan below knows how few they are
  select array_agg(commitment_id) into ids from places_on(of_commitments, of_agreement, tree_on);
  select array_agg(distinct subject_id) into subjects from facts where commitment_id = any(ids);
  return query
  with merged as materialized (select * from merged_roots_before(known_before)),
  family as materialized (
    select id from unnest(subjects) id
    union select b.id from merged a join merged b on b.root = a.root where a.id = any(subjects)
    union select a.root from merged a where a.id = any(subjects)
    union select a.id from merged a where a.root = any(subjects)
  ),
  valid as materialized (
    select v.*, coalesce(m.root, v.subject_id) as root
    from valid_before(null, (select array_agg(id) from family), as_of, known_before) v
    left join merged m on m.id = v.subject_id
  ),
  pairs as materialized (
    select root, indicator, count(*) filter (where commitment_id = any(ids)) as facts,
           count(distinct commitment_id) > 1 as overlapping
    from valid group by root, indicator
  ),
  near as materialized (
    select v.*, p.overlapping, p.facts, n.node
    from valid v join pairs p using (root, indicator)
    join places_on(of_commitments, of_agreement, tree_on) o on o.commitment_id = v.commitment_id
    cross join lateral unnest(o.nodes) n (node)
  ),
  alone as (
    select node, indicator, version, level as evidence, year, month, sex, age_band, milieu, education, quantity,
           overlapping
    from near where facts = 1
  ),
  crowded as (
    select distinct on (root, indicator, node) node, indicator, version,
           max(level) over (partition by root, indicator, node) as evidence, year, month, sex, age_band, milieu, education,
           quantity, overlapping
    from near where facts > 1
    order by root, indicator, node, fact_date, level desc, id
  )
  select node, indicator, version, evidence, year, month::integer, ascii(sex), ascii(age_band), ascii(milieu),
         ascii(education), quantity, case when overlapping then quantity else 0 end
  from (select * from alone union all select * from crowded) c;
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
    select node, indicator, version, evidence, year, sum(overlap), %s
    from counts_on($1, $2, $3, $4, $5) where $6 is null or node = any($6) group by node, indicator, version, evidence, year',
    each_margin('coalesce(sum(quantity) filter (where %2$s), 0)'))
    using of_commitments, of_agreement, as_of, known_before, tree_on,
          case when not sees_all('any') then seen_nodes(array(
            select distinct n from places_on(of_commitments, of_agreement, tree_on) p, unnest(p.nodes) n)) end;
end $$;
alter function counted_on owner to iltizam_counter;
