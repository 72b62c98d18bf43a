-- A sheet that somebody sent, how far its import is, and what came of it: counts and places of errors, no cell's content.
create table sheet_uploads (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  kind text not null,
  file_name text not null,
  -- in the file store; null once it is destroyed
  file_hash text,
  bytes integer not null,
  source text,
  state text not null check (state in ('waiting', 'running', 'tried', 'recorded', 'refused')),
  -- what is asked for now: a trial, or to record (all of it, or the good rows)
  dry_run boolean not null default true,
  partial boolean not null default false,
  stage text,
  bytes_read integer not null default 0,
  outcome jsonb,
  -- the refusal of the whole file: code and values
  refusal jsonb,
  -- who sent it, with her rights as they were
  recorded_by text not null,
  actor jsonb not null,
  recorded_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz
);
create index sheet_uploads_waiting on sheet_uploads (recorded_at) where state in ('waiting', 'running');
select guard_table('sheet_uploads');
select names_files('sheet_uploads', 'file_hash');
select protect_table('sheet_uploads', $seen$recorded_by = current_setting('iltizam.actor', true)$seen$, 'uploads_of_all');
