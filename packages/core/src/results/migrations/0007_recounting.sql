-- From gathered facts (0006) to counts per node: the long way for subjects with several facts, the short for the rest.

-- The functions below read tables that exist only while a recount runs.
set local check_function_bodies = off;

-- Cells of the subjects with several valid facts, by the rule of ledger.md §3.2 at each of their nodes.
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
    from crowded_pairs c
    join touched_facts f using (sign, root, indicator)
    join recount_paths p on p.leaf = f.commitment_id
    left join recount_paths t on t.leaf = f.territory_id
    cross join lateral unnest(p.nodes || coalesce(t.nodes, '{}')) n (node)
    cross join lateral (values ('life', 0), ('year', extract(year from f.fact_date)::smallint)) w (span, year)
  )
  select distinct on (sign, root, indicator, node, span, year)
         sign, root, node, span, indicator, version, overlapping,
         -- not named level: `order by` would take the highest of all for that of the fact
         max(level) over (partition by sign, root, indicator, node, span, year) as evidence,
         fact_date, sex, age_band, milieu, education, segments, quantity
  from placed
  order by sign, root, indicator, node, span, year, fact_date, level desc, id;
end $$;
alter function count_crowded owner to iltizam_counter;

-- Every count with its place: a leaf (commitment or territory, to be carried up its path) or a node of its own. In a
-- recount of everything the facts are added up elsewhere as if each were alone; here those that are not are taken out.
create function counted_places(of_everything boolean)
returns table (place uuid, span text, fact_date date, indicator text, version smallint, evidence smallint,
               sex char(1), age_band text, milieu char(1), education text, segments text[], quantity integer,
               overlapping boolean)
language sql stable as $$
  select l.leaf, null, f.fact_date, f.indicator, f.version, f.level, f.sex, f.age_band, f.milieu, f.education,
         f.segments, (case when of_everything then -1 else 1 end * f.sign * f.quantity)::integer, false
  from touched_facts f
  left join crowded_pairs c on c.sign = f.sign and c.root = f.root and c.indicator = f.indicator
  cross join lateral (values (f.commitment_id), (f.territory_id)) l (leaf)
  where l.leaf is not null and (c.root is not null) = of_everything
  union all
  select c.node, c.span, c.fact_date, c.indicator, c.version, c.evidence, c.sex, c.age_band, c.milieu, c.education,
         c.segments, (c.sign * c.quantity)::integer, c.overlapping
  from crowded_cells c
$$;
alter function counted_places owner to iltizam_counter;

-- All valid facts, each at its commitment and at its territory as if its subject had no other.
create function facts_as_if_alone()
returns table (place uuid, span text, fact_date date, indicator text, version smallint, evidence smallint,
               sex char(1), age_band text, milieu char(1), education text, segments text[], quantity integer,
               overlapping boolean)
language sql stable as $$
  select l.leaf, null, f.fact_date, f.indicator, f.indicator_version, coalesce(e.level, 1::smallint), f.sex, f.age_band,
         f.milieu, f.education, f.segments, f.quantity::integer, false
  from facts f
  left join (select fact_id, max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
             from fact_entries group by fact_id) e on e.fact_id = f.id
  cross join lateral (values (f.commitment_id), (f.territory_id)) l (leaf)
  where f.refusal is null and e.withdrawn is not true and l.leaf is not null
$$;
alter function facts_as_if_alone owner to iltizam_counter;

-- Fills `recounted_totals` and `recounted_segments` with the difference of what was gathered (after − before).
create function recount() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform gather_paths();
  perform count_crowded();
  perform sum_places(array['select * from counted_places(false)']);
  perform carry_up();
end $$;
alter function recount owner to iltizam_counter;

-- The same for all facts, from nothing. Few subjects have several facts of an indicator: the index finds them.
create function recount_everything() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform open_recount();
  insert into touched_subjects select subject_id, indicator from facts group by 1, 2 having count(*) > 1;
  insert into touched_subjects
  select f.subject_id, f.indicator
  from (select id from merged_roots() union select root from merged_roots()) m join facts f on f.subject_id = m.id
  except select * from touched_subjects;
  analyze touched_subjects;
  perform gather_facts(1::smallint);
  insert into recount_paths
  select c.id, c.id || a.path
  from commitments c join (select id, agreement_path(id) as path from agreements) a on a.id = c.agreement_id
  union all
  select t.id, (select array_agg(node) from unnest(territory_path(t.id)) node
                join territories a on a.id = node and a.kind <> 'commune') from territories t;
  analyze touched_facts;
  analyze recount_paths;
  perform count_crowded();
  perform sum_places(array['select * from facts_as_if_alone()', 'select * from counted_places(true)']);
  perform carry_up();
end $$;
alter function recount_everything owner to iltizam_counter;
revoke execute on function count_crowded, counted_places, facts_as_if_alone, recount, recount_everything from public;
