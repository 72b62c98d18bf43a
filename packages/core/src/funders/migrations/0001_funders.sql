-- The facts that count for each of these sets of agreements, taken with everything below them: a person once in a set,
-- however many of its agreements count her. The rule is the ledger's for one node (docs/counting.md); every fact is read
-- once, however many sets it lies in. Asked of agreements that the actor sees; what it gives of a person is counted by the
-- caller, or joined to the rows that he may read.
create function counting_facts(set_keys text[], set_agreements uuid[], of_indicator text, as_of date,
                               known_before timestamptz, tree_on date)
returns table (key text, fact_id uuid, commitment_id uuid, indicator text, version smallint, level smallint,
               fact_date date, territory_id uuid, quantity bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive tree (key, id) as (
    select s.key, s.agreement from unnest(set_keys, set_agreements) s (key, agreement)
    where s.agreement = any((select seen_nodes(set_agreements))::uuid[])
    union
    select tree.key, p.agreement_id from agreement_parents p join tree on p.parent_id = tree.id
    where p.known @> tree_on
  ), here as materialized (
    select distinct tree.key, c.id as commitment_id from tree join commitments c on c.agreement_id = tree.id
  ), told as materialized (
    select f.id, coalesce(m.root, f.subject_id) as root, f.indicator, f.indicator_version, f.fact_date, f.commitment_id,
           f.territory_id, f.quantity
    from facts f left join merged_roots_before(known_before) m on m.id = f.subject_id
    where f.commitment_id in (select h.commitment_id from here h) and f.refusal is null and f.fact_date <= as_of
      and f.recorded_at < known_before and (of_indicator is null or f.indicator = of_indicator)
  ), judged as materialized (
    select e.fact_id, max(e.evidence) as level, bool_or(e.kind = 'withdrawn') as withdrawn
    from fact_entries e where e.fact_id in (select t.id from told t) and e.recorded_at < known_before group by e.fact_id
  ), valid as (
    select h.key, t.*, coalesce(j.level, 1::smallint) as level,
           max(coalesce(j.level, 1::smallint)) over (partition by h.key, t.root, t.indicator) as highest
    from told t join here h on h.commitment_id = t.commitment_id left join judged j on j.fact_id = t.id
    where j.withdrawn is not true
  )
  select distinct on (v.key, v.root, v.indicator)
         v.key, v.id, v.commitment_id, v.indicator, v.indicator_version, v.highest, v.fact_date, v.territory_id, v.quantity
  from valid v order by v.key, v.root, v.indicator, v.fact_date, v.level desc, v.id
$$;
alter function counting_facts owner to iltizam_counter;
