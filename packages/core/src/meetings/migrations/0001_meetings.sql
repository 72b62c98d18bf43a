-- Events and their parts, who organised them, who attended in which role, and which agreements they concern.
create table events (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  -- public reference, by which people and files name the event
  reference text not null unique check (reference ~ '^[A-Z0-9-]{3,32}$'),
  kind text not null check (kind in ('seminar', 'regional_assizes', 'study_visit', 'signing_ceremony', 'conference',
                                     'launch_ceremony', 'progress_meeting', 'job_fair', 'official_visit',
                                     'press_release', 'forum', 'council_session', 'board_meeting', 'committee',
                                     'audit', 'other')),
  name text,
  -- how it is called in Arabic; whether somebody read that stands in the translations
  name_ar text,
  name_en text,
  date_year smallint,
  date_month smallint,
  date_day smallint,
  date_weekday smallint,
  -- «fin janvier»: a part of the month, as written
  date_text text,
  territory_id uuid,
  place_text text,
  recorded_at timestamptz not null,
  unique (id, space),
  foreign key (territory_id, space) references territories (id, space)
);
select guard_table('events');

-- Round tables, visits, workshops, meetings of an event.
create table event_parts (
  id uuid primary key,
  event_id uuid not null,
  space text not null,
  ordinal smallint not null,
  kind text not null check (kind in ('round_table', 'workshop', 'visit', 'meeting', 'signing', 'other')),
  -- null: the text counts the part without naming it
  topic text,
  topic_ar text,
  -- the topic is debated in the text; that this part debated it is inferred
  topic_inferred boolean not null default false,
  host_organisation_id uuid,
  territory_id uuid,
  place_stated boolean not null default true,
  unique (event_id, ordinal),
  foreign key (event_id, space) references events (id, space),
  foreign key (host_organisation_id, space) references organisations (id, space),
  foreign key (territory_id, space) references territories (id, space)
);
select guard_table('event_parts');

-- What the event was about: objectives, topics debated, missions recalled, context.
create table event_topics (
  id uuid primary key,
  event_id uuid not null,
  space text not null,
  kind text not null check (kind in ('objective', 'topic', 'mission', 'context')),
  -- null: a topic that has no code of its own yet
  code text,
  label text not null,
  label_ar text,
  unique (event_id, kind, label),
  foreign key (event_id, space) references events (id, space)
);
select guard_table('event_topics');

create table event_participants (
  id uuid primary key,
  event_id uuid not null,
  space text not null,
  part_id uuid references event_parts (id),
  role text not null check (role in ('chair', 'host', 'organiser', 'co_organiser', 'speaker',
                                     'signatory_representative', 'guest', 'delegation', 'beneficiary', 'attendee')),
  organisation_id uuid,
  office_holder_id uuid,
  -- a category that the text does not name: governors, experts, three client companies
  category text,
  headcount smallint,
  check (num_nonnulls(organisation_id, office_holder_id, category) >= 1),
  foreign key (event_id, space) references events (id, space),
  foreign key (organisation_id, space) references organisations (id, space),
  foreign key (office_holder_id, space) references office_holders (id, space)
);
create index event_participants_by_event on event_participants (event_id);
select guard_table('event_participants');

create table event_agreements (
  event_id uuid not null,
  agreement_id uuid not null,
  space text not null,
  relation text not null check (relation in ('announced_at', 'signed_at', 'decided_at', 'framework_of', 'discussed_at')),
  primary key (event_id, agreement_id, relation),
  foreign key (event_id, space) references events (id, space),
  foreign key (agreement_id, space) references agreements (id, space)
);
select guard_table('event_agreements');

create table event_decisions (
  id uuid primary key,
  event_id uuid not null,
  space text not null,
  number smallint not null check (number > 0),
  decision text not null,
  owner_id uuid,
  due_on date,
  done_on date,
  leads_to_agreement_id uuid,
  recorded_at timestamptz not null,
  unique (event_id, number),
  foreign key (event_id, space) references events (id, space),
  foreign key (owner_id, space) references organisations (id, space),
  foreign key (leads_to_agreement_id, space) references agreements (id, space)
);
select guard_table('event_decisions');

create table event_assertions (
  event_id uuid not null,
  space text not null,
  field text not null,
  row_id uuid,
  assertion_id uuid not null,
  unique nulls not distinct (event_id, field, row_id, assertion_id),
  foreign key (event_id, space) references events (id, space),
  foreign key (assertion_id, space) references assertions (id, space)
);
select guard_table('event_assertions');
