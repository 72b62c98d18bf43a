-- Parties and their successive names, the people who hold an office in them, and their service points.
create table organisations (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  -- public reference, unique in the installation, for imports and links
  reference text not null unique check (reference ~ '^[A-Z0-9-]{2,32}$'),
  kind text not null,
  name text not null,
  name_ar text,
  name_en text,
  ice text check (ice ~ '^[0-9]{15}$'),
  country text not null default 'MA' check (country ~ '^[A-Z]{2}$'),
  territory_id uuid,
  -- the group, federation or ministry above
  parent_id uuid,
  recorded_at timestamptz not null,
  unique (id, space),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (parent_id, space) references organisations (id, space)
);
create unique index organisations_by_ice on organisations (space, ice) where ice is not null;
select guard_table('organisations');

create table organisation_names (
  organisation_id uuid not null references organisations (id),
  name text not null,
  folded text not null,
  language text not null check (language in ('fr', 'ar', 'en')),
  kind text not null check (kind in ('official', 'alias', 'acronym', 'former')),
  valid_from date,
  valid_to date,
  -- an organisation may come back to a name that it had before
  unique nulls not distinct (organisation_id, language, name, valid_from),
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
create index organisation_names_by_folded on organisation_names (folded);
create unique index one_official_name on organisation_names (organisation_id, language) where kind = 'official';
select guard_table('organisation_names');

-- Office-holders appear by name and function, as a text gives them; the period is null when the text is silent.
create table office_holders (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  organisation_id uuid not null,
  name text,
  function text not null,
  held_from date,
  held_to date,
  unique (id, space),
  unique nulls not distinct (organisation_id, name, function, held_from),
  foreign key (organisation_id, space) references organisations (id, space)
);
select guard_table('office_holders');

create table focal_points (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  function text not null,
  mail text,
  active boolean not null default true,
  unique nulls not distinct (organisation_id, function, mail)
);
select guard_table('focal_points');

create table service_points (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  organisation_id uuid not null,
  kind text not null check (kind in ('agency', 'employment_space', 'mobile_unit', 'incubator')),
  name text not null,
  territory_id uuid,
  -- the organisation that set it up, when another operates it (an incubator)
  founder_id uuid,
  programme text,
  opened_on date,
  unique nulls not distinct (organisation_id, kind, name, territory_id),
  foreign key (organisation_id, space) references organisations (id, space),
  foreign key (founder_id, space) references organisations (id, space),
  foreign key (territory_id, space) references territories (id, space)
);
select guard_table('service_points');

-- Client, supervision, membership: who stands how to whom.
create table organisation_relations (
  from_id uuid not null,
  to_id uuid not null,
  space text not null,
  kind text not null check (kind in ('client_of', 'supervised_by', 'member_of', 'peer_of', 'operates_for')),
  primary key (from_id, to_id, kind),
  check (from_id <> to_id),
  foreign key (from_id, space) references organisations (id, space),
  foreign key (to_id, space) references organisations (id, space)
);
select guard_table('organisation_relations');

-- Due diligence before a signature (Al Najat, 2002): one point, what was found, on which day, until when it holds. Of
-- each point the latest one counts; whether the partner is verified follows from them (verification.ts).
create table organisation_checks (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  point text not null check (point in ('ice', 'cnss', 'tax', 'legal_status', 'references', 'no_fee', 'no_conflict')),
  outcome text not null check (outcome in ('in_order', 'not_in_order', 'not_applicable')),
  checked_on date not null,
  -- the last day of an attestation; without one a check holds for a year
  expires_on date,
  -- of an attestation, an affiliation, an entry in a register
  number text,
  note text,
  file_name text,
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  checked_by text not null,
  recorded_at timestamptz not null,
  check (outcome = 'in_order' or note is not null),
  check ((file_name is null) = (file_hash is null)),
  check (expires_on is null or expires_on >= checked_on)
);
create index organisation_checks_by_organisation on organisation_checks (organisation_id, point, checked_on, id);
select guard_growing_table('organisation_checks');
select names_files('organisation_checks', 'file_hash');
