-- From gathered facts (0006) to counts per node.

-- The functions below read tables that exist only while a recount runs.
set local check_function_bodies = off;

-- Everything is counted as if each fact were alone, which is a sum; then the nodes at which a subject has several facts
-- are put right: all of them are taken out there, and the counting fact put in with the highest evidence. Here are those
-- subjects, their facts ranked by the rule of ledger.md §3.2, and those nodes.
create function find_crowded() returns void language plpgsql
security definer set search_path = public, pg_temp
set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.crowded_facts, pg_temp.crowded_nodes;
  create temp table crowded_facts on commit drop as
  select f.*, c.pair, c.overlapping,
         (row_number() over (partition by c.pair order by f.fact_date, f.level desc, f.id))::integer as rank,
         count(*) over (partition by c.pair, f.year) > 1 as in_crowded_year
  from (select (row_number() over ())::integer as pair, sign, root, indicator, overlapping
        from (select sign, root, indicator, count(distinct commitment_id) > 1 as overlapping
              from touched_facts group by sign, root, indicator having count(*) > 1) p) c
  join touched_facts f using (sign, root, indicator);
  analyze crowded_facts;
  create temp table crowded_nodes on commit drop as
  select pair, node, counted_year, min(rank) as rank, max(level) as evidence
  from crowded_places() group by pair, node, counted_year having count(*) > 1;
  analyze crowded_nodes;
end $$;
alter function find_crowded owner to iltizam_counter;

-- The facts of crowded subjects at each of their nodes, for the whole life (0) and for the year.
create function crowded_places()
returns table (pair integer, rank integer, level smallint, node uuid, counted_year smallint) language sql stable as $$
  select f.pair, f.rank, f.level, n.node, w.counted_year
  from crowded_facts f
  join recount_paths p on p.leaf = f.commitment_id
  left join recount_paths t on t.leaf = f.territory_id
  cross join lateral unnest(p.nodes || coalesce(t.nodes, '{}')) n (node)
  cross join lateral unnest(case when f.in_crowded_year then array[0, f.year] else array[0::smallint] end) w (counted_year)
$$;
alter function crowded_places owner to iltizam_counter;

-- A count to be added up: at a leaf (commitment or territory, without a span, to be carried up its path) or at a node of
-- its own; `overlap` is the quantity again where the subject counts under another commitment too.
create type placed_count as (
  place uuid, span text, year smallint, month smallint, indicator text, version smallint, evidence smallint,
  sex char(1), age_band text, milieu char(1), education text, segments text[], quantity integer, overlap integer
);

-- The gathered facts as if each were alone; of everything, where they are counted elsewhere, only their overlaps.
create function gathered_counts(of_everything boolean) returns setof placed_count language sql stable as $$
  select case l.leaf when 1 then f.commitment_id else f.territory_id end, null, f.year, f.month, f.indicator, f.version,
         f.level, f.sex, f.age_band, f.milieu, f.education, f.segments,
         case when of_everything then 0 else (f.sign * f.quantity)::integer end,
         case when c.overlapping then (f.sign * f.quantity)::integer else 0 end
  from touched_facts f
  left join crowded_facts c on c.sign = f.sign and c.id = f.id
  cross join (values (1), (2)) l (leaf)
  where (l.leaf = 1 or f.territory_id is not null) and (c.overlapping or not of_everything)
$$;
alter function gathered_counts owner to iltizam_counter;

-- What puts the crowded nodes right: the facts that do not count are taken out, and the counting one moves to the highest
-- evidence. Where it has that already, nothing of it changes.
create function crowded_counts() returns setof placed_count language sql stable as $$
  select c.node, case c.counted_year when 0 then 'life' else 'year' end, f.year, f.month, f.indicator, f.version,
         coalesce(c.highest, f.level), f.sex, f.age_band, f.milieu, f.education, f.segments,
         (c.times * f.sign * f.quantity)::integer,
         case when f.overlapping then (c.times * f.sign * f.quantity)::integer else 0 end
  from (select n.pair, n.node, n.counted_year, p.rank, null::smallint as highest, -1 as times, n.rank as counting,
               n.evidence
        from crowded_nodes n join crowded_places() p using (pair, node, counted_year)
        union all
        select n.pair, n.node, n.counted_year, n.rank, n.evidence, 1, n.rank, n.evidence from crowded_nodes n) c
  join crowded_facts f on f.pair = c.pair and f.rank = c.rank
  where c.rank <> c.counting or f.level <> c.evidence
$$;
alter function crowded_counts owner to iltizam_counter;

-- Whether an id falls into this share of so many; the shares are of like size.
create function is_in_share(id uuid, share integer, shares integer) returns boolean
language sql immutable parallel safe as $$ select (uuid_hash(id) & 2147483647) % shares = share $$;

-- The valid facts of a share, each at its commitment and at its territory as if its subject had no other.
create function facts_as_if_alone(share integer, shares integer) returns setof placed_count language sql stable parallel safe as $$
  select case l.leaf when 1 then f.commitment_id else f.territory_id end, null, f.fact_year, f.fact_month, f.indicator,
         f.indicator_version, coalesce(e.level, 1::smallint), f.sex, f.age_band, f.milieu, f.education, f.segments,
         f.quantity::integer, 0
  from facts f
  left join (select fact_id, max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
             from fact_entries where is_in_share(fact_id, share, shares) group by fact_id) e on e.fact_id = f.id
  cross join (values (1), (2)) l (leaf)
  where is_in_share(f.id, share, shares) and f.refusal is null and e.withdrawn is not true and (l.leaf = 1 or f.territory_id is not null)
$$;
alter function facts_as_if_alone owner to iltizam_counter;

-- Fills `recounted_totals` and `recounted_segments` with the difference of what was gathered (after − before).
create function recount() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform gather_paths();
  perform find_crowded();
  perform sum_places(array['select * from gathered_counts(false)', 'select * from crowded_counts()']);
  perform carry_up();
end $$;
alter function recount owner to iltizam_counter;

-- The same for all facts, from nothing; or for a share of them, since counts of different subjects only add up. Few
-- subjects have several facts of an indicator: the index finds them. Merged ones go with their root.
create function recount_everything(share integer default 0, shares integer default 1) returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning as $$
begin
  perform open_recount();
  drop table if exists pg_temp.merged_family;
  create temp table merged_family on commit drop as
  select id, root from merged_roots() union select root, root from merged_roots();
  analyze merged_family;
  insert into touched_subjects
  select subject_id, indicator from facts where is_in_share(subject_id, share, shares)
  group by 1, 2 having count(*) > 1
  except select f.subject_id, f.indicator from merged_family m join facts f on f.subject_id = m.id;
  insert into touched_subjects
  select distinct f.subject_id, f.indicator from merged_family m join facts f on f.subject_id = m.id
  where is_in_share(m.root, share, shares);
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
  perform find_crowded();
  perform sum_places(array[format('select * from facts_as_if_alone(%s, %s)', share, shares),
                           'select * from gathered_counts(true) union all select * from crowded_counts()']);
  perform carry_up();
end $$;
alter function recount_everything owner to iltizam_counter;
revoke execute on function find_crowded, crowded_places, gathered_counts, crowded_counts, facts_as_if_alone, recount
  from public;
