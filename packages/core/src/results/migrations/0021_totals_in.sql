-- The counts of a territory as they were known on a day, by the rule of 0012: every valid fact of its provinces and of
-- itself, and for each subject whether another commitment has her too, wherever that is. A territory has more facts than
-- an agreement, so everything is read set-wise, and the margins are left out.
create function totals_in(of_territory uuid, as_of date, known_before timestamptz)
returns table (indicator text, version smallint, evidence smallint, total bigint, overlapping bigint)
language sql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
  with recursive below (id) as (
    select of_territory
    union all
    select t.id from territories t join below on t.parent_id = below.id where t.kind <> 'commune'
  ),
  entries as (
    select fact_id, max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
    from fact_entries where recorded_at < known_before group by fact_id
  ),
  valid as materialized (
    select f.id, coalesce(m.root, f.subject_id) as root, f.indicator, f.indicator_version as version,
           coalesce(e.level, 1) as level, f.fact_date, f.quantity, f.commitment_id,
           f.territory_id in (select id from below) as inside
    from facts f
    left join merged_roots_before(known_before) m on m.id = f.subject_id
    left join entries e on e.fact_id = f.id
    where f.refusal is null and f.fact_date <= as_of and f.recorded_at < known_before and e.withdrawn is not true
      and f.space = (select space from territories where id = of_territory)
  ),
  twice as (
    select v.root, v.indicator from valid v group by v.root, v.indicator having count(distinct v.commitment_id) > 1
  ),
  counted as (
    select distinct on (v.root, v.indicator) v.root, v.indicator, v.version, v.quantity,
           max(v.level) over (partition by v.root, v.indicator) as evidence
    from valid v where v.inside
    order by v.root, v.indicator, v.fact_date, v.level desc, v.id
  )
  select c.indicator, c.version, c.evidence, sum(c.quantity)::bigint,
         coalesce(sum(c.quantity) filter (where o.root is not null), 0)::bigint
  from counted c left join twice o on o.root = c.root and o.indicator = c.indicator
  group by c.indicator, c.version, c.evidence
$$;
alter function totals_in owner to iltizam_counter;
