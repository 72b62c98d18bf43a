-- A call for projects: who may ask for what, until when, and how it is judged.
create table calls (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  -- public reference, on receipts and in links
  reference text not null unique check (reference ~ '^[A-Z0-9-]{3,32}$'),
  -- the programme or agreement under which it is made
  agreement_id uuid not null,
  -- who launches it, and pays
  launched_by uuid not null,
  territory_id uuid not null,
  state text not null check (state in ('prepared', 'open', 'closed', 'scored', 'decided', 'published', 'cancelled')),
  -- the terms that hold
  version smallint not null default 1,
  -- from then on anybody who has signed in reads it
  public_from timestamptz,
  decided_on date,
  -- the session of the committee that decided
  event_id uuid,
  recorded_at timestamptz not null,
  unique (id, space),
  check (state not in ('open', 'closed', 'scored', 'decided', 'published') or public_from is not null),
  check (state not in ('decided', 'published') or decided_on is not null),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (launched_by, space) references organisations (id, space),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (event_id, space) references events (id, space)
);
create index calls_by_agreement on calls (agreement_id);
select guard_table('calls');

-- What a call says, by version: a change before it opens is a new one. Days are whole days of the installation's zone.
create table call_terms (
  call_id uuid not null references calls (id),
  version smallint not null check (version > 0),
  title text not null,
  title_ar text,
  purpose text,
  -- where anybody asks and hands in a file: a desk, its address and mailbox, never a person
  contact text,
  -- the provinces in which projects may lie; none: the whole territory of the call
  provinces uuid[] not null default '{}',
  -- the kinds of organisation that may apply
  kinds text[] not null check (cardinality(kinds) > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  envelope_minor bigint not null check (envelope_minor > 0),
  ceiling_minor bigint not null check (ceiling_minor > 0),
  -- the least that the applicant brings itself, in percent of the whole
  own_share_percent smallint not null check (own_share_percent between 0 and 99),
  -- points of 100 below which a project is not proposed; null: none
  pass_mark smallint check (pass_mark between 0 and 100),
  -- from this share of a scale on, two assessors disagree
  disagreement_percent smallint not null check (disagreement_percent between 1 and 100),
  opens_on date not null,
  closes_on date not null,
  reason text,
  recorded_at timestamptz not null,
  primary key (call_id, version),
  check (opens_on <= closes_on),
  check (ceiling_minor <= envelope_minor)
);
select guard_growing_table('call_terms');

create table call_criteria (
  call_id uuid not null,
  version smallint not null,
  number smallint not null check (number > 0),
  label text not null,
  label_ar text,
  weight smallint not null check (weight between 1 and 100),
  -- marks go from 0 to this
  scale smallint not null check (scale between 1 and 100),
  -- a median below it eliminates
  at_least smallint check (at_least between 1 and scale),
  primary key (call_id, version, number),
  foreign key (call_id, version) references call_terms (call_id, version)
);
select guard_growing_table('call_criteria');

create table call_documents (
  call_id uuid not null,
  version smallint not null,
  number smallint not null check (number > 0),
  label text not null,
  label_ar text,
  required boolean not null,
  primary key (call_id, version, number),
  foreign key (call_id, version) references call_terms (call_id, version)
);
select guard_growing_table('call_documents');

create table call_states (
  id uuid primary key,
  call_id uuid not null references calls (id),
  from_state text,
  to_state text not null,
  reason text,
  actor_label text not null,
  recorded_at timestamptz not null
);
create index call_states_by_call on call_states (call_id, recorded_at);
select guard_growing_table('call_states');

-- A call lies where its territory does and in the branch of its agreement; who launches it has a part in it.
create function call_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('call', new.id, place_path(new.territory_id, new.space), agreement_path(new.agreement_id));
  perform show_to('call', new.id, 'launches', array[new.launched_by]);
  return new;
end $$;
alter function call_placed owner to iltizam_counter;
create trigger call_placed before insert on calls for each row execute function call_placed();

select protect_table('calls', $seen$
  (public_from is not null and (select sees_some('calls')))
  or id in (select seen_objects('calls', 'call'))$seen$, 'calls');
select protect_table(child, '(select sees_some(''calls'')) and exists (select from calls c where c.id = call_id)', 'calls')
from unnest('{call_terms,call_criteria,call_documents,call_states}'::regclass[]) child;

-- What was opened is for everybody, until its result says it better: the terms that hold, and none of what they were.
create policy announced on calls for select to iltizam_app using (public_from is not null and state <> 'published');
do $$
declare child regclass;
begin
  foreach child in array '{call_terms,call_criteria,call_documents}'::regclass[] loop
    execute format('create policy announced on %s for select to iltizam_app using (exists (
                      select from calls c where c.id = call_id and c.version = %1$s.version
                        and c.public_from is not null and c.state <> ''published''))', child);
  end loop;
end $$;

-- The last number drawn of a series of references, whoever sees its calls.
create function last_call_reference(prefix text) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(substr(reference, length(prefix) + 1)::int), 0) from calls
  where starts_with(reference, prefix) and substr(reference, length(prefix) + 1) ~ '^[0-9]{1,6}$'
$$;
alter function last_call_reference owner to iltizam_counter;
