-- Who judges, what each declares and marks, and what the committee made of it.
create table call_assessors (
  call_id uuid not null references calls (id),
  user_id uuid not null references users (id),
  name text not null,
  named_at timestamptz not null,
  -- when she said in which applications she has an interest; nobody marks before
  stated_at timestamptz,
  -- from then on her marks change no more
  handed_in_at timestamptz,
  primary key (call_id, user_id),
  check (handed_in_at is null or stated_at is not null)
);
select guard_table('call_assessors');
grant delete on call_assessors to iltizam_app;

create table call_interests (
  application_id uuid not null references call_applications (id),
  assessor_id uuid not null references users (id),
  nature text not null,
  stated_at timestamptz not null,
  primary key (application_id, assessor_id)
);
select guard_growing_table('call_interests');

-- Every mark that was given; of the same one the last round holds.
create table call_marks (
  id uuid primary key,
  application_id uuid not null references call_applications (id),
  assessor_id uuid not null references users (id),
  criterion smallint not null,
  round smallint not null check (round > 0),
  mark smallint not null check (mark >= 0),
  reason text not null,
  recorded_at timestamptz not null,
  unique (application_id, assessor_id, criterion, round)
);
select guard_growing_table('call_marks');

-- What was decided, with what the marks came to that day.
create table call_verdicts (
  application_id uuid primary key references call_applications (id),
  call_id uuid not null references calls (id),
  organisation_id uuid not null references organisations (id),
  title text not null,
  -- null: not ranked (not admitted, or eliminated by a criterion)
  rank smallint check (rank > 0),
  -- hundredths of a point of 100
  score_hundredths integer check (score_hundredths between 0 and 10000),
  proposed text not null check (proposed in ('accepted', 'reserve', 'rejected')),
  verdict text not null check (verdict in ('accepted', 'reserve', 'rejected')),
  -- the public answer; needed where it is rejected or departs from what the ranking proposes
  reason text,
  granted_minor bigint check (granted_minor > 0),
  recorded_at timestamptz not null,
  check ((verdict = 'accepted') = (granted_minor is not null)),
  check ((verdict = proposed and verdict <> 'rejected') or reason is not null)
);
create index call_verdicts_by_call on call_verdicts (call_id, rank);
select guard_growing_table('call_verdicts');

-- Who may be named for a call: whoever holds one of these roles where it lies, told to who sees the call.
create function possible_assessors(of_call uuid, of_roles text[]) returns table (id uuid, name text, roles text[])
language sql volatile security definer set search_path = public, pg_temp as $$
  select u.id, u.name, array_agg(distinct g.role order by g.role)
  from scope_of(of_call) s
  join role_grants g on g.role = any(of_roles) and g.revoked_at is null
    and (g.organisation_id is null or g.organisation_id = any(s.organisations))
    and (g.territory_id is null or g.territory_id = any(s.territories))
    and (g.agreement_id is null or g.agreement_id = any(s.agreements))
  join users u on u.id = g.user_id and u.state = 'active'
  where sees_all('calls') or of_call in (select seen_objects('calls', 'call'))
  group by u.id, u.name order by lower(u.name), u.id
$$;
alter function possible_assessors owner to iltizam_counter;
grant execute on function possible_assessors to iltizam_app;

-- How far each assessor is, without her marks: told to who sees the call.
create function marking_progress(of_call uuid) returns table (application_id uuid, assessor_id uuid, marked integer)
language sql volatile security definer set search_path = public, pg_temp as $$
  select m.application_id, m.assessor_id, count(distinct m.criterion)::int
  from call_marks m join call_applications p on p.id = m.application_id
  where p.call_id = of_call
    and not exists (select from call_interests i
                    where i.application_id = m.application_id and i.assessor_id = m.assessor_id)
    and (sees_all('calls') or of_call in (select seen_objects('calls', 'call')))
  group by m.application_id, m.assessor_id
$$;
alter function marking_progress owner to iltizam_counter;
grant execute on function marking_progress to iltizam_app;

select protect_table('call_assessors', 'call_id in (select seen_objects(''calls'', ''call''))', 'calls');
select protect_table('call_interests', $seen$
  exists (select from call_applications p join call_assessors a on a.call_id = p.call_id
          where p.id = application_id and a.user_id = assessor_id)$seen$, 'calls');
-- Each assessor's marks are hers alone until scoring is closed, for the head office too.
select protect_table('call_marks', $seen$
  assessor_id = (select acting())
  or exists (select from call_applications p join calls c on c.id = p.call_id
               join call_assessors a on a.call_id = c.id and a.user_id = assessor_id
             where p.id = application_id and c.state in ('scored', 'decided', 'published'))$seen$, '*');
select protect_table('call_verdicts', $seen$
  call_id in (select seen_objects('calls', 'call'))
  or exists (select from calls c where c.id = call_id and c.state = 'published')$seen$, 'calls');
