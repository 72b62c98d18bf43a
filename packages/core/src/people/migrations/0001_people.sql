-- The identity vault: a random subject id for a keyed hash of a document. The ledger holds nothing of this.
create table subjects (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  recorded_at timestamptz not null,
  unique (id, space)
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
  primary key (document_hash, space),
  -- deferred, so that the document is taken first and two writers never make two subjects of it
  foreign key (subject_id, space) references subjects (id, space) deferrable initially deferred
);
create index vault_documents_by_subject on vault_documents (subject_id);
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
  insert into vault_documents (document_hash, space, key_number, subject_id, recorded_at)
  values (of_hash, of_space, under_key, new_id, at) on conflict do nothing returning subject_id into known;
  if known is null then
    select subject_id into known from vault_documents where document_hash = of_hash and space = of_space;
    return known;
  end if;
  insert into subjects (id, space, recorded_at) values (new_id, of_space, at);
  return new_id;
end $$;
alter function subject_of_document owner to iltizam_counter;

-- The subjects of many documents at once, in any order; a random id is made for each that nobody has yet.
create function subjects_of_documents(hashes bytea[], of_space text, under_key smallint, at timestamptz)
returns table (document_hash bytea, subject_id uuid)
language plpgsql security definer set search_path = public, pg_temp set enable_nestloop = off as $$
#variable_conflict use_column
begin
  -- the order makes PostgreSQL find who is new before the first is written: else it reads the table as it grows
  with fresh as materialized (
    select h from (select distinct h from unnest(hashes) h) given
    where not exists (select 1 from vault_documents v where v.document_hash = h and v.space = of_space)
    order by h
  ),
  made as (
    insert into vault_documents (document_hash, space, key_number, subject_id, recorded_at)
    select h, of_space, under_key, gen_random_uuid(), at from fresh
    on conflict do nothing returning subject_id
  )
  insert into subjects (id, space, recorded_at) select subject_id, of_space, at from made;
  return query select v.document_hash, v.subject_id
  from (select distinct h from unnest(hashes) h) given
  join vault_documents v on v.document_hash = given.h and v.space = of_space;
end $$;
alter function subjects_of_documents owner to iltizam_counter;
