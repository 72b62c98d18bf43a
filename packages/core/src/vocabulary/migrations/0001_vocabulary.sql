-- The controlled words: indicators with versioned definitions, populations, classifications, measures.
create table indicators (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{2,39}$'),
  -- a code that means the same event and unit as another; no fact is posted under an alias
  alias_of text references indicators (code),
  label_fr text not null,
  label_ar text not null,
  label_en text not null,
  ar_reviewed boolean not null default true,
  unit text not null,
  nature text not null check (nature in ('flow', 'stock', 'ratio', 'money')),
  subject text not null check (subject in ('person', 'thing', 'none')),
  aggregation text not null check (aggregation in ('distinct', 'sum', 'last', 'ratio', 'none')),
  numerator text references indicators (code),
  denominator text references indicators (code)
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
  evidence text,
  pitfalls text,
  reason text,
  recorded_at timestamptz not null,
  primary key (indicator, version)
);
select guard_growing_table('indicator_versions');

create table populations (
  code text primary key,
  label_fr text not null,
  label_ar text not null,
  label_en text not null,
  ar_reviewed boolean not null default true,
  definition text,
  -- needs a permission of its own and never leaves in an export (ledger.md §5)
  sensitive boolean not null default false,
  age_from smallint,
  age_to smallint
);
select guard_table('populations');

-- Occupations, sectors, education levels, contract types and the field's other lists: scheme + version + code.
create table classification_entries (
  scheme text not null,
  code text not null,
  parent text,
  level smallint,
  label_fr text not null,
  label_ar text,
  label_en text,
  ar_reviewed boolean not null default false,
  primary key (scheme, code)
);
select guard_table('classification_entries');

create table measures (
  code text primary key,
  label_fr text not null,
  label_ar text,
  operator text,
  start_year smallint,
  status text,
  target_fr text,
  instrument_fr text
);
select guard_table('measures');

-- Amounts, durations and shares change with each finance law: they are dated settings, never code.
create table measure_settings (
  measure text not null references measures (code),
  key text not null,
  value text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence text not null,
  primary key (measure, key, valid_from)
);
select guard_table('measure_settings');
