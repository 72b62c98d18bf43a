-- Any node of the tree: programme, plan, contract-programme, bundle, instrument. An amendment is a record of its
-- agreement, not a node.
create table agreements (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  reference text not null unique check (reference ~ '^[A-Z0-9-]{3,32}$'),
  kind text not null check (kind in ('programme', 'plan', 'contract_programme', 'bundle', 'instrument')),
  -- of an instrument: convention, mou, letter_of_intent, …; of a framework: law, strategy, development_model, …
  type text,
  title text not null,
  title_ar text,
  title_en text,
  purpose text,
  state text not null,
  -- the state rests on a press report, not on a recorded text: «signed (reported)»
  reported boolean not null default false,
  -- of a bundle: how many instruments it stands for; null = the texts do not say or disagree
  stands_for smallint check (stands_for > 0),
  period_from date,
  period_to date,
  -- signature date as far as the texts give it
  signed_year smallint,
  signed_month smallint,
  signed_day smallint,
  signed_weekday smallint,
  signed_territory_id uuid,
  -- for a programme or plan: whose competence it uses (organic law 111-14)
  competence text check (competence in ('own', 'shared', 'own_and_shared', 'transferred')),
  -- signed before the register was kept; opening figures come as declarations
  legacy boolean not null default false,
  territory_id uuid,
  lead_organisation_id uuid,
  signed_document_id uuid,
  next_action text,
  next_action_on date,
  -- reference and titles folded, for search
  folded text not null,
  recorded_at timestamptz not null,
  -- grows with each change: the form that was read before is refused when it no longer fits
  revision integer not null default 1,
  unique (id, space),
  check (period_from is null or period_to is null or period_from <= period_to),
  check (stands_for is null or kind = 'bundle'),
  foreign key (signed_territory_id, space) references territories (id, space),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (lead_organisation_id, space) references organisations (id, space),
  foreign key (signed_document_id, space) references documents (id, space)
);
create index agreements_by_state on agreements (space, state);
select guard_table('agreements');

-- The one parent under which an agreement counts, with the time during which it did (for known-on).
create table agreement_parents (
  agreement_id uuid not null,
  parent_id uuid not null,
  space text not null,
  known daterange not null,
  reason text,
  check (agreement_id <> parent_id),
  primary key (agreement_id, known without overlaps),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (parent_id, space) references agreements (id, space)
);
create index agreement_parents_by_parent on agreement_parents (parent_id);
select guard_table('agreement_parents');
-- a parent that is set and changed within one day was never known at the end of a day
grant delete on agreement_parents to iltizam_app;

-- Frameworks that make no node, what leads to what, what renews what.
create table agreement_links (
  from_id uuid not null,
  to_id uuid not null,
  space text not null,
  kind text not null check (kind in ('framework', 'leads_to', 'renews', 'specifies', 'refers_to', 'leans_on')),
  primary key (from_id, to_id, kind),
  check (from_id <> to_id),
  foreign key (from_id, space) references agreements (id, space),
  foreign key (to_id, space) references agreements (id, space)
);
select guard_table('agreement_links');

create table agreement_parties (
  id uuid primary key,
  agreement_id uuid not null,
  space text not null,
  organisation_id uuid not null,
  role text not null check (role in ('signatory', 'funder', 'operator', 'partner', 'trainer', 'host', 'patron',
                                     'counterparty')),
  -- the party's identity as it was at signature (its present name may differ)
  name_at_signature text not null,
  -- whether the texts name it as one who signed, or only as bound or partner
  signed boolean,
  unique (agreement_id, organisation_id, role),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
create index agreement_parties_by_organisation on agreement_parties (organisation_id);
select guard_table('agreement_parties');

create table agreement_representatives (
  party_id uuid not null references agreement_parties (id),
  office_holder_id uuid not null references office_holders (id),
  primary key (party_id, office_holder_id)
);
select guard_table('agreement_representatives');

create table agreement_fields (
  agreement_id uuid not null references agreements (id),
  -- field of cooperation, strand (salaried, entrepreneurship), sector, objective, policy tag
  kind text not null check (kind in ('field', 'strand', 'sector', 'objective', 'mission', 'tag', 'clause')),
  code text not null,
  label text,
  primary key (agreement_id, kind, code)
);
select guard_table('agreement_fields');

-- A stated aim with its author: not a commitment.
create table orientations (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  kind text not null,
  author_organisation_id uuid references organisations (id),
  author_office_holder_id uuid references office_holders (id),
  author_text text,
  wording text not null
);
create index orientations_by_agreement on orientations (agreement_id);
select guard_table('orientations');

-- What was recorded by mistake goes, with its reason in the journal, as long as no signed text says it.
grant delete on agreement_links, agreement_parties, agreement_representatives, agreement_fields, orientations
  to iltizam_app;
