-- What an import changed, read from the recount that it has just added to the kept totals.
set local check_function_bodies = off;

-- The commitments whose count moved, as it was before and as it is now.
create function count_differences() returns table (commitment text, before bigint, after bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with moved as (
    select node, sum(total) as difference from recounted_totals where span = 'life' group by node
  ),
  now as (
    select t.node, sum(t.total) as total from node_totals t
    where t.span = 'life' and t.node in (select node from moved) group by t.node
  )
  select a.reference || '/' || c.number, coalesce(n.total, 0) - m.difference, coalesce(n.total, 0)
  from moved m join commitments c on c.id = m.node join agreements a on a.id = c.agreement_id
  left join now n on n.node = m.node
  where m.difference <> 0
  order by a.reference, c.number
$$;
alter function count_differences owner to iltizam_counter;
