-- Every file that was imported: which one, what it held, what became of its rows.
create table imports (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  kind text not null,
  source text,
  file_name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  rows integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  refused integer not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  journal_id uuid not null
);
select guard_growing_table('imports');
select names_files('imports', 'file_hash');
-- Who imported a file sees what became of it; whoever sees everything, every file.
select protect_table('imports', $seen$recorded_by = current_setting('iltizam.actor', true)$seen$);
