-- The identity vault: a random subject id for a keyed hash of a document. The ledger holds nothing of this.
create table subjects (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  recorded_at timestamptz not null
);
select guard_growing_table('subjects');

-- The generations of keys under which this database's persons lie, told apart by fingerprints; the keys themselves are
-- kept outside. The highest number that has become current is the one that documents are looked up by.
create table vault_generations (
  number smallint primary key check (number > 0),
  lookup_fingerprint text not null,
  master_fingerprint text not null,
  recorded_at timestamptz not null,
  current_since timestamptz,
  retired_at timestamptz
);
select guard_table('vault_generations');
grant delete on vault_generations to iltizam_app;

-- HMAC-SHA-256(document type ‖ country ‖ number) under a key that is kept outside the database, and the same text sealed
-- under the master key, so that a rotation can hash it anew. The same document in the other space is another person:
-- nothing joins the simulation to anybody. While keys are rotated a document has a second row, under the next key.
create table vault_documents (
  document_hash bytea not null check (length(document_hash) = 32),
  space text not null,
  key_number smallint not null,
  subject_id uuid not null,
  sealed bytea not null,
  -- the hash under the generation before, until that row is gone
  replaces bytea,
  recorded_at timestamptz not null,
  primary key (document_hash, space)
);
create index vault_documents_by_subject on vault_documents (subject_id);
create unique index vault_documents_replacing on vault_documents (replaces, space) where replaces is not null;

-- A document's subject is there, in its space, when the statement ends that takes the document. A foreign key would ask
-- once a row, eleven seconds for a million; subjects are never deleted, as a foreign key would watch.
create function refuse_documents_of_nobody() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added a
             where not exists (select from subjects s where s.id = a.subject_id and s.space = a.space)) then
    raise exception 'a document names a subject that is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger names_who_is_there after insert on vault_documents referencing new table as added
  for each statement execute function refuse_documents_of_nobody();
select guard_table('vault_documents');
grant delete on vault_documents to iltizam_app, iltizam_counter;

-- A person's own data key, wrapped by the master key, and her fields encrypted with it.
create table vault_persons (
  subject_id uuid primary key references subjects (id),
  wrapped_key bytea not null,
  key_number smallint not null,
  fields bytea not null,
  -- whether a phone, a mail or an address is among them: they are kept for a shorter time than a name
  has_contact boolean not null,
  revision integer not null default 1,
  recorded_at timestamptz not null
);
select guard_table('vault_persons');
grant delete on vault_persons to iltizam_app;

-- Texts that may name somebody (a request, a complaint, a way to answer it), each under a key of its own.
create table vault_boxes (
  id uuid primary key,
  subject_id uuid references subjects (id),
  wrapped_key bytea not null,
  key_number smallint not null,
  content bytea not null,
  recorded_at timestamptz not null
);
create index vault_boxes_by_subject on vault_boxes (subject_id) where subject_id is not null;
select guard_table('vault_boxes');
grant delete on vault_boxes to iltizam_app;

-- The keys of files that may name somebody: the file store holds them encrypted, by the hash of what it holds.
create table vault_files (
  hash text primary key,
  wrapped_key bytea not null,
  key_number smallint not null,
  recorded_at timestamptz not null
);
select guard_table('vault_files');
select names_files('vault_files', 'hash');
grant delete on vault_files to iltizam_app;

-- Erasures decided by the data officer, kept for ever and replayed after a restore.
create table erasures (
  id uuid primary key,
  subject_id uuid not null unique,
  decided_on date not null,
  deadline date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
select guard_growing_table('erasures');

-- Null before the first opening of the keys.
create function current_generation() returns smallint language sql stable as $$
  select max(number) from vault_generations where current_since is not null
$$;

-- Holds the current generation until the transaction ends, and tells it. The lock is shared among all who look documents
-- up or seal something; the moment at which the next generation becomes current takes it alone.
create function hold_keys() returns smallint language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('iltizam.keys', 0));
  return current_generation();
end $$;

-- Nobody hashes under yesterday's key: who does would take a known person for a new one.
create function hold_generation(under_key smallint) returns void language plpgsql as $$
declare held constant smallint := hold_keys();
begin
  if under_key is distinct from coalesce(held, under_key) then
    raise exception 'the keys are those of generation %, and this is under %', held, under_key using errcode = 'IL030';
  end if;
end $$;

-- The subject of a document (its hash, then its sealed text); `new_id` becomes hers when nobody has it yet.
create function subject_of_document(of_document bytea, of_space text, under_key smallint, new_id uuid, at timestamptz)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare known uuid; of_hash constant bytea := substring(of_document from 1 for 32);
begin
  perform hold_generation(under_key);
  select subject_id into known from vault_documents where document_hash = of_hash and space = of_space;
  if found then return known; end if;
  -- the document is taken first, so that two writers never make two subjects of it
  with taken as (
    insert into vault_documents (document_hash, space, key_number, subject_id, sealed, recorded_at)
    values (of_hash, of_space, under_key, new_id, substring(of_document from 33), at)
    on conflict do nothing returning subject_id
  )
  insert into subjects (id, space, recorded_at) select subject_id, of_space, at from taken returning id into known;
  if known is null then
    select subject_id into known from vault_documents where document_hash = of_hash and space = of_space;
  end if;
  return known;
end $$;
alter function subject_of_document owner to iltizam_counter;

-- The subjects of many documents at once, in any order; a random id is made for each that nobody has yet.
create function subjects_of_documents(documents bytea[], of_space text, under_key smallint, at timestamptz)
returns table (document_hash bytea, subject_id uuid)
language plpgsql security definer set search_path = public, pg_temp set enable_nestloop = off
set client_min_messages = warning as $$
#variable_conflict use_column
begin
  perform hold_generation(under_key);
  drop table if exists pg_temp.given_documents, pg_temp.found_subjects;
  create temp table given_documents on commit drop as
  select d as document, h as hash, v.subject_id as known
  from (select d, substring(d from 1 for 32) as h from (select distinct d from unnest(documents) d) each) given
  left join vault_documents v on v.document_hash = h and v.space = of_space;
  create temp table found_subjects (document_hash bytea, subject_id uuid) on commit drop;
  with made as (
    insert into vault_documents (document_hash, space, key_number, subject_id, sealed, recorded_at)
    select hash, of_space, under_key, gen_random_uuid(), substring(document from 33), at
    from given_documents where known is null
    -- in the order of the index, which then grows at one end
    order by hash
    on conflict do nothing returning document_hash, subject_id
  ),
  born as (
    insert into subjects (id, space, recorded_at) select subject_id, of_space, at from made order by subject_id
  )
  insert into found_subjects
  select g.document, m.subject_id from made m join given_documents g on g.hash = m.document_hash
  union all
  select document, known from given_documents where known is not null;
  if (select count(*) from found_subjects) < (select count(*) from given_documents) then
    -- another writer took some in between
    insert into found_subjects
    select g.document, v.subject_id
    from given_documents g join vault_documents v on v.document_hash = g.hash and v.space = of_space
    where g.known is null and g.document not in (select document_hash from found_subjects);
  end if;
  return query select document_hash, subject_id from found_subjects;
end $$;
alter function subjects_of_documents owner to iltizam_counter;
