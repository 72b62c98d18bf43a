-- Money by party, in minor units: promised, called, paid, justified. A total is never the sum of what is unknown.
create table contributions (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null,
  -- the reference is <agreement reference>/M<number>
  number smallint not null check (number > 0),
  role text not null check (role in ('total', 'contribution', 'line')),
  -- null: the payer is unknown, and is shown as unknown
  contributor_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  in_kind boolean not null default false,
  purpose text,
  -- an announced amount stays announced; a signed one stands in a recorded text
  basis text not null check (basis in ('announced', 'signed')),
  recorded_at timestamptz not null,
  unique (agreement_id, number),
  unique (id, space),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (contributor_id, space) references organisations (id, space)
);
select guard_table('contributions');

-- The promised amount, never overwritten: an amendment closes the open period and adds a version.
create table contribution_amounts (
  id uuid primary key,
  contribution_id uuid not null references contributions (id),
  version smallint not null check (version > 0),
  amount_minor bigint check (amount_minor >= 0),
  qualifier text not null check (qualifier in ('exact', 'approximate', 'estimated', 'at_least', 'at_most',
                                               'unquantified')),
  effective daterange not null,
  recorded_at timestamptz not null,
  -- when a later version was recorded that closed this one's open period
  closed_at timestamptz,
  amendment_id uuid references amendments (id),
  clause text,
  reason text,
  unique (contribution_id, version),
  constraint one_amount_at_a_time unique (contribution_id, effective without overlaps),
  check (version = 1 or amendment_id is not null),
  check ((amount_minor is null) = (qualifier = 'unquantified'))
);
select guard_table('contribution_amounts');

create function only_close_amount() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or upper(old.effective) is not null
     or lower(new.effective) is distinct from lower(old.effective)
     or (new.id, new.contribution_id, new.version, new.amount_minor, new.qualifier, new.recorded_at,
         new.amendment_id, new.clause, new.reason)
        is distinct from
        (old.id, old.contribution_id, old.version, old.amount_minor, old.qualifier, old.recorded_at,
         old.amendment_id, old.clause, old.reason)
  then
    raise exception 'a promised amount is never overwritten: add a version' using errcode = 'IL003';
  end if;
  return new;
end $$;
create trigger only_close before update or delete on contribution_amounts
  for each row execute function only_close_amount();

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

-- Called, paid (with its value date) and justified amounts of a contribution: only added; one that was wrong is withdrawn,
-- and may be put right by another.
create table contribution_movements (
  id uuid primary key,
  contribution_id uuid not null,
  space text not null,
  kind text not null check (kind in ('called', 'paid', 'justified')),
  amount_minor bigint not null check (amount_minor > 0),
  moved_on date not null,
  -- of a payment: who received it; a transfer to a third party is not yet money for those whom it is meant for
  payee_id uuid,
  note text,
  -- itself, or the first of those that it puts right
  first_id uuid not null references contribution_movements (id),
  recorded_at timestamptz not null,
  unique (id, space),
  check (payee_id is null or kind = 'paid'),
  foreign key (contribution_id, space) references contributions (id, space),
  foreign key (payee_id, space) references organisations (id, space)
);
create index contribution_movements_by_contribution on contribution_movements (contribution_id);
create index contribution_movements_by_first on contribution_movements (first_id);
select guard_growing_table('contribution_movements');

create table movement_withdrawals (
  movement_id uuid primary key references contribution_movements (id),
  reason text not null,
  recorded_at timestamptz not null
);
select guard_growing_table('movement_withdrawals');

-- The papers of movements, sealed: a payroll names workers, an invoice may name a person.
create table money_papers (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  contribution_id uuid not null references contributions (id),
  kind text not null check (kind in ('call_letter', 'bank_notice', 'invoice', 'payroll', 'contract', 'deliberation',
                                     'other')),
  -- by which the office finds the original again
  number text,
  media_type text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
select guard_growing_table('money_papers');
select names_files('money_papers', 'hash');

create table movement_papers (
  movement_id uuid not null references contribution_movements (id),
  hash text not null references money_papers (hash),
  primary key (movement_id, hash)
);
select guard_growing_table('movement_papers');
