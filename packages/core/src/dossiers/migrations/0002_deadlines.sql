-- Within how many days a kind of request is answered, from a day on, and by which text. Without a row the terms of
-- model.ts hold.
create table request_deadlines (
  kind text not null check (kind in ('access', 'correction', 'erasure', 'objection')),
  from_on date not null,
  days integer not null check (days between 1 and 90),
  source text not null,
  recorded_at timestamptz not null,
  primary key (kind, from_on)
);
select guard_growing_table('request_deadlines');
