-- Published editions: frozen sets of tables. What is told lies in tables that anybody may read; what is not told, in one
-- that nobody reads but who makes the next edition.

create table editions (
  id uuid primary key,
  -- its permanent address: /public/editions/<number>
  number integer not null unique check (number > 0),
  space text not null check (space in ('real', 'simulated')),
  -- an extract answers one question: the same figures, of some promises
  kind text not null check (kind in ('edition', 'extract')),
  title text,
  as_of date not null,
  known_on date not null,
  made_at timestamptz not null,
  -- counts of fewer subjects are not told
  threshold smallint not null check (threshold > 1),
  -- the edition that this one replaces
  supersedes integer references editions (number),
  promises integer not null,
  -- SHA-256 of the content, which is RFC 8785 JSON
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content text not null,
  -- of the content: words of the indicators, names of the regions, all promises together
  around json not null,
  check ((kind = 'extract') = (title is not null))
);
select guard_growing_table('editions');

-- The promises of an edition, to search and sort; `body` is the promise as the content has it.
create table edition_promises (
  edition integer not null references editions (number),
  position integer not null,
  reference text not null,
  agreement text not null,
  state text,
  indicator text,
  region text,
  folded text not null,
  deadline date,
  signed bigint,
  realised bigint,
  proven bigint,
  body json not null,
  primary key (edition, reference),
  unique (edition, position)
);
create index edition_promises_by_agreement on edition_promises (edition, agreement);
select guard_growing_table('edition_promises');

create table edition_agreements (
  edition integer not null references editions (number),
  reference text not null,
  body json not null,
  primary key (edition, reference)
);
select guard_growing_table('edition_agreements');

-- What is said about an edition after it has left: a correction, in the three languages.
create table edition_notes (
  id uuid primary key,
  edition integer not null references editions (number),
  text_fr text not null,
  text_ar text not null,
  text_en text not null,
  noted_at timestamptz not null
);
create index edition_notes_by_edition on edition_notes (edition, noted_at);
select guard_growing_table('edition_notes');

-- The true counts behind an edition and what it hides, with which the next ones are compared.
create table edition_counts_kept (
  edition integer primary key references editions (number),
  kept json not null
);
select guard_growing_table('edition_counts_kept');
select protect_table('edition_counts_kept', 'false', 'publishing');

-- What a partner says beside the figure of its promise; the latest one stands.
create table promise_comments (
  id uuid primary key,
  commitment_id uuid not null references commitments (id),
  organisation_id uuid not null references organisations (id),
  text text not null check (length(text) between 1 and 600),
  language text not null check (language in ('fr', 'ar', 'en')),
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index promise_comments_by_commitment on promise_comments (commitment_id, recorded_at);
select guard_growing_table('promise_comments');
select protect_table('promise_comments', 'exists (select from commitments c where c.id = commitment_id)');

-- Counts of an edition by the rule of the ledger (docs/counting.md): at each of these promises, and at all of them
-- together (`all`), by the sex, year, region and evidence of the counting fact. The facts are read past what the actor
-- sees, who must therefore be one that publishes everything.
create function edition_counts(of_commitments uuid[], as_of date, known_before timestamptz)
returns table (node text, indicator text, version smallint, evidence smallint, sex text, year smallint, region text,
               quantity bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_whole('publishing');
  return query
  with on_day as materialized (select * from facts_on(of_commitments, as_of, known_before)),
  valid as materialized (
    select v.*, f.territory_id, a.reference || '/' || c.number as promise
    from on_day v
    join facts f on f.id = v.id
    join commitments c on c.id = v.commitment_id and c.indicator = v.indicator
    join agreements a on a.id = c.agreement_id
  ),
  -- once a place, however few facts the planner expects
  places as materialized (
    select p.territory_id as id,
           (select t.scheme || ':' || t.code from territories t
            where t.id = any(territory_path(p.territory_id)) and t.kind in ('region', 'abroad')) as region
    from (select distinct territory_id from valid where territory_id is not null) p
  ),
  counting as (
    select distinct on (n.node, v.root, v.indicator) n.node, v.indicator, v.version,
           max(v.level) over (partition by n.node, v.root, v.indicator) as evidence, v.sex, v.year,
           coalesce(p.region, '?') as region, v.quantity
    from valid v
    left join places p on p.id = v.territory_id
    cross join lateral (values (v.promise), ('all')) n (node)
    order by n.node, v.root, v.indicator, v.fact_date, v.level desc, v.id
  )
  select c.node, c.indicator, c.version, c.evidence, c.sex::text, c.year, c.region, sum(c.quantity)::bigint
  from counting c group by 1, 2, 3, 4, 5, 6, 7;
end $$;
alter function edition_counts owner to iltizam_counter;

-- How each promise's facts were verified, without who and how many: the levels reached and with what they were matched.
create function edition_checks(of_commitments uuid[], as_of date, known_before timestamptz)
returns table (commitment_id uuid, levels smallint[], matched_with text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_whole('publishing');
  return query
  select v.commitment_id, array_agg(distinct e.evidence order by e.evidence),
         array_remove(array_agg(distinct e.matched_with), null)
  from facts_on(of_commitments, as_of, known_before) v
  join fact_entries e on e.fact_id = v.id and e.kind = 'verified' and e.recorded_at < known_before
  group by v.commitment_id;
end $$;
alter function edition_checks owner to iltizam_counter;

-- Who declared a number for each promise by the day.
create function edition_declarants(of_commitments uuid[], as_of date, known_before timestamptz)
returns table (commitment_id uuid, declarants uuid[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_whole('publishing');
  return query
  select d.commitment_id, array_agg(distinct d.declarant_id) from declarations d
  where d.commitment_id = any(of_commitments) and d.declared_on <= as_of and d.recorded_at < known_before
  group by d.commitment_id;
end $$;
alter function edition_declarants owner to iltizam_counter;
