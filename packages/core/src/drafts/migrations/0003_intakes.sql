-- Texts that wait for review: the file as it was opened, what the engine proposed, what was decided so far.
create table intakes (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  file_name text not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  -- what the person who opened it knows of its publication, as far as she does
  published_on jsonb,
  state text not null check (state in ('unread', 'open', 'recorded', 'nothing')),
  language text check (language in ('fr', 'ar', 'en')),
  -- the draft of the engine, which never changes, and its sentences in the three languages
  draft jsonb,
  words jsonb not null default '{}',
  pages_without_text integer[] not null default '{}',
  decisions jsonb not null,
  wanted integer not null default 0,
  decided integer not null default 0,
  reason text,
  -- what was recorded: the document, and the draft and review as they were accepted
  document_id uuid,
  result jsonb,
  agreements text[] not null default '{}',
  opened_at timestamptz not null,
  opened_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- grows with each change: a review that was read before is refused when it no longer fits
  revision integer not null default 1,
  unique (space, file_hash),
  foreign key (document_id, space) references documents (id, space),
  check ((state = 'unread') <= (draft is null)),
  check ((state = 'recorded') = (document_id is not null))
);
create index intakes_by_state on intakes (space, state, changed_at desc);
select guard_table('intakes');
select names_files('intakes', 'file_hash');
-- a file that turns out to give no text is taken back
grant delete on intakes to iltizam_app;

-- A text that waits belongs to no place yet: whoever prepares agreements somewhere sees it. Once it is recorded it is seen
-- with its document.
select protect_table('intakes', $seen$
  case when document_id is null then (select sees_some('drafts'))
       else exists (select from documents d where d.id = document_id) end$seen$);
