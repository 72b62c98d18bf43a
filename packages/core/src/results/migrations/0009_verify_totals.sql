-- Where the kept totals differ from a recount of all facts: nothing, if the ledger is right.

-- One share's recount, a row of text for each count: shares are recounted side by side, each on a connection of its own
-- that sees the same moment, and what they tell is compared on one of them.
create function recounted_share(share integer, shares integer)
returns table (totals text[], segments text[]) language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform require_whole('ledger');
  perform recount_everything(share, shares);
  return query select (select array_agg(t::text) from recounted_totals t),
                      (select array_agg(s::text) from recounted_segments s);
end $$;
alter function recounted_share owner to iltizam_counter;

-- Makes the tables of a recount hold what the shares told. The last share has made the tables.
create function join_shares(totals text[], segments text[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  -- offset 0: each row is read once, and not again for each of its columns
  insert into recounted_totals
  select (one).* from (select told::recounted_totals as one from unnest(totals) told offset 0) r;
  insert into recounted_segments
  select (one).* from (select told::recounted_segments as one from unnest(segments) told offset 0) r;
end $$;
alter function join_shares owner to iltizam_counter;

-- The kept totals beside the recount that this transaction has made.
create function kept_beside_recounted()
returns table (node uuid, span text, year smallint, indicator text, version smallint, evidence smallint,
               margin text, kept bigint, recounted bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_whole('ledger');
  return query execute format('
    with k as (
      select node, span, year, indicator, version, evidence, array[%s] as counts
      from node_totals group by node, span, year, indicator, version, evidence
    ),
    r as (
      select node, span, year, indicator, version, evidence, array[%s]::bigint[] as counts
      from recounted_totals group by node, span, year, indicator, version, evidence
    )
    select node, span, year, indicator, version, evidence, m.margin, k.counts[m.place], r.counts[m.place]::bigint
    from k full join r using (node, span, year, indicator, version, evidence)
    cross join lateral unnest($1) with ordinality m (margin, place)
    where k.counts is distinct from r.counts and coalesce(k.counts[m.place], 0) <> coalesce(r.counts[m.place], 0)',
    each_count('sum(%1$I)'), each_count('sum(%1$I)')) using (select array_agg(name) || 'overlapping'::text from margins());
  return query
  select node, 'life', 0::smallint, indicator, version, evidence, segment, k.total, r.total
  from (select s.node, s.indicator, s.version, s.evidence, s.segment, sum(s.total) as total
        from node_segments s group by 1, 2, 3, 4, 5) k
  full join (select s.node, s.indicator, s.version, s.evidence, s.segment, sum(s.total) as total
             from recounted_segments s group by 1, 2, 3, 4, 5) r
    using (node, indicator, version, evidence, segment)
  where coalesce(k.total, 0) <> coalesce(r.total, 0);
end $$;
alter function kept_beside_recounted owner to iltizam_counter;

-- The whole on one connection.
create function totals_that_differ()
returns table (node uuid, span text, year smallint, indicator text, version smallint, evidence smallint,
               margin text, kept bigint, recounted bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform recount_everything();
  return query select * from kept_beside_recounted();
end $$;
alter function totals_that_differ owner to iltizam_counter;
