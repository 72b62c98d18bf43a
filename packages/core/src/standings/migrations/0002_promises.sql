-- The promise side of standings: what was announced, signed and declared of these commitments, and of all those of these
-- agreements, as known on a day. Who asks
-- is checked once for each commitment and not again on each row below it: targets, sources and statements of a commitment
-- are seen by whoever sees it, statements by whoever may read declarations there.
create function promises_of(commitment_ids uuid[], agreement_ids uuid[], as_of date, known_before timestamptz)
returns table (id uuid, agreement_id uuid, agreement text, number integer, agreement_state text, reported boolean,
               kind text, state text, space text, wording text, indicator text, version smallint, unit text,
               populations text[], territory text, period_from date, period_to date, deadline date,
               original bigint, current bigint, declared bigint, announced json)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, a.id, a.reference, c.number, a.state, a.reported, c.kind, c.state, c.space, c.wording, c.indicator,
         c.indicator_version, c.unit, c.populations, t.scheme || ':' || t.code,
         -- an amendment of duration changes the promise's time from its day on
         case when target.id is null then c.period_from else target.period_from end,
         case when target.id is null then c.period_to else target.period_to end,
         case when target.id is null then coalesce(c.deadline, c.period_to)
              else coalesce(target.deadline, target.period_to) end,
         first.quantity, target.quantity, declared.quantity, coalesce(announced.list, '[]')
  from commitments c
  join agreements a on a.id = c.agreement_id
  left join territories t on t.id = coalesce(c.territory_id, a.territory_id)
  -- the target of the first version, and of the one that holds on the day; each is one step in the index
  left join lateral (
    select g.quantity from commitment_targets g
    where g.commitment_id = c.id and g.recorded_at < known_before and lower(g.effective) <= as_of
    order by g.version limit 1
  ) first on true
  left join lateral (
    select g.id, g.quantity, g.period_from, g.period_to, g.deadline from commitment_targets g
    where g.commitment_id = c.id and g.recorded_at < known_before and lower(g.effective) <= as_of
    order by g.version desc limit 1
  ) target on true
  -- of each declarant and period the latest statement, as declarationsOn of results reads them
  cross join lateral (
    select sum(latest.quantity)::bigint as quantity
    from (select distinct on (d.declarant_id, d.period) d.quantity from declarations d
          where d.commitment_id = c.id and d.recorded_at < known_before and d.declared_on <= as_of
          order by d.declarant_id, d.period, d.version desc) latest
    where sees_all('declarations') or c.agreement_id in (select seen_agreements('declarations'))
  ) declared
  -- what the sources announce, in their order, and which reading was adopted by the day
  cross join lateral (
    select json_agg(json_build_object(
             'value', s.quantity, 'source', d.title, 'passage', p.content, 'indicator', s.indicator,
             'countsAs', coalesce(i.alias_of, i.code),
             'saidBy', coalesce(s.said_by_text, o.function || coalesce(' ' || o.name, '')),
             'qualifier', s.qualifier, 'adopted', coalesce(adopted.assertion_id = s.id, false),
             'documentId', d.id, 'passageId', p.id, 'assertionId', s.id)
           order by d.recorded_at, d.id, p.start_offset, s.id) as list
    from commitment_assertions l
    join assertions s on s.id = l.assertion_id
    join passages p on p.id = s.passage_id
    join documents d on d.id = s.document_id
    left join indicators i on i.code = s.indicator
    left join office_holders o on o.id = s.said_by
    left join lateral (
      select r.assertion_id from adopted_readings r
      where r.object_kind = 'commitment' and r.object_id = c.id and r.decided_on <= as_of and r.recorded_at < known_before
      order by r.decided_on desc, r.recorded_at desc, r.id desc limit 1
    ) adopted on true
    where l.commitment_id = c.id and l.field = 'target' and s.recorded_at < known_before
  ) announced
  where (c.id = any(commitment_ids) or c.agreement_id = any(agreement_ids)) and c.recorded_at < known_before and c.state <> 'withdrawn'
    and ((select sees_all('any')) or c.agreement_id in (select seen_agreements('any')))
$$;
alter function promises_of owner to iltizam_counter;
