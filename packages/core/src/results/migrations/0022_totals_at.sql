-- The counts of many commitments, and of a territory, as they were known on a day, by the rule of 0012. Whoever reads
-- everything, or a whole region, has most facts to read, so they are read once and set-wise, without the margins:
-- a subject's only fact of an indicator is its count, and only subjects with several are sorted.
create function totals_read_at(of_commitments uuid[], of_territory uuid, as_of date, known_before timestamptz)
returns table (node uuid, indicator text, version smallint, evidence smallint, total bigint, overlapping bigint)
language sql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
  with recursive below (id) as (
    select of_territory where of_territory is not null
    union all
    select t.id from territories t join below on t.parent_id = below.id where t.kind <> 'commune'
  ),
  entries as (
    select fact_id, max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
    from fact_entries where recorded_at < known_before group by fact_id
  ),
  valid as materialized (
    select f.id, coalesce(m.root, f.subject_id) as root, f.indicator, f.indicator_version as version,
           coalesce(e.level, 1) as level, f.fact_date, f.quantity, f.commitment_id, f.territory_id
    from facts f
    left join merged_roots_before(known_before) m on m.id = f.subject_id
    left join entries e on e.fact_id = f.id
    where f.refusal is null and f.fact_date <= as_of and f.recorded_at < known_before and e.withdrawn is not true
  ),
  crowded_pairs as materialized (
    select v.root, v.indicator, count(distinct v.commitment_id) > 1 as overlapping
    from valid v group by v.root, v.indicator having count(*) > 1
  ),
  placed as (
    select v.*, n.node
    from valid v cross join lateral (
      select v.commitment_id as node where v.commitment_id = any(of_commitments)
      union all
      select of_territory where v.territory_id in (select id from below)
    ) n
  ),
  counted as (
    select p.node, p.indicator, p.version, p.level as evidence, p.quantity, false as overlapping
    from placed p
    where not exists (select from crowded_pairs c where c.root = p.root and c.indicator = p.indicator)
    union all
    select * from (
      select distinct on (p.root, p.indicator, p.node) p.node, p.indicator, p.version,
             max(p.level) over (partition by p.root, p.indicator, p.node), p.quantity, c.overlapping
      from placed p join crowded_pairs c on c.root = p.root and c.indicator = p.indicator
      order by p.root, p.indicator, p.node, p.fact_date, p.level desc, p.id
    ) crowded
  )
  select c.node, c.indicator, c.version, c.evidence, sum(c.quantity)::bigint,
         coalesce(sum(c.quantity) filter (where c.overlapping), 0)::bigint
  from counted c group by c.node, c.indicator, c.version, c.evidence
$$;
alter function totals_read_at owner to iltizam_counter;

-- Whether everything that the ledger holds was dated by one day and known by the other.
create function nothing_after(as_of date, known_before timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from subject_merges where recorded_at >= known_before or undone_at >= known_before)
     and not exists (select from fact_entries where recorded_at >= known_before)
     and not exists (select from facts where recorded_at >= known_before or fact_date > as_of)
$$;
alter function nothing_after owner to iltizam_counter;

-- The kept totals say it where nothing came after: a file of today is not counted anew. Both are read as one statement
-- sees them.
create function totals_at(of_commitments uuid[], of_territory uuid, as_of date, known_before timestamptz)
returns table (node uuid, indicator text, version smallint, evidence smallint, total bigint, overlapping bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if nothing_after(as_of, known_before) then
    return query
    select t.node, t.indicator, t.version, t.evidence, sum(t.total)::bigint, sum(t.overlapping)::bigint
    from node_totals t where t.node = any(of_commitments || of_territory) and t.span = 'life'
    group by 1, 2, 3, 4 having sum(t.total) <> 0;
  else
    return query select * from totals_read_at(of_commitments, of_territory, as_of, known_before);
  end if;
end $$;
alter function totals_at owner to iltizam_counter;
