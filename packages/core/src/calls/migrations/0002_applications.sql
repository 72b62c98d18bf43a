-- What an organisation asks for under a call, and what it promises in return. One application of each.
create table call_applications (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  call_id uuid not null,
  organisation_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'withdrawn')),
  -- of the receipt, in the order in which they came
  number smallint check (number > 0),
  title text,
  summary text,
  places uuid[] not null default '{}',
  asked_minor bigint check (asked_minor >= 0),
  own_minor bigint check (own_minor >= 0),
  -- entered by an adviser from a paper that came on this day; null: by the applicant itself
  received_on date,
  submitted_at timestamptz,
  entered_by text not null,
  revision integer not null default 1,
  -- whether it is judged: null until somebody has looked at an incomplete one
  admitted boolean,
  screened_why text,
  -- what was made of it
  agreement_id uuid,
  recorded_at timestamptz not null,
  unique (call_id, organisation_id),
  unique (call_id, number),
  unique (id, space),
  check ((state = 'draft') = (submitted_at is null)),
  check ((number is null) = (submitted_at is null)),
  foreign key (call_id, space) references calls (id, space),
  foreign key (organisation_id, space) references organisations (id, space),
  foreign key (agreement_id, space) references agreements (id, space)
);
select guard_table('call_applications');

create table call_application_promises (
  application_id uuid not null references call_applications (id),
  number smallint not null check (number > 0),
  indicator text not null references indicators (code),
  quantity bigint not null check (quantity > 0),
  wording text not null,
  primary key (application_id, number)
);
select guard_table('call_application_promises');
grant delete on call_application_promises to iltizam_app;

create table call_application_files (
  application_id uuid not null references call_applications (id),
  number smallint not null check (number > 0),
  document_id uuid not null references documents (id),
  given_at timestamptz not null,
  primary key (application_id, number)
);
select guard_table('call_application_files');

-- An application lies where its call does; who applies and who launched the call have a part in it.
create function call_application_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare at record;
begin
  select c.territory_id, c.agreement_id, c.launched_by into at from calls c where c.id = new.call_id;
  perform show_place('call_application', new.id, place_path(at.territory_id, new.space), agreement_path(at.agreement_id));
  perform show_to('call_application', new.id, 'applies', array[new.organisation_id]);
  perform show_to('call_application', new.id, 'launches', array[at.launched_by]);
  return new;
end $$;
alter function call_application_placed owner to iltizam_counter;
create trigger call_application_placed before insert on call_applications
  for each row execute function call_application_placed();

create function call_file_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('document', new.document_id, new.application_id);
  return null;
end $$;
alter function call_file_seen owner to iltizam_counter;
create trigger call_file_seen after insert or update on call_application_files
  for each row execute function call_file_seen();

select protect_table('call_applications', 'id in (select seen_objects(''calls'', ''call_application''))', 'calls');
select protect_table(child, 'exists (select from call_applications a where a.id = application_id)', 'calls')
from unnest('{call_application_promises,call_application_files}'::regclass[]) child;

-- The last number drawn under a call, whoever sees its applications; told to who takes part in it.
create function last_application_number(of_call uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(number), 0)::int from call_applications where call_id = of_call
$$;
alter function last_application_number owner to iltizam_counter;
