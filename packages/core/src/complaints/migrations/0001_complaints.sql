-- Complaints of people from whom money was asked. What is told lies in a box of the vault; here is only that it came.
create table complaints (
  id uuid primary key,
  -- told to the demo, or to an installation that works: the two are never listed together
  space text not null check (space in ('real', 'simulated')),
  number text not null unique check (number ~ '^C-[0-9]{4}-[0-9]{4,}$'),
  -- SHA-256 of the receipt that the person holds; the receipt itself is nowhere
  receipt_hash bytea not null unique check (length(receipt_hash) = 32),
  language text not null check (language in ('fr', 'ar', 'en')),
  state text not null check (state in ('received', 'examined', 'decided')),
  decision text check (decision in ('founded', 'unfounded', 'passed_on')),
  -- null once the content was destroyed at its term
  box_id uuid,
  received_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'decided') = (decision is not null)),
  check ((decision is null) = (decided_at is null))
);
create index complaints_by_day on complaints (space, received_at);
select guard_table('complaints');

-- What the person adds and what control answers.
create table complaint_entries (
  id uuid primary key,
  complaint_id uuid not null references complaints (id),
  kind text not null check (kind in ('addition', 'answer')),
  box_id uuid,
  recorded_at timestamptz not null
);
create index complaint_entries_by_complaint on complaint_entries (complaint_id, recorded_at);
select guard_table('complaint_entries');

-- Whoever holds a right to complaints holds it everywhere or not at all: a side of a partner, or a region, sees none.
select protect_table('complaints', 'false', 'complaints');
select protect_table('complaint_entries', 'false', 'complaints');
