-- Who steers an agreement (or a programme): who sits there, who presides, how often it meets.
create table committees (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null,
  kind text not null check (kind in ('strategic', 'steering', 'follow_up', 'technical', 'regional', 'provincial')),
  name text not null,
  name_ar text,
  presided_by text not null check (presided_by in ('head_of_government', 'minister', 'wali', 'governor', 'president',
                                                   'director', 'other')),
  -- null: the text sets no rhythm, and the committee is never overdue
  every_months smallint check (every_months between 1 and 36),
  -- from this day the rhythm counts
  set_up_on date not null,
  dissolved_on date check (dissolved_on >= set_up_on),
  recorded_at timestamptz not null,
  unique (id, space),
  foreign key (agreement_id, space) references agreements (id, space)
);
create index committees_by_agreement on committees (agreement_id);
select guard_table('committees');

create table committee_members (
  id uuid primary key,
  committee_id uuid not null,
  space text not null,
  organisation_id uuid not null,
  role text not null check (role in ('chair', 'secretary', 'member', 'observer')),
  -- the function that sits there, never a person's name
  function text not null,
  -- where a convening goes; without it to the organisation's first focal point that has a mail
  focal_point_id uuid references focal_points (id),
  left_on date,
  foreign key (committee_id, space) references committees (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
create index committee_members_by_committee on committee_members (committee_id);
select guard_table('committee_members');

-- A meeting of a committee is an event; here is what an event has not: a time, an agenda, minutes, a life.
create table committee_meetings (
  event_id uuid primary key,
  space text not null,
  committee_id uuid not null,
  state text not null check (state in ('convened', 'held', 'published', 'cancelled')),
  starts_at timestamptz not null,
  minutes_long smallint not null check (minutes_long between 15 and 1440),
  language text not null check (language in ('fr', 'ar', 'en')),
  held_on date,
  minutes text,
  minutes_document_id uuid,
  published_at timestamptz,
  cancelled_why text,
  -- grows each time that what was sent out changes (RFC 5545, SEQUENCE)
  sequence smallint not null default 0,
  check ((state in ('held', 'published')) = (held_on is not null)),
  check ((state = 'published') = (published_at is not null)),
  check ((state = 'cancelled') = (cancelled_why is not null)),
  foreign key (event_id, space) references events (id, space),
  foreign key (committee_id, space) references committees (id, space),
  foreign key (minutes_document_id, space) references documents (id, space)
);
create index committee_meetings_by_committee on committee_meetings (committee_id, starts_at);
select guard_table('committee_meetings');

create table agenda_items (
  event_id uuid not null references committee_meetings (event_id),
  ordinal smallint not null check (ordinal > 0),
  item text not null,
  primary key (event_id, ordinal)
);
select guard_table('agenda_items');
grant delete on agenda_items to iltizam_app;

-- To whom a meeting was told, once a sending.
create table meeting_invitations (
  id uuid primary key,
  event_id uuid not null references committee_meetings (event_id),
  member_id uuid not null references committee_members (id),
  sequence smallint not null,
  recorded_at timestamptz not null,
  unique (event_id, member_id, sequence)
);
select guard_growing_table('meeting_invitations');

-- A decision that was given a later day, and why.
create table decision_postponements (
  id uuid primary key,
  decision_id uuid not null references event_decisions (id),
  from_day date,
  to_day date not null,
  reason text not null,
  recorded_at timestamptz not null
);
create index decision_postponements_by_decision on decision_postponements (decision_id);
select guard_growing_table('decision_postponements');

create index event_decisions_open on event_decisions (due_on) where done_on is null;
create index event_agreements_by_agreement on event_agreements (agreement_id);

select protect_table('committees', 'agreement_id in (select seen_agreements(''any''))');
select protect_table(child, 'exists (select from committees c where c.id = committee_id)')
from unnest('{committee_members,committee_meetings}'::regclass[]) child;
select protect_table(child, 'exists (select from committee_meetings m where m.event_id = ' || child || '.event_id)')
from unnest('{agenda_items,meeting_invitations}'::regclass[]) child;
select protect_table('decision_postponements', 'exists (select from event_decisions d where d.id = decision_id)');

-- The first reference of a series that no event has, whoever sees it.
create function free_event_reference(series text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select series || '-' || coalesce(max(substr(reference, length(series) + 2)::int), 0) + 1 from events
  where starts_with(reference, series || '-') and substr(reference, length(series) + 2) ~ '^[0-9]{1,4}$'
$$;
alter function free_event_reference owner to iltizam_counter;
grant execute on function free_event_reference to iltizam_app;

-- A meeting that is being convened is seen with the agreement of its committee from its first row on: who steers only
-- that agreement may then write it. An event that is there already is not shown to anybody by this.
create function begin_meeting(event uuid, agreement uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if exists (select from events e where e.id = event)
     or not (sees_all('any') or agreement in (select seen_agreements('any'))) then
    raise exception 'the event is there, or the agreement is not seen' using errcode = '42501';
  end if;
  perform show_through('event', event, agreement);
end $$;
alter function begin_meeting owner to iltizam_counter;
grant execute on function begin_meeting to iltizam_app;

create function minutes_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('document', new.minutes_document_id, new.event_id);
  return null;
end $$;
alter function minutes_seen owner to iltizam_counter;
create trigger minutes_seen after update of minutes_document_id on committee_meetings
  for each row when (new.minutes_document_id is not null) execute function minutes_seen();
