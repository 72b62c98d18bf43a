-- The result of a call as everybody reads it, written once when it is published: who was accepted, and how many applied.
-- Nothing of who was not, and nothing of people.
create table call_results (
  call_id uuid primary key,
  space text not null,
  reference text not null unique,
  published_on date not null,
  content json not null,
  recorded_at timestamptz not null,
  foreign key (call_id, space) references calls (id, space)
);
select guard_growing_table('call_results');
