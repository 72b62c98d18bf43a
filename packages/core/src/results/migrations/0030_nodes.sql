-- What counts at territories and agreements on a past day, by the rule of the kept totals (ledger.md §3): of each subject
-- the facts under the node that were valid then, and the one of them that counts.

-- The nodes that are asked for, each with everything below it: territories down to provinces, agreements as the tree was.
create function nodes_below(of_nodes uuid[], tree_on date) returns table (node uuid, id uuid) language sql stable as $$
  with recursive below (node, id) as (
    select n, n from unnest(of_nodes) n
    union
    select b.node, d.id
    from below b cross join lateral (
      select t.id from territories t where t.parent_id = b.id and t.kind <> 'commune'
      union all
      select p.agreement_id from agreement_parents p where p.parent_id = b.id and p.known @> tree_on
      union all
      select c.id from commitments c where c.agreement_id = b.id
    ) d
  )
  select node, id from below
$$;

-- The facts of an indicator under each node that were valid then, each with the subject that it stands for.
create function valid_at_nodes(of_nodes uuid[], of_indicator text, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, id uuid, root uuid, level smallint, fact_date date) language sql stable as $$
  with below as materialized (select * from nodes_below(of_nodes, tree_on)),
  placed as (
    select b.node, f.id, f.subject_id, f.fact_date from below b join facts f on f.territory_id = b.id
    where f.indicator = of_indicator and f.refusal is null and f.fact_date <= as_of and f.recorded_at < known_before
    union all
    select b.node, f.id, f.subject_id, f.fact_date from below b join facts f on f.commitment_id = b.id
    where f.indicator = of_indicator and f.refusal is null and f.fact_date <= as_of and f.recorded_at < known_before
  )
  select p.node, p.id, coalesce(m.root, p.subject_id), coalesce(e.level, 1::smallint), p.fact_date
  from placed p
  left join merged_roots_before(known_before) m on m.id = p.subject_id
  cross join lateral (
    select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
    from fact_entries e where e.fact_id = p.id and e.recorded_at < known_before
  ) e
  where e.withdrawn is not true
$$;

-- The facts that count there, with the highest level among their subject's; at the nodes that the actor may see.
create function counting_at_nodes(of_nodes uuid[], of_indicator text, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, id uuid, level smallint)
language sql stable security definer set search_path = public, pg_temp set work_mem = '32MB' as $$
  select distinct on (v.node, v.root) v.node, v.id, max(v.level) over (partition by v.node, v.root)
  from valid_at_nodes(seen_nodes(of_nodes), of_indicator, as_of, known_before, tree_on) v
  order by v.node, v.root, v.fact_date, v.level desc, v.id
$$;
alter function counting_at_nodes owner to iltizam_counter;

-- The same added up, as rows of the kept totals.
create function node_totals_on(of_nodes uuid[], of_indicator text, as_of date, known_before timestamptz, tree_on date)
returns setof node_totals
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute format('
    with counted as (
      select c.node, f.indicator, f.indicator_version as version, c.level as evidence, f.fact_year as year,
             f.fact_month::integer as month, ascii(f.sex) as sex, ascii(f.age_band) as age, ascii(f.milieu) as milieu,
             ascii(f.education) as edu, f.quantity::integer as quantity
      from counting_at_nodes($1, $2, $3, $4, $5) c join facts f on f.id = c.id
    ),
    added as (
      select node, ''life'' as span, year, indicator, version, evidence, 0 as stripe, 0 as overlapping, %s
      from counted group by node, year, indicator, version, evidence
    )
    select (jsonb_populate_record(null::node_totals, to_jsonb(a))).* from added a',
    each_margin('coalesce(sum(quantity) filter (where %2$s), 0) as %1$I'))
    using of_nodes, of_indicator, as_of, known_before, tree_on;
end $$;
alter function node_totals_on owner to iltizam_counter;

-- And by population segment, which is multi-valued: no sum.
create function node_segments_on(of_nodes uuid[], of_indicator text, as_of date, known_before timestamptz, tree_on date)
returns table (node uuid, version smallint, evidence smallint, segment text, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.node, f.indicator_version, c.level, s, sum(f.quantity)::bigint
  from counting_at_nodes(of_nodes, of_indicator, as_of, known_before, tree_on) c
  join facts f on f.id = c.id cross join lateral unnest(f.segments) s
  group by 1, 2, 3, 4
$$;
alter function node_segments_on owner to iltizam_counter;

-- What no map can place: subjects with a valid fact of the indicator, none of which lies in the nation of the space.
-- Null for who may not see the whole nation's count.
create function counted_outside(of_space text, of_indicator text, as_of date, known_before timestamptz) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  with nation as (select id from territories where space = of_space and kind = 'nation'),
  inside as (select b.id from nation n, nodes_below(array[n.id], 'infinity') b),
  valid as (
    select coalesce(m.root, f.subject_id) as root, f.quantity, f.fact_date, f.id,
           f.territory_id in (select id from inside) as placed
    from facts f left join merged_roots_before(known_before) m on m.id = f.subject_id
    where f.space = of_space and f.indicator = of_indicator and f.refusal is null and f.fact_date <= as_of
      and f.recorded_at < known_before
      and not exists (select from fact_entries e
                      where e.fact_id = f.id and e.kind = 'withdrawn' and e.recorded_at < known_before)
  ),
  first as (
    select distinct on (root) quantity, bool_or(coalesce(placed, false)) over (partition by root) as placed
    from valid order by root, fact_date, id
  )
  select case when seen_nodes(array(select id from nation)) <> '{}'
              then (select coalesce(sum(quantity), 0) from first where not placed) end
$$;
alter function counted_outside owner to iltizam_counter;
revoke execute on function valid_at_nodes from public;
grant execute on function valid_at_nodes to iltizam_counter;
