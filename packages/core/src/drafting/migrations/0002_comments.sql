-- What somebody says of a passage of a version; it goes on to later versions where the words still stand.
create table text_comments (
  id uuid primary key,
  space text not null,
  version_id uuid not null references text_versions (id),
  language text not null check (language in ('fr', 'ar')),
  clause text not null,
  -- UTF-16 offsets into the clause's words, and the words themselves; a whole clause from 0 to its end
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  quote text not null,
  comment text not null,
  recorded_by_label text not null,
  recorded_at timestamptz not null
);
create index text_comments_by_version on text_comments (version_id);
select guard_growing_table('text_comments');

create table text_answers (
  id uuid primary key,
  comment_id uuid not null references text_comments (id),
  answer text,
  -- settled, or open again; null: an answer only
  settled boolean,
  recorded_by_label text not null,
  recorded_at timestamptz not null,
  check (answer is not null or settled is not null)
);
create index text_answers_by_comment on text_answers (comment_id);
select guard_growing_table('text_answers');

select protect_table('text_comments', 'exists (select from text_versions v where v.id = version_id)', 'drafting');
select protect_table('text_answers', 'exists (select from text_comments c where c.id = comment_id)', 'drafting');
