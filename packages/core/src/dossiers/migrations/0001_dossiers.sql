-- What persons ask about their data, and what is decided about what has passed its term.
create table person_requests (
  id uuid primary key,
  number text not null unique check (number ~ '^D-[0-9]{4}-[0-9]{4,}$'),
  space text not null check (space in ('real', 'simulated')),
  kind text not null check (kind in ('access', 'correction', 'erasure', 'objection')),
  language text not null check (language in ('fr', 'ar')),
  channel text not null check (channel in ('counter', 'letter', 'mail', 'phone')),
  -- what she wrote and how she is reached, in the vault; null once destroyed
  box_id uuid,
  -- null until somebody has made sure who asks
  subject_id uuid references subjects (id),
  received_on date not null,
  deadline date not null check (deadline >= received_on),
  -- the text on which the deadline rests
  deadline_source text not null,
  state text not null check (state in ('received', 'identified', 'decided', 'done')),
  decision text check (decision in ('granted', 'partly', 'refused')),
  reason text,
  decided_on date,
  done_on date,
  recorded_at timestamptz not null,
  check ((decision is null) = (decided_on is null)),
  check ((state = 'done') = (done_on is not null)),
  check (state not in ('decided', 'done') or decision is not null)
);
create index person_requests_by_subject on person_requests (subject_id) where subject_id is not null;
create index person_requests_open on person_requests (deadline) where state <> 'done';
select guard_table('person_requests');

-- What the data officer decided about something that has passed its term.
create table deletions (
  id uuid primary key,
  kind text not null check (kind in ('identity', 'contact', 'request', 'complaint')),
  -- subject id, or the number of a request or complaint
  object text not null,
  decision text not null check (decision in ('delete', 'keep')),
  keep_until date,
  reason text not null,
  decided_by text not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  carried_out_at timestamptz,
  check ((decision = 'keep') = (keep_until is not null))
);
create unique index deletion_once on deletions (kind, object) where decision = 'delete' and carried_out_at is null;
create index deletions_by_object on deletions (kind, object);
select guard_table('deletions');

-- Requests are taken in by many and read by the data officer alone.
select protect_table('person_requests', 'false', 'person_requests');
create policy taken_in on person_requests for insert to iltizam_app with check ((select sees_some('person_requests')));
select protect_table('deletions', 'false', 'dossiers');

-- The next number of the year, whoever takes the request in.
create function next_request_number(of_year text) returns integer
language sql volatile security definer set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('iltizam.requests', 0));
  select coalesce(max(split_part(number, '-', 3)::int), 0) + 1 from person_requests where number like 'D-' || of_year || '-%'
$$;
alter function next_request_number owner to iltizam_counter;

-- The facts of a person, whoever asks: she is found already counted where the asker sees nothing. What of it is told is
-- for the act to say.
create function facts_of_person(of_subject uuid)
returns table (id uuid, fact_date date, indicator text, commitment_id uuid, agreement_id uuid, commitment text,
               agreement text, title text, territory_fr text, territory_ar text, evidence smallint, source text,
               refusal text, withdrawn boolean, journal_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.fact_date, f.indicator, c.id, a.id, a.reference || '/' || c.number, a.reference, a.title, t.name_fr,
         t.name_ar,
         coalesce((select max(e.evidence) from fact_entries e where e.fact_id = f.id and e.kind = 'verified'), 1::smallint),
         f.source, f.refusal, exists (select from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn'),
         f.journal_id
  from facts f
  join commitments c on c.id = f.commitment_id
  join agreements a on a.id = c.agreement_id
  left join territories t on t.id = coalesce(f.commune_id, f.territory_id)
  where f.subject_id = any(members_of(root_of(of_subject))) and (select sees_some('dossiers'))
  order by f.fact_date, f.id
$$;
alter function facts_of_person owner to iltizam_counter;

-- Persons of whom the vault still holds something that has passed its term: since their last fact, or since they were
-- registered. All of those who are one person must have passed it. An instant is a day of the installation's zone.
create function persons_past_term(cutoff date, zone text, of_contact boolean, at_most integer)
returns table (subject_id uuid, last_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, d.last
  from subjects s
  left join vault_persons v on v.subject_id = s.id
  cross join lateral (
    select greatest(max(f.fact_date), (coalesce(v.recorded_at, s.recorded_at) at time zone zone)::date) as last
    from facts f where f.subject_id = s.id) d
  where (select sees_all('dossiers')) and (s.recorded_at at time zone zone)::date <= cutoff and d.last <= cutoff
    and case when of_contact then v.has_contact
             else v.subject_id is not null
                  or exists (select from vault_documents k where k.subject_id = s.id) end
    and not exists (select from facts f where f.subject_id = any(members_of(root_of(s.id))) and f.fact_date > cutoff)
  order by d.last, s.id limit at_most
$$;
alter function persons_past_term owner to iltizam_counter;

-- The data officer decides over complaints that she may not read: their numbers and days are enough for it.
create function complaints_past_term(cutoff date, zone text) returns table (number text, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.number, (c.decided_at at time zone zone)::date from complaints c
  where (select sees_all('dossiers')) and c.box_id is not null and (c.decided_at at time zone zone)::date <= cutoff
$$;
alter function complaints_past_term owner to iltizam_counter;
