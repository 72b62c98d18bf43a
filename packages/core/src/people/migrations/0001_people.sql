-- The identity vault: a random subject id for a keyed hash of a document. The ledger holds nothing of this.
create table subjects (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  kind text not null check (kind in ('person', 'thing')),
  recorded_at timestamptz not null,
  unique (id, space)
);
select guard_growing_table('subjects');

-- HMAC-SHA-256(document type ‖ country ‖ number) under a key that is kept outside the database.
create table vault_documents (
  document_hash bytea primary key check (length(document_hash) = 32),
  key_number smallint not null,
  subject_id uuid not null references subjects (id),
  recorded_at timestamptz not null
);
create index vault_documents_by_subject on vault_documents (subject_id);
select guard_table('vault_documents');
grant delete on vault_documents to iltizam_app;

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
  reason text not null,
  recorded_at timestamptz not null
);
select guard_growing_table('erasures');
