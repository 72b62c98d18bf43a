-- Documents, the passages in them, the values that a passage asserts, and which reading was adopted when.
create table documents (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  kind text not null check (kind in ('press', 'press_release', 'minutes', 'signed_text', 'speech', 'report',
                                     'deliberation', 'statement', 'other')),
  title text not null,
  publisher text,
  language text not null check (language in ('fr', 'ar', 'en')),
  address text,
  -- the publication date as far as it is given
  published_year smallint,
  published_month smallint,
  published_day smallint,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  -- the extracted text, in which passages are UTF-16 offsets
  content text not null,
  recorded_at timestamptz not null,
  unique (space, file_hash),
  unique (id, space)
);
select guard_table('documents');
select names_files('documents', 'file_hash');

create table passages (
  id uuid primary key,
  document_id uuid not null references documents (id),
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  page integer,
  content text not null,
  unique (document_id, start_offset, end_offset),
  unique (id, document_id)
);
select guard_growing_table('passages');

-- What a passage says, as a value. `how`: literal, normalised (from the passage alone) or inferred (and why).
create table assertions (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  document_id uuid not null,
  passage_id uuid not null,
  -- target, amount, date, place, party, count, object, role, figure, orientation, past_programme, attendance, …
  topic text not null,
  -- who says it in the text, when not the text itself (the minister, the director general)
  said_by uuid,
  said_by_text text,
  quantity numeric,
  currency text,
  unit text,
  indicator text references indicators (code),
  qualifier text,
  text_value text,
  date_year smallint,
  date_month smallint,
  date_day smallint,
  date_weekday smallint,
  populations text[] not null default '{}',
  territory_id uuid,
  how text not null check (how in ('literal', 'normalised', 'inferred')),
  why text,
  recorded_at timestamptz not null,
  unique (id, space),
  check (how <> 'inferred' or why is not null),
  foreign key (document_id, space) references documents (id, space),
  foreign key (passage_id, document_id) references passages (id, document_id),
  foreign key (said_by, space) references office_holders (id, space),
  foreign key (territory_id, space) references territories (id, space)
);
create index assertions_by_document on assertions (document_id);
create index assertions_by_passage on assertions (passage_id);
select guard_growing_table('assertions');

-- Two readings that a careful person would both accept, and the dated decision on a figure's readings.
create table doubts (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  -- the agreement, commitment, event… that the doubt is about
  object_kind text not null,
  object_id uuid not null,
  about text not null,
  readings text[] not null check (cardinality(readings) >= 2),
  -- why, where a person raised it by hand
  reason text,
  recorded_at timestamptz not null
);
create index doubts_by_object on doubts (object_id);
select guard_table('doubts');

create table doubt_passages (
  doubt_id uuid not null references doubts (id),
  passage_id uuid not null references passages (id),
  primary key (doubt_id, passage_id)
);
select guard_table('doubt_passages');

-- Which reading of a doubt holds; the last decision counts.
create table doubt_decisions (
  id uuid primary key,
  doubt_id uuid not null references doubts (id),
  -- from 1; null: none yet (a decision may be taken back)
  reading smallint check (reading > 0),
  decided_on date not null,
  -- the actor, with the name shown then
  decided_by text not null,
  decided_by_label text not null,
  reason text not null,
  recorded_at timestamptz not null
);
create index doubt_decisions_by_doubt on doubt_decisions (doubt_id, decided_on, id);
select guard_growing_table('doubt_decisions');

create table adopted_readings (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  -- what is read: a commitment, an amount, a date of an agreement
  object_kind text not null,
  object_id uuid not null,
  -- null: none yet (a decision may be taken back)
  assertion_id uuid,
  decided_on date not null,
  -- the actor, with the name shown then
  decided_by text not null,
  decided_by_label text not null,
  reason text not null,
  recorded_at timestamptz not null,
  foreign key (assertion_id, space) references assertions (id, space)
);
create index adopted_readings_by_object on adopted_readings (object_id, decided_on, id);
select guard_growing_table('adopted_readings');
