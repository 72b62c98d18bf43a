-- A commitment is data: how much of which indicator, for whom, where, when, owed by whom.
create table commitments (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  agreement_id uuid not null,
  -- the reference is <agreement reference>/<number>
  number smallint not null check (number > 0),
  kind text not null check (kind in ('result', 'best_efforts')),
  -- null: readings differ in indicator and none is adopted
  indicator text references indicators (code),
  indicator_version smallint,
  -- null as long as the readings differ in unit
  unit text,
  -- a commitment whose indicator is undefined stays a draft and still shows as announced
  state text not null check (state in ('draft', 'final', 'withdrawn')),
  wording text not null,
  populations text[] not null default '{}',
  territory_id uuid,
  -- `stated` milieu of the promise («en milieu rural»)
  milieu text check (milieu in ('urban', 'rural')),
  period_from date,
  period_to date,
  deadline date,
  owed_by uuid,
  -- the version of the target whose split is final; a new version is split anew
  final_split smallint,
  recorded_at timestamptz not null,
  revision integer not null default 1,
  unique (agreement_id, number),
  unique (id, space),
  check (period_from is null or period_to is null or period_from <= period_to),
  check (indicator is null or unit is not null),
  check (state <> 'final' or indicator is not null),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (indicator, indicator_version) references indicator_versions (indicator, version),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (owed_by, space) references organisations (id, space)
);
select guard_table('commitments');
select keep_rows('commitments');

-- The target of a signed text, never overwritten: an amendment closes the open period and adds a version.
create table commitment_targets (
  id uuid primary key,
  commitment_id uuid not null references commitments (id),
  version smallint not null check (version > 0),
  -- null: unquantified
  quantity bigint check (quantity >= 0),
  qualifier text not null check (qualifier in ('exact', 'approximate', 'estimated', 'at_least', 'at_most',
                                               'unquantified', 'best_efforts')),
  -- the promise's time as this version has it: an amendment of duration changes it
  period_from date,
  period_to date,
  deadline date,
  effective daterange not null,
  recorded_at timestamptz not null,
  -- when a later version was recorded that closed this one's open period
  closed_at timestamptz,
  amendment_id uuid references amendments (id),
  clause text,
  reason text,
  unique (commitment_id, version),
  -- as text, so that no plan enters this index to find a commitment's targets: the one of versions is ten times cheaper
  constraint one_target_at_a_time exclude using gist ((commitment_id::text) with =, effective with &&),
  check (version = 1 or amendment_id is not null),
  check ((quantity is null) = (qualifier in ('unquantified', 'best_efforts')))
);
select guard_table('commitment_targets');

-- The only change of a target: an open period is closed.
create function only_close_target() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or upper(old.effective) is not null
     or lower(new.effective) is distinct from lower(old.effective)
     or (new.id, new.commitment_id, new.version, new.quantity, new.qualifier, new.period_from, new.period_to,
         new.deadline, new.recorded_at, new.amendment_id, new.clause, new.reason)
        is distinct from
        (old.id, old.commitment_id, old.version, old.quantity, old.qualifier, old.period_from, old.period_to,
         old.deadline, old.recorded_at, old.amendment_id, old.clause, old.reason)
  then
    raise exception 'a target is never overwritten: add a version' using errcode = 'IL003';
  end if;
  return new;
end $$;
create trigger only_close before update or delete on commitment_targets
  for each row execute function only_close_target();

-- Which assertion announces this commitment's figure, under which wording.
create table commitment_assertions (
  commitment_id uuid not null,
  space text not null,
  assertion_id uuid not null,
  -- the assertion gives the figure (target), or another field: indicator, population, territory, orders «whenever possible»
  field text not null default 'target',
  primary key (commitment_id, assertion_id, field),
  foreign key (commitment_id, space) references commitments (id, space),
  foreign key (assertion_id, space) references assertions (id, space)
);
create index commitment_assertions_by_assertion on commitment_assertions (assertion_id);
select guard_table('commitment_assertions');

-- A target split by place, population, sex and quarter. Parts need not cover the whole; the difference is shown.
create table commitment_breakdowns (
  id uuid primary key,
  target_id uuid not null references commitment_targets (id),
  space text not null,
  territory_id uuid,
  service_point_id uuid references service_points (id),
  population text references populations (code),
  sex text check (sex in ('F', 'M')),
  milieu text check (milieu in ('urban', 'rural')),
  quarter_from date,
  quantity bigint not null check (quantity >= 0),
  unique nulls not distinct (target_id, territory_id, service_point_id, population, sex, milieu, quarter_from),
  foreign key (territory_id, space) references territories (id, space)
);
select guard_table('commitment_breakdowns');
grant delete on commitment_breakdowns to iltizam_app;

-- Who may be counted, checked when a fact is posted: residence, age, sex, milieu, education, population.
create table commitment_eligibility (
  commitment_id uuid not null,
  space text not null,
  rule text not null check (rule in ('residence', 'age_from', 'age_to', 'sex', 'milieu', 'education_to',
                                     'education_from', 'population')),
  value text not null,
  territory_id uuid,
  primary key (commitment_id, rule, value),
  check ((rule = 'residence') = (territory_id is not null)),
  foreign key (commitment_id, space) references commitments (id, space),
  foreign key (territory_id, space) references territories (id, space)
);
select guard_table('commitment_eligibility');

-- Who does what for the promise (the agency before creation, an association for loans, the region pays).
create table commitment_responsibilities (
  commitment_id uuid not null,
  space text not null,
  organisation_id uuid not null,
  task text not null,
  primary key (commitment_id, organisation_id, task),
  foreign key (commitment_id, space) references commitments (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
select guard_table('commitment_responsibilities');
grant delete on commitment_eligibility to iltizam_app;
grant delete on commitment_responsibilities to iltizam_app;
