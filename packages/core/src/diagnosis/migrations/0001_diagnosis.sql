-- A participatory diagnosis of a territory: who took part, what was said, how it was ranked, what was answered.
create table diagnoses (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  reference text not null unique check (reference ~ '^[A-Z0-9-]{3,32}$'),
  title text not null,
  title_ar text,
  territory_id uuid not null,
  -- the agreement that it serves; a diagnosis may come before any
  agreement_id uuid,
  -- how it is led, in words
  method text not null,
  starts_on date,
  ends_on date,
  state text not null check (state in ('preparing', 'listening', 'ranking', 'answering', 'ended', 'abandoned')),
  ranking text check (ranking in ('votes', 'criteria')),
  -- how it is ranked, in words
  ranking_words text,
  recorded_at timestamptz not null,
  revision integer not null default 1,
  unique (id, space),
  check (starts_on <= ends_on),
  check ((ranking is null) = (ranking_words is null)),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (agreement_id, space) references agreements (id, space)
);
create index diagnoses_by_agreement on diagnoses (agreement_id) where agreement_id is not null;
select guard_table('diagnoses');

-- Its life: each step with its day and, where it goes back or ends, why.
create table diagnosis_steps (
  id uuid primary key,
  diagnosis_id uuid not null references diagnoses (id),
  from_state text,
  to_state text not null,
  reason text,
  recorded_at timestamptz not null
);
create index diagnosis_steps_by_diagnosis on diagnosis_steps (diagnosis_id, recorded_at);
select guard_growing_table('diagnosis_steps');

