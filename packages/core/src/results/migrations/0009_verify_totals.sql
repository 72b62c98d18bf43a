-- Where the kept totals differ from a recount of all facts: nothing, if the ledger is right.
create function totals_that_differ()
returns table (node uuid, span text, year smallint, indicator text, version smallint, evidence smallint,
               margin text, kept bigint, recounted bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform recount_everything();
  return query execute format('
    with k as (
      select node, span, year, indicator, version, evidence, array[%s] as counts
      from node_totals group by node, span, year, indicator, version, evidence
    ),
    r as (
      select node, span, year, indicator, version, evidence, array[%s]::bigint[] as counts from recounted_totals
    )
    select node, span, year, indicator, version, evidence, m.margin, k.counts[m.place], r.counts[m.place]::bigint
    from k full join r using (node, span, year, indicator, version, evidence)
    cross join lateral unnest($1) with ordinality m (margin, place)
    where k.counts is distinct from r.counts and coalesce(k.counts[m.place], 0) <> coalesce(r.counts[m.place], 0)',
    each_count('sum(%1$I)'), each_count('%1$I')) using (select array_agg(name) || 'overlapping'::text from margins());
  return query
  select node, 'life', 0::smallint, indicator, version, evidence, segment, k.total, r.total
  from (select s.node, s.indicator, s.version, s.evidence, s.segment, sum(s.total) as total
        from node_segments s group by 1, 2, 3, 4, 5) k
  full join (select s.node, s.indicator, s.version, s.evidence, s.segment, s.total::bigint as total
             from recounted_segments s) r
    using (node, indicator, version, evidence, segment)
  where coalesce(k.total, 0) <> coalesce(r.total, 0);
end $$;
alter function totals_that_differ owner to iltizam_counter;
