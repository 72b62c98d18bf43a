-- A Word document that came back: what was read in it beside the version that went out, and what was decided of each
-- figure that it says otherwise.
create table text_returns (
  id uuid primary key,
  space text not null,
  version_id uuid not null references text_versions (id),
  language text not null check (language in ('fr', 'ar')),
  file_name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  -- JSON: clauses in other words, figures, what could not be placed
  reading text not null,
  -- the version that has its words; null when it changed none
  made_version smallint,
  recorded_by_label text not null,
  recorded_at timestamptz not null
);
create index text_returns_by_version on text_returns (version_id);
select guard_growing_table('text_returns');
select names_files('text_returns', 'file_hash');

create table text_decisions (
  return_id uuid not null references text_returns (id),
  -- its place among the figures of the reading
  number smallint not null check (number > 0),
  decision text not null check (decision in ('accepted', 'refused')),
  reason text,
  recorded_by_label text not null,
  recorded_at timestamptz not null,
  primary key (return_id, number)
);
select guard_growing_table('text_decisions');

select protect_table('text_returns', 'exists (select from text_versions v where v.id = version_id)', 'drafting');
select protect_table('text_decisions', 'exists (select from text_returns r where r.id = return_id)', 'drafting');