create table diagnosis_actors (
  id uuid primary key,
  diagnosis_id uuid not null,
  space text not null,
  organisation_id uuid not null,
  role text not null check (role in ('leads', 'facilitates', 'takes_part', 'expert')),
  unique (diagnosis_id, organisation_id),
  foreign key (diagnosis_id, space) references diagnoses (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
select guard_table('diagnosis_actors');

create table diagnosis_workshops (
  id uuid primary key,
  diagnosis_id uuid not null,
  space text not null,
  number smallint not null check (number > 0),
  kind text not null check (kind in ('workshop', 'round_table', 'interviews', 'site_visit')),
  title text not null,
  planned_on date not null,
  held_on date,
  territory_id uuid,
  place_text text,
  -- the event of which it was a part
  event_id uuid,
  unique (diagnosis_id, number),
  foreign key (diagnosis_id, space) references diagnoses (id, space),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (event_id, space) references events (id, space)
);
select guard_table('diagnosis_workshops');

-- Who came, counted: never a name.
create table diagnosis_attendance (
  workshop_id uuid not null references diagnosis_workshops (id),
  sex char(1) not null check (sex in ('F', 'M', 'U')),
  age_band text not null check (age_band in ('15-24', '25-34', '35-44', '45-59', '60+', 'U')),
  headcount integer not null check (headcount between 1 and 100000),
  primary key (workshop_id, sex, age_band)
);
select guard_table('diagnosis_attendance');

-- What stands for the findings that say the same.
create table merged_findings (
  id uuid primary key,
  diagnosis_id uuid not null references diagnoses (id),
  number smallint not null check (number > 0),
  words text not null,
  words_ar text,
  unique (diagnosis_id, number),
  unique (id, diagnosis_id)
);
select guard_table('merged_findings');

create table diagnosis_findings (
  id uuid primary key,
  diagnosis_id uuid not null references diagnoses (id),
  number smallint not null check (number > 0),
  -- as it was said
  words text not null,
  language text not null check (language in ('fr', 'ar', 'en')),
  topic text not null,
  workshop_id uuid references diagnosis_workshops (id),
  actor_id uuid references diagnosis_actors (id),
  said_by text,
  merged_id uuid,
  recorded_at timestamptz not null,
  unique (diagnosis_id, number),
  check (num_nonnulls(workshop_id, actor_id, said_by) > 0),
  foreign key (merged_id, diagnosis_id) references merged_findings (id, diagnosis_id)
);
create index diagnosis_findings_by_merged on diagnosis_findings (merged_id);
select guard_table('diagnosis_findings');

create table ranking_criteria (
  id uuid primary key,
  diagnosis_id uuid not null references diagnoses (id),
  number smallint not null check (number > 0),
  name text not null,
  name_ar text,
  weight smallint not null check (weight between 1 and 100),
  -- the highest mark; null: votes have none
  most smallint check (most between 1 and 100),
  unique (diagnosis_id, number)
);
select guard_table('ranking_criteria');

-- One mark of one who marks: an actor for itself, or the people of a workshop together.
create table ranking_marks (
  merged_id uuid not null references merged_findings (id),
  criterion_id uuid not null references ranking_criteria (id),
  actor_id uuid references diagnosis_actors (id),
  workshop_id uuid references diagnosis_workshops (id),
  mark integer not null check (mark between 0 and 100000),
  check (num_nonnulls(actor_id, workshop_id) = 1),
  unique nulls not distinct (merged_id, criterion_id, actor_id, workshop_id)
);
select guard_table('ranking_marks');

create table diagnosis_actions (
  id uuid primary key,
  diagnosis_id uuid not null,
  space text not null,
  number smallint not null check (number > 0),
  words text not null,
  words_ar text,
  proposed_by uuid references diagnosis_actors (id),
  state text not null check (state in ('proposed', 'retained', 'rejected')),
  -- who carries it: the promise made of it
  commitment_id uuid,
  -- for everybody to read
  answer text,
  answer_ar text,
  answered_on date,
  unique (diagnosis_id, number),
  unique (id, diagnosis_id),
  check ((state = 'retained') = (commitment_id is not null)),
  check (state <> 'rejected' or answer is not null),
  check ((state = 'proposed') = (answered_on is null)),
  foreign key (diagnosis_id, space) references diagnoses (id, space),
  foreign key (commitment_id, space) references commitments (id, space)
);
create index diagnosis_actions_by_commitment on diagnosis_actions (commitment_id) where commitment_id is not null;
select guard_table('diagnosis_actions');

create table action_findings (
  action_id uuid not null,
  merged_id uuid not null,
  diagnosis_id uuid not null,
  primary key (action_id, merged_id),
  foreign key (action_id, diagnosis_id) references diagnosis_actions (id, diagnosis_id),
  foreign key (merged_id, diagnosis_id) references merged_findings (id, diagnosis_id)
);
select guard_table('action_findings');

-- What was noted by mistake goes with its reason in the journal, as long as nothing rests on it.
grant delete on diagnosis_actors, diagnosis_workshops, diagnosis_attendance, diagnosis_findings, merged_findings,
  ranking_criteria, ranking_marks to iltizam_app;

-- A diagnosis is seen where it is led, by who takes part, and with the agreement that it serves.
create function diagnosis_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('diagnosis', new.id, place_path(new.territory_id, new.space), '{}');
  perform show_through('diagnosis', new.id, new.agreement_id);
  return new;
end $$;
alter function diagnosis_placed owner to iltizam_counter;
create trigger diagnosis_placed before insert or update of territory_id, agreement_id on diagnoses
  for each row execute function diagnosis_placed();

create function diagnosis_actor_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed constant uuid := case tg_op when 'DELETE' then old.diagnosis_id else new.diagnosis_id end;
begin
  perform show_to('diagnosis', changed, 'takes_part',
                  array(select organisation_id from diagnosis_actors where diagnosis_id = changed));
  return null;
end $$;
alter function diagnosis_actor_seen owner to iltizam_counter;
create trigger diagnosis_actor_seen after insert or delete on diagnosis_actors
  for each row execute function diagnosis_actor_seen();

select protect_table('diagnoses', 'id in (select seen_objects(''any'', ''diagnosis''))');
select protect_table(child, 'diagnosis_id in (select seen_objects(''any'', ''diagnosis''))')
from unnest('{diagnosis_steps,diagnosis_actors,diagnosis_workshops,merged_findings,diagnosis_findings,ranking_criteria,
              diagnosis_actions,action_findings}'::regclass[]) child;
select protect_table('diagnosis_attendance', 'exists (select from diagnosis_workshops w where w.id = workshop_id)');
select protect_table('ranking_marks', 'exists (select from merged_findings m where m.id = merged_id)');

-- The first reference of a series that no diagnosis has, whoever sees it.
create function free_diagnosis_reference(series text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select series || '-' || coalesce(max(substr(reference, length(series) + 2)::int), 0) + 1 from diagnoses
  where starts_with(reference, series || '-') and substr(reference, length(series) + 2) ~ '^[0-9]{1,4}$'
$$;
alter function free_diagnosis_reference owner to iltizam_counter;
grant execute on function free_diagnosis_reference to iltizam_app;
