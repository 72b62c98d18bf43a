-- The ground floor: who acts, what was done, what is to be told.

-- The counting functions belong to a role that nobody logs in as and that sees every row.
grant usage, create on schema public to iltizam_counter;

-- Periods that must not overlap compare uuids inside a range index.
create extension if not exists btree_gist;

-- Refuses a change of data when nobody has been named for the transaction (ledger.md §4).
create function require_actor() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('iltizam.actor', true), '') = '' then
    raise exception 'no actor is named for this change of %', tg_table_name using errcode = 'IL001';
  end if;
  return null;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: a row is never changed or removed', tg_table_name using errcode = 'IL002';
end $$;

-- A folder's migration calls this for each of its tables: changes need an actor; the application may read and write.
create function guard_table(name regclass) returns void language plpgsql as $$
begin
  execute format('create trigger a_named_actor before insert or update or delete on %s
                  for each statement execute function require_actor()', name);
  execute format('grant select, insert, update on %s to iltizam_app, iltizam_counter', name);
end $$;

-- As guard_table, for a table that only grows.
create function guard_growing_table(name regclass) returns void language plpgsql as $$
begin
  perform guard_table(name);
  execute format('create trigger only_grows before update or delete on %s
                  for each row execute function refuse_change()', name);
  execute format('revoke update on %s from iltizam_app', name);
end $$;

-- The transaction's number as a bigint, which orders rows for the sealer (a block range index needs it so).
create function current_tx() returns bigint language sql as $$ select pg_current_xact_id()::text::bigint $$;

create table journal (
  id uuid primary key,
  tx bigint not null default current_tx(),
  at timestamptz not null,
  actor text not null,
  actor_label text not null,
  act text not null,
  object_kind text not null,
  object_id text not null,
  before json,
  after json,
  reason text
);
create index journal_by_object on journal (object_id, at);
create index journal_by_tx on journal (tx);
-- the controller reads it from its end, everything or one kind of act
create index journal_by_time on journal (at, id);
create index journal_by_act on journal (act, at);
select guard_growing_table('journal');

create table outbox (
  id uuid primary key,
  at timestamptz not null,
  type text not null,
  object_id text not null,
  payload jsonb not null,
  taken_at timestamptz
);
create index outbox_waiting on outbox (id) where taken_at is null;
select guard_table('outbox');

create table settings (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
select guard_table('settings');

-- For the functions of the ledger, which journal inside the one statement that posts a fact.
create function write_journal(id uuid, at timestamptz, actor text, actor_label text, act text, object_kind text,
                              object_id text, before json, after json, reason text)
returns void language sql as $$
  insert into journal (id, at, actor, actor_label, act, object_kind, object_id, before, after, reason)
  values (id, at, actor, actor_label, act, object_kind, object_id, before, after, reason)
$$;
