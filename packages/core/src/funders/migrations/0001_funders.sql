-- The facts that count for these agreements taken together, and everything below them: a person once, however many of them
-- count her. The rule is the ledger's for one node (docs/counting.md). Asked of agreements that the actor sees; what it
-- gives of a person is counted by the caller, or joined to the rows that he may read.
create function counting_facts(of_agreements uuid[], of_indicator text, as_of date, known_before timestamptz,
                               tree_on date)
returns table (fact_id uuid, commitment_id uuid, indicator text, version smallint, level smallint, fact_date date,
               territory_id uuid, quantity integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive tree (id) as (
    select unnest((select seen_nodes(of_agreements))::uuid[])
    union
    select p.agreement_id from agreement_parents p join tree on p.parent_id = tree.id where p.known @> tree_on
  ), valid as (
    select v.*, max(v.level) over (partition by v.root, v.indicator) as highest
    from facts_on(array(select c.id from commitments c where c.agreement_id in (select id from tree)), as_of,
                  known_before) v
    where of_indicator is null or v.indicator = of_indicator
  )
  select distinct on (v.root, v.indicator)
         v.id, v.commitment_id, v.indicator, v.version, v.highest, v.fact_date, f.territory_id, v.quantity
  from valid v join facts f on f.id = v.id
  order by v.root, v.indicator, v.fact_date, v.level desc, v.id
$$;
alter function counting_facts owner to iltizam_counter;
