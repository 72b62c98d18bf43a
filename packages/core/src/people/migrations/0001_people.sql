-- The identity vault: a random subject id for a keyed hash of a document. The ledger holds nothing of this.
create table subjects (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  recorded_at timestamptz not null
);
select guard_growing_table('subjects');

-- HMAC-SHA-256(document type ‖ country ‖ number) under a key that is kept outside the database. The same document in
-- the other space is another person: nothing joins the simulation to anybody.
create table vault_documents (
  document_hash bytea not null check (length(document_hash) = 32),
  space text not null,
  key_number smallint not null,
  subject_id uuid not null,
  recorded_at timestamptz not null,
  primary key (document_hash, space)
);
create index vault_documents_by_subject on vault_documents (subject_id);

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
  revision integer not null default 1,
  recorded_at timestamptz not null
);
select guard_table('vault_persons');
grant delete on vault_persons to iltizam_app;

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

-- The subject of a document; `new_id` becomes hers when nobody has it yet.
create function subject_of_document(of_hash bytea, of_space text, under_key smallint, new_id uuid, at timestamptz)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare known uuid;
begin
  select subject_id into known from vault_documents where document_hash = of_hash and space = of_space;
  if found then return known; end if;
  -- the document is taken first, so that two writers never make two subjects of it
  with taken as (
    insert into vault_documents (document_hash, space, key_number, subject_id, recorded_at)
    values (of_hash, of_space, under_key, new_id, at) on conflict do nothing returning subject_id
  )
  insert into subjects (id, space, recorded_at) select subject_id, of_space, at from taken returning id into known;
  if known is null then
    select subject_id into known from vault_documents where document_hash = of_hash and space = of_space;
  end if;
  return known;
end $$;
alter function subject_of_document owner to iltizam_counter;

-- The subjects of many documents at once, in any order; a random id is made for each that nobody has yet.
create function subjects_of_documents(hashes bytea[], of_space text, under_key smallint, at timestamptz)
returns table (document_hash bytea, subject_id uuid)
language plpgsql security definer set search_path = public, pg_temp set enable_nestloop = off
set client_min_messages = warning as $$
#variable_conflict use_column
begin
  drop table if exists pg_temp.given_documents, pg_temp.found_subjects;
  create temp table given_documents on commit drop as
  select h as hash, v.subject_id as known
  from (select distinct h from unnest(hashes) h) given
  left join vault_documents v on v.document_hash = h and v.space = of_space;
  create temp table found_subjects (document_hash bytea, subject_id uuid) on commit drop;
  with made as (
    insert into vault_documents (document_hash, space, key_number, subject_id, recorded_at)
    select hash, of_space, under_key, gen_random_uuid(), at from given_documents where known is null
    -- in the order of the index, which then grows at one end
    order by hash
    on conflict do nothing returning document_hash, subject_id
  ),
  born as (
    insert into subjects (id, space, recorded_at) select subject_id, of_space, at from made order by subject_id
  )
  insert into found_subjects
  select document_hash, subject_id from made
  union all
  select hash, known from given_documents where known is not null;
  if (select count(*) from found_subjects) < (select count(*) from given_documents) then
    -- another writer took some in between
    insert into found_subjects
    select v.document_hash, v.subject_id
    from given_documents g join vault_documents v on v.document_hash = g.hash and v.space = of_space
    where g.known is null and g.hash not in (select document_hash from found_subjects);
  end if;
  return query select document_hash, subject_id from found_subjects;
end $$;
alter function subjects_of_documents owner to iltizam_counter;
