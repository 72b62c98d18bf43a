-- Money by party, in minor units: promised, called, paid, justified. A total is never the sum of what is unknown.
create table contributions (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null,
  number smallint not null check (number > 0),
  role text not null check (role in ('total', 'contribution', 'line')),
  -- null: the payer is unknown, and is shown as unknown
  contributor_id uuid,
  amount_minor bigint check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  qualifier text not null check (qualifier in ('exact', 'approximate', 'estimated', 'at_least', 'at_most',
                                               'unquantified')),
  in_kind boolean not null default false,
  purpose text,
  -- an announced amount stays announced; a signed one stands in a recorded text
  basis text not null check (basis in ('announced', 'signed')),
  amendment_id uuid references amendments (id),
  effective daterange not null default daterange('-infinity', null),
  recorded_at timestamptz not null,
  unique (agreement_id, number),
  unique (id, space),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (contributor_id, space) references organisations (id, space)
);
select guard_table('contributions');

create table contribution_assertions (
  contribution_id uuid not null,
  space text not null,
  assertion_id uuid not null,
  field text not null default 'amount',
  primary key (contribution_id, assertion_id, field),
  foreign key (contribution_id, space) references contributions (id, space),
  foreign key (assertion_id, space) references assertions (id, space)
);
create index contribution_assertions_by_assertion on contribution_assertions (assertion_id);
select guard_table('contribution_assertions');

-- Called, paid (with its value date) and justified amounts of a contribution.
create table contribution_movements (
  id uuid primary key,
  contribution_id uuid not null,
  space text not null,
  kind text not null check (kind in ('called', 'paid', 'justified')),
  amount_minor bigint not null check (amount_minor > 0),
  moved_on date not null,
  evidence_hash text check (evidence_hash ~ '^[0-9a-f]{64}$'),
  note text,
  recorded_at timestamptz not null,
  foreign key (contribution_id, space) references contributions (id, space)
);
create index contribution_movements_by_contribution on contribution_movements (contribution_id);
select guard_growing_table('contribution_movements');
