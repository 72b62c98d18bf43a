-- What the members of a federation did of what each of them owes, without anybody's name and with a smallest cell: fewer
-- subjects than the installation's threshold are never shown, and never found as a difference.

create function minimum_cell() returns integer language sql stable as $$
  select coalesce((select (value #>> '{}')::integer from settings where key = 'standings.minimum_cell'), 5)
$$;

-- One row a member and indicator, and one without a member for all of them together. `hidden`: the count is not told. A
-- small count is hidden; so are the next smallest of its indicator, until two at least are hidden together and hold the
-- threshold together, so that the total minus what is shown tells nobody's. Zero is told: it is nobody.
create function member_counts(of_federation uuid)
returns table (member uuid, indicator text, total bigint, proven bigint, hidden boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with counted as (
    select r.from_id as member, t.indicator, sum(t.total)::bigint as total,
           coalesce(sum(t.total) filter (where t.evidence >= v.proof_level), 0)::bigint as proven
    from organisation_relations r
    join commitments c on c.owed_by = r.from_id and c.state <> 'withdrawn'
    join node_totals t on t.node = c.id and t.span = 'life'
    join indicator_versions v on v.indicator = t.indicator and v.version = t.version
    where r.to_id = of_federation and r.kind = 'member_of'
      and (sees_all('standings') or of_federation in (select seen_objects('standings', 'organisation')))
    group by r.from_id, t.indicator having sum(t.total) > 0
  ),
  placed as (
    select k.*, row_number() over by_size as place,
           coalesce(sum(k.total) over (by_size rows between unbounded preceding and 1 preceding), 0) as smaller,
           bool_or(k.total < minimum_cell()) over (partition by k.indicator) as some_small
    from counted k window by_size as (partition by k.indicator order by k.total, k.member)
  ),
  judged as (
    select p.*, p.some_small and (p.total < minimum_cell() or p.place <= 2 or p.smaller < minimum_cell()) as hidden
    from placed p
  ),
  together as (
    select null::uuid as member, j.indicator, sum(j.total)::bigint as total, sum(j.proven)::bigint as proven,
           sum(j.total) < minimum_cell() as hidden
    from judged j group by j.indicator
  ),
  told as (select j.member, j.indicator, j.total, j.proven, j.hidden from judged j union all select * from together)
  select t.member, t.indicator, case when not t.hidden then t.total end,
         -- neither the proven nor those without proof may be a few
         case when not t.hidden and t.proven not between 1 and minimum_cell() - 1
               and t.total - t.proven not between 1 and minimum_cell() - 1 then t.proven end,
         t.hidden
  from told t
$$;
alter function member_counts owner to iltizam_counter;
