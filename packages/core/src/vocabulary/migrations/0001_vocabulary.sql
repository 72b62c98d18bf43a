-- The controlled words: indicators with versioned definitions, populations, classifications, measures.
create table indicators (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{2,39}$'),
  -- a code that means the same event and unit as another; no fact is posted under an alias
  alias_of text,
  alias_reason jsonb,
  label_fr text not null,
  label_ar text not null,
  label_en text not null,
  ar_reviewed boolean not null default true,
  unit text not null,
  nature text not null check (nature in ('flow', 'stock', 'ratio', 'money')),
  subject text not null check (subject in ('person', 'thing', 'none')),
  aggregation text not null check (aggregation in ('distinct', 'sum', 'last', 'ratio', 'none')),
  -- whose rows are counted; only `results` may receive facts
  recorded_in text not null default 'results'
    check (recorded_in in ('results', 'agreements', 'funding', 'disbursement', 'meetings', 'needs', 'delivery',
                           'imported', 'computed')),
  numerator text references indicators (code),
  numerator_filter jsonb,
  denominator text references indicators (code),
  denominator_filter jsonb,
  -- the indicators that a share may be read for
  applies_to text[],
  is_alias boolean not null generated always as (alias_of is not null) stored,
  -- always false where there is an alias: what it points to is no alias itself
  alias_points_to_alias boolean generated always as (case when alias_of is null then null else false end) stored,
  unique (code, is_alias),
  foreign key (alias_of, alias_points_to_alias) references indicators (code, is_alias),
  check (alias_of is not null or alias_reason is null),
  check ((nature = 'ratio') = (numerator is not null)),
  check ((nature = 'ratio') = (denominator is not null)),
  check (nature not in ('ratio', 'money') or subject = 'none')
);
select guard_table('indicators');

create table indicator_versions (
  indicator text not null references indicators (code),
  version smallint not null check (version > 0),
  effective_from date not null,
  state text not null check (state in ('defined', 'undefined')),
  definition_fr text not null,
  definition_ar text not null,
  definition_en text not null,
  proof_level smallint not null check (proof_level between 1 and 4),
  -- what an office may set without another meaning: months of a durable job, sessions, hours
  parameters jsonb not null default '{}',
  evidence jsonb,
  pitfalls jsonb,
  reason text,
  recorded_at timestamptz not null,
  primary key (indicator, version)
);
select guard_growing_table('indicator_versions');

-- The version whose definition holds on a day: the latest among those in effect. Null before the first.
create function indicator_version_on(of_indicator text, day date) returns smallint language sql stable as $$
  select max(version) from indicator_versions where indicator = of_indicator and effective_from <= day
$$;

create table populations (
  code text primary key,
  label_fr text not null,
  label_ar text not null,
  label_en text not null,
  ar_reviewed boolean not null default true,
  definition_fr text not null default '',
  definition_ar text not null default '',
  definition_en text not null default '',
  -- needs a permission of its own and never leaves in an export (ledger.md §5)
  sensitive boolean not null default false,
  age_from smallint,
  age_to smallint,
  sex text check (sex in ('F', 'M')),
  milieu text check (milieu in ('urban', 'rural')),
  check (age_from <= age_to)
);
select guard_table('populations');

-- Occupations, sectors, education levels, contract types and the closed lists. The scheme carries its version
-- (rome-3, isic-4): another version is another scheme.
create table classification_entries (
  scheme text not null,
  code text not null,
  position integer not null,
  parent text,
  level smallint,
  label_fr text not null,
  label_ar text,
  label_en text,
  ar_reviewed boolean not null default false,
  -- the labels in one comparable spelling, for search
  folded text not null,
  details jsonb not null default '{}',
  primary key (scheme, code),
  foreign key (scheme, parent) references classification_entries (scheme, code)
);
create index classification_entries_by_parent on classification_entries (scheme, parent);
select guard_table('classification_entries');

create table measures (
  code text primary key,
  label_fr text not null,
  label_ar text not null,
  label_en text not null,
  ar_reviewed boolean not null default false,
  parent text references measures (code),
  kind text not null,
  operator text,
  start_year smallint,
  status text,
  target_fr text,
  instrument_fr text,
  source text
);
select guard_table('measures');

-- Amounts, durations and shares change with each finance law: they are dated settings, never code. An open end of
-- `valid` means not known (before) or still in force (after).
create table measure_settings (
  measure text not null references measures (code),
  setting text not null,
  value text not null,
  unit text not null,
  currency text check (currency ~ '^[A-Z]{3}$'),
  valid daterange not null check (not isempty(valid)),
  source text not null,
  confidence text not null,
  constraint one_value_at_a_time primary key (measure, setting, valid without overlaps),
  check ((unit = 'money') = (currency is not null))
);
select guard_table('measure_settings');
