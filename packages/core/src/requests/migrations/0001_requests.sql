-- What a partner is asked to declare: one organisation, one agreement, one period. It is answered once.
create table declaration_requests (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null,
  organisation_id uuid not null,
  focal_point_id uuid references focal_points (id),
  -- to whom, by function
  addressee text not null,
  language text not null check (language in ('fr', 'ar', 'en')),
  period_from date not null,
  period_to date not null,
  -- the last day of its link
  due_on date not null,
  asked_by text not null,
  asked_by_label text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  check (period_from <= period_to),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
create index declaration_requests_by_agreement on declaration_requests (agreement_id, asked_at);
select guard_table('declaration_requests');
select protect_table('declaration_requests', 'agreement_id in (select seen_agreements(''any''))');
