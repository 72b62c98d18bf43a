-- Which documents were recorded from a reviewed draft, and the two files as they were accepted.
create table recorded_drafts (
  document_id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  draft_hash text not null check (draft_hash ~ '^[0-9a-f]{64}$'),
  review_hash text not null check (review_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  foreign key (document_id, space) references documents (id, space)
);
select guard_growing_table('recorded_drafts');
