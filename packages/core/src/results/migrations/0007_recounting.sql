-- From gathered facts (0006) to counts per node: the long way for subjects with several facts, the short for the rest.

-- Cells of the subjects with several facts, by the rule of ledger.md §3.2 at each of their nodes.
create function count_crowded() returns void language plpgsql
security definer set search_path = public, pg_temp
set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.crowded_pairs, pg_temp.crowded_cells;
  create temp table crowded_pairs on commit drop as
  select sign, root, indicator, count(distinct commitment_id) > 1 as overlapping
  from touched_facts group by sign, root, indicator having count(*) > 1;
  analyze crowded_pairs;
  create temp table crowded_cells on commit drop as
  with placed as (
    select f.*, c.overlapping, n.node, w.span, w.year
    from touched_facts f
    join crowded_pairs c using (sign, root, indicator)
    join recount_paths p on p.leaf in (f.commitment_id, f.territory_id)
    cross join lateral unnest(p.nodes) n (node)
    cross join lateral (values ('life', 0), ('year', extract(year from f.fact_date)::smallint)) w (span, year)
  )
  select distinct on (sign, root, indicator, node, span, year)
         sign, root, node, span, indicator, version, overlapping,
         max(level) over (partition by sign, root, indicator, node, span, year) as level,
         fact_date, sex, age_band, milieu, education, segments, quantity
  from placed
  order by sign, root, indicator, node, span, year, fact_date, level desc, id;
end $$;
alter function count_crowded owner to iltizam_counter;

-- Every count with its place: a leaf (commitment or territory, to be carried up its path) or a node of its own.
create function counted_places()
returns table (place uuid, span text, year smallint, month smallint, indicator text, version smallint,
               evidence smallint, sex char(1), age_band text, milieu char(1), education text, segments text[],
               quantity bigint, overlapping boolean)
language plpgsql set search_path = public, pg_temp as $$
begin
  return query
  with alone as (
    select f.* from touched_facts f
    where not exists (select 1 from crowded_pairs c
                      where c.sign = f.sign and c.root = f.root and c.indicator = f.indicator)
  )
  select l.leaf, null::text, extract(year from f.fact_date)::smallint, extract(month from f.fact_date)::smallint,
         f.indicator, f.version, f.level, f.sex, f.age_band, f.milieu, f.education, f.segments,
         f.sign * f.quantity, false
  from alone f cross join lateral (values (f.commitment_id), (f.territory_id)) l (leaf) where l.leaf is not null
  union all
  select c.node, c.span, extract(year from c.fact_date)::smallint, extract(month from c.fact_date)::smallint,
         c.indicator, c.version, c.level, c.sex, c.age_band, c.milieu, c.education, c.segments,
         c.sign * c.quantity, c.overlapping
  from crowded_cells c;
end $$;

-- Fills `recounted_totals` and `recounted_segments` with the counts (after − before, where both were gathered).
create function recount() returns void language plpgsql
security definer set search_path = public, pg_temp
set client_min_messages = warning as $$
begin
  perform gather_paths();
  perform count_crowded();
  drop table if exists pg_temp.placed_counts, pg_temp.recounted_totals, pg_temp.recounted_segments;
  create temp table placed_counts on commit drop as select * from counted_places();
  perform recount_margins();
  create temp table recounted_segments on commit drop as
  select n.node, c.indicator, c.version, c.evidence, s.segment, sum(c.quantity)::integer as total
  from (select place, span is null as leaf, indicator, version, evidence, segments, sum(quantity) as quantity
        from placed_counts where segments <> '{}' and span is distinct from 'year' group by 1, 2, 3, 4, 5, 6) c
  left join recount_paths p on p.leaf = c.place and c.leaf
  cross join lateral unnest(case when c.leaf then p.nodes else array[c.place] end) n (node)
  cross join lateral unnest(c.segments) s (segment)
  group by 1, 2, 3, 4, 5 having sum(c.quantity) <> 0;
  analyze recounted_totals;
end $$;
alter function recount owner to iltizam_counter;
alter function counted_places owner to iltizam_counter;
revoke execute on function counted_places, recount from public;
grant execute on function recount to iltizam_app;
