-- The closing file of an agreement: frozen on the day on which it is closed.
create table closures (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null unique,
  closed_on date not null,
  lessons text not null,
  report_document_id uuid,
  settlement jsonb not null,
  results jsonb not null,
  -- what was still open, and why it was closed all the same
  open_items jsonb not null,
  open_reason text,
  closed_by text not null,
  recorded_at timestamptz not null,
  check (open_items = '[]' or open_reason is not null),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (report_document_id, space) references documents (id, space)
);
select guard_growing_table('closures');
select protect_table('closures', 'agreement_id in (select seen_agreements(''any''))');

create function final_report_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('document', new.report_document_id, new.agreement_id);
  return null;
end $$;
alter function final_report_seen owner to iltizam_counter;
create trigger document_seen after insert on closures
  for each row when (new.report_document_id is not null) execute function final_report_seen();
