-- Nations, regions, provinces and communes of one installation, in each space; codes are text in a named scheme.
create table territories (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  scheme text not null,
  code text not null,
  kind text not null check (kind in ('nation', 'region', 'province', 'commune', 'abroad')),
  parent_id uuid,
  name_fr text not null,
  name_ar text not null,
  name_en text,
  name_zgh text,
  -- prefecture or province; urban or rural commune
  type text check (type in ('prefecture', 'province', 'urban', 'rural')),
  seat_code text,
  ar_reviewed boolean not null default true,
  unique (space, scheme, code),
  unique (id, space),
  foreign key (parent_id, space) references territories (id, space),
  check ((kind in ('nation', 'abroad')) = (parent_id is null)),
  check (case kind when 'province' then coalesce(type in ('prefecture', 'province'), true)
                   when 'commune' then coalesce(type in ('urban', 'rural'), true)
                   else type is null end)
);
create index territories_by_parent on territories (parent_id);
-- A space has one nation, at which everything in it counts.
create unique index one_nation_a_space on territories (space) where kind = 'nation';
select guard_table('territories');
select keep_rows('territories');

-- Successive official names (with their days) and other spellings (without), for search and for reading texts.
create table territory_names (
  territory_id uuid not null references territories (id),
  name text not null,
  folded text not null,
  -- the folded name without its vowels: proposes what spelling keeps apart
  consonants text not null,
  language text not null check (language in ('fr', 'ar', 'en', 'zgh')),
  kind text not null check (kind in ('official', 'spelling')),
  valid_from date,
  valid_to date,
  unique nulls not distinct (territory_id, language, name, valid_from),
  check (kind = 'official' or (valid_from is null and valid_to is null)),
  check (valid_from <= valid_to)
);
create index territory_names_by_folded on territory_names (folded);
create index territory_names_by_consonants on territory_names (consonants);
create unique index one_official_name_at_a_time on territory_names (territory_id, language)
  where kind = 'official' and valid_to is null;
select guard_table('territory_names');

-- Denominators with their method: census and survey figures are never read together.
create table territory_statistics (
  territory_id uuid not null references territories (id),
  measure text not null check (measure in ('population', 'households', 'active', 'employed', 'unemployed',
                                           'activity_rate', 'unemployment_rate')),
  method text not null check (method in ('census', 'survey')),
  year smallint not null,
  sex text not null check (sex in ('F', 'M', 'all')),
  milieu text not null check (milieu in ('urban', 'rural', 'all')),
  value numeric not null,
  source text not null,
  primary key (territory_id, measure, method, year, sex, milieu)
);
select guard_table('territory_statistics');

-- The territory and everything above it, itself first.
create function territory_path(leaf uuid) returns uuid[] language sql stable as $$
  with recursive up (id, parent_id, depth) as (
    select id, parent_id, 0 from territories where id = leaf
    union all
    select t.id, t.parent_id, up.depth + 1 from territories t join up on t.id = up.parent_id
  )
  select array_agg(id order by depth) from up
$$;
