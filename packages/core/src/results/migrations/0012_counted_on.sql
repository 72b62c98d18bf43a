-- The same rule on the ledger as it was known on a day (ledger.md §3.8): facts dated on or before `as_of`, and facts,
-- entries and merges recorded before `known_before`, in the tree of `tree_on`. Nodes: the commitments given, the
-- agreement given and everything below it. One row a node, indicator, version, evidence level and year.

-- The subjects that were merged then, each with the one it stood under.
create function merged_roots_before(known_before timestamptz) returns table (id uuid, root uuid) language sql stable as $$
  with recursive active as materialized (
    select subject_id, into_id from subject_merges
    where recorded_at < known_before and (undone_at is null or undone_at >= known_before)
  ),
  up (id, at) as (
    select subject_id, into_id from active
    union all
    select up.id, a.into_id from up join active a on a.subject_id = up.at
  )
  select id, at from up where not exists (select 1 from active a where a.subject_id = up.at)
$$;

-- The commitments read, each with the nodes above it that are asked for.
create function places_on(of_commitments uuid[], of_agreement uuid, tree_on date)
returns table (commitment_id uuid, nodes uuid[]) language sql stable as $$
  with recursive tree (id, nodes) as (
    select of_agreement, array[of_agreement] where of_agreement is not null
    union all
    select p.agreement_id, p.agreement_id || tree.nodes
    from agreement_parents p join tree on p.parent_id = tree.id where p.known @> tree_on
  )
  select c.id, c.id || t.nodes from tree t join commitments c on c.agreement_id = t.id
  union all
  select c.id, array[c.id] from commitments c
  where c.id = any(of_commitments) and c.agreement_id not in (select id from tree)
$$;

-- The facts valid then that `ids` and `subjects` narrow down: of these commitments, or of these subjects (with null, of all).
create function valid_before(ids uuid[], subjects uuid[], as_of date, known_before timestamptz)
returns table (id uuid, subject_id uuid, indicator text, version smallint, level smallint, fact_date date,
               year smallint, month smallint, commitment_id uuid, territory_id uuid, sex char(1), age_band text, milieu char(1), education text,
               quantity integer)
language sql stable as $$
  select f.id, f.subject_id, f.indicator, f.indicator_version, coalesce(e.level, 1::smallint), f.fact_date,
         f.fact_year, f.fact_month, f.commitment_id, f.territory_id, f.sex, f.age_band, f.milieu, f.education, f.quantity::integer
  from facts f
  cross join lateral (
    select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
    from fact_entries e where e.fact_id = f.id and e.recorded_at < known_before
  ) e
  where (ids is null or f.commitment_id = any(ids)) and (subjects is null or f.subject_id = any(subjects))
    and f.fact_date <= as_of and f.recorded_at < known_before and f.refusal is null and e.withdrawn is not true
$$;

-- Whether a subject has a valid fact of the indicator under a commitment other than this one.
create function counts_elsewhere(members uuid[], of_indicator text, of_commitment uuid, as_of date,
                                 known_before timestamptz)
returns boolean language sql stable as $$
  select exists (select 1 from valid_before(null, members, as_of, known_before) v
                 where v.indicator = of_indicator and v.commitment_id <> of_commitment)
$$;
