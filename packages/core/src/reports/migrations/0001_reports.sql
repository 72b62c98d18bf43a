-- What a partner is to report about an agreement, and by when.
create table report_schedules (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('activity', 'financial', 'final')),
  -- null: once, for the whole time
  every_months smallint check (every_months between 1 and 24),
  days_after smallint not null check (days_after between 0 and 365),
  language text not null check (language in ('fr', 'ar', 'en')),
  focal_point_id uuid references focal_points (id),
  recorded_at timestamptz not null,
  unique (id, space),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
select guard_table('report_schedules');

create table reports (
  id uuid primary key,
  space text not null,
  schedule_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('activity', 'financial', 'final')),
  period_from date not null,
  period_to date not null,
  due_on date not null,
  state text not null check (state in ('due', 'asked', 'received', 'sent_back', 'accepted', 'waived')),
  asked_at timestamptz,
  -- the first time that it came, and in which round it stands
  received_at timestamptz,
  round smallint not null default 0,
  judged_at timestamptz,
  waived_why text,
  check (period_from <= period_to),
  check ((state = 'waived') = (waived_why is not null)),
  unique (schedule_id, period_from),
  foreign key (schedule_id, space) references report_schedules (id, space),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
create index reports_by_agreement on reports (agreement_id, received_at);
create index reports_waiting on reports (due_on) where state in ('due', 'asked', 'sent_back');
select guard_table('reports');

-- What a report holds, by round: what was sent back is given again in the next.
create table report_items (
  id uuid primary key,
  report_id uuid not null references reports (id),
  round smallint not null check (round > 0),
  part text not null check (part in ('account', 'number', 'spent', 'file')),
  commitment_id uuid references commitments (id),
  account text,
  quantity bigint check (quantity >= 0),
  spent_minor bigint check (spent_minor >= 0),
  currency text,
  document_id uuid references documents (id),
  given_at timestamptz not null,
  verdict text check (verdict in ('accepted', 'sent_back')),
  verdict_reason text,
  judged_at timestamptz,
  judged_by text,
  check ((verdict is null) = (judged_at is null)),
  check (verdict is distinct from 'sent_back' or verdict_reason is not null),
  unique nulls not distinct (report_id, part, commitment_id, round)
);
select guard_table('report_items');

create function report_file_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('document', new.document_id, (select agreement_id from reports where id = new.report_id));
  return null;
end $$;
alter function report_file_seen owner to iltizam_counter;
create trigger report_file_seen after insert on report_items
  for each row when (new.document_id is not null) execute function report_file_seen();

select protect_table(child, 'agreement_id in (select seen_agreements(''any''))')
from unnest('{report_schedules,reports}'::regclass[]) child;
select protect_table('report_items', 'exists (select from reports r where r.id = report_id)');
