-- Decisions and recommendations that are late, of the agreements that the actor sees. Row-level security would find the
-- events that she sees anew for each of four tables; here the agreements are found once, and what is late is their own.
create function late_decisions(in_space text, today date, one text)
returns table (kind text, agreement_id uuid, decision text, owner_id uuid, meeting text, due_on date)
language plpgsql volatile security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
  with late as materialized (
    select d.event_id, d.decision, d.owner_id, d.due_on from event_decisions d
    where d.done_on is null and d.due_on < today and d.space = in_space
  ),
  mine as materialized (
    select a.id from agreements a
    where a.space = in_space and a.state not in ('closed', 'given_up', 'terminated', 'renewed')
      and (one is null or a.reference = one)
      and ((select sees_all('any')) or a.id in (select seen_agreements('any')))
  ),
  concerned as materialized (
    select distinct l.event_id, l.agreement_id from event_agreements l where l.agreement_id in (select id from mine)
  )
  select case e.kind when 'audit' then 'recommendation_overdue' else 'decision_overdue' end, l.agreement_id, d.decision,
         d.owner_id, case when m.event_id is not null then e.reference end, d.due_on
  from late d
  join concerned l on l.event_id = d.event_id
  join events e on e.id = d.event_id
  left join committee_meetings m on m.event_id = e.id;
end $$;
alter function late_decisions owner to iltizam_counter;
