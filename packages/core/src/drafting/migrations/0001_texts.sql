-- What somebody chose for an agreement's text: the template, its optional clauses, other words. The register has the rest.
create table text_choices (
  agreement_id uuid primary key,
  space text not null,
  choices text not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  foreign key (agreement_id, space) references agreements (id, space)
);
select guard_table('text_choices');

-- What a text that nobody has signed yet will promise: the last one holds until the signed target or amount is there.
create table proposed_figures (
  id uuid primary key,
  space text not null,
  agreement_id uuid not null,
  commitment_id uuid,
  contribution_id uuid,
  quantity bigint check (quantity >= 0),
  amount_minor bigint check (amount_minor >= 0),
  qualifier text not null check (qualifier in ('exact', 'approximate', 'estimated', 'at_least', 'at_most',
                                               'unquantified', 'best_efforts')),
  reason text,
  recorded_by_label text not null,
  recorded_at timestamptz not null,
  check ((commitment_id is null) <> (contribution_id is null)),
  check (commitment_id is not null or quantity is null),
  check (contribution_id is not null or amount_minor is null),
  check ((quantity is null and amount_minor is null) = (qualifier in ('unquantified', 'best_efforts'))),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (commitment_id, space) references commitments (id, space),
  foreign key (contribution_id, space) references contributions (id, space)
);
create index proposed_figures_by_commitment on proposed_figures (commitment_id, recorded_at);
create index proposed_figures_by_contribution on proposed_figures (contribution_id, recorded_at);
select guard_growing_table('proposed_figures');

-- A text as it was frozen: RFC 8785 JSON with its SHA-256; every figure in it names what it came from.
create table text_versions (
  id uuid primary key,
  space text not null,
  agreement_id uuid not null,
  number smallint not null check (number > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content text not null,
  note text,
  -- how many mandatory things were missing when it was frozen
  missing smallint not null check (missing >= 0),
  recorded_by_label text not null,
  recorded_at timestamptz not null,
  unique (agreement_id, number),
  foreign key (agreement_id, space) references agreements (id, space)
);
select guard_growing_table('text_versions');

create table text_sendings (
  id uuid primary key,
  version_id uuid not null references text_versions (id),
  sent_to text not null check (sent_to in ('partner', 'lawyer')),
  sent_on date not null,
  note text,
  recorded_by_label text not null,
  recorded_at timestamptz not null
);
create index text_sendings_by_version on text_sendings (version_id);
select guard_growing_table('text_sendings');

select protect_table(name, 'agreement_id in (select seen_agreements(''drafting''))', 'drafting')
from unnest('{text_choices,proposed_figures,text_versions}'::regclass[]) name;
select protect_table('text_sendings', 'exists (select from text_versions v where v.id = version_id)', 'drafting');
