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

-- Whether any of these subjects has a fact of the indicator, valid then, under a commitment other than this one.
create function counts_elsewhere(members uuid[], of_indicator text, of_commitment uuid, as_of date,
                                 known_before timestamptz)
returns boolean language sql stable as $$
  select exists (select 1 from facts o where o.subject_id = any(members) and o.indicator = of_indicator
                   and o.commitment_id <> of_commitment and o.refusal is null and o.fact_date <= as_of
                   and o.recorded_at < known_before
                   and not exists (select 1 from fact_entries e
                                   where e.fact_id = o.id and e.kind = 'withdrawn' and e.recorded_at < known_before))
$$;

-- The facts under these commitments that were valid then, with their subject's root and all who stood under it; and
-- whether the subject has any fact of the indicator under another commitment, valid or not (`known_elsewhere`).
create function facts_on(ids uuid[], as_of date, known_before timestamptz)
returns table (id uuid, root uuid, members uuid[], indicator text, version smallint, level smallint, fact_date date,
               year smallint, month smallint, commitment_id uuid, sex char(1), age_band text, milieu char(1),
               education text, quantity integer, known_elsewhere boolean)
language sql stable as $$
  with merged as materialized (select * from merged_roots_before(known_before)),
  families as materialized (select root, root || array_agg(id) as members from merged group by root)
  select f.id, coalesce(m.root, f.subject_id), coalesce(w.members, array[f.subject_id]), f.indicator,
         f.indicator_version, coalesce(e.level, 1::smallint), f.fact_date, f.fact_year, f.fact_month, f.commitment_id,
         f.sex, f.age_band, f.milieu, f.education, f.quantity::integer,
         w.root is not null or exists (select 1 from facts o where o.subject_id = f.subject_id
                                       and o.indicator = f.indicator and o.commitment_id <> f.commitment_id)
  from facts f
  cross join lateral (
    select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
    from fact_entries e where e.fact_id = f.id and e.recorded_at < known_before
  ) e
  left join merged m on m.id = f.subject_id
  left join families w on w.root = coalesce(m.root, f.subject_id)
  where f.commitment_id = any(ids) and f.fact_date <= as_of and f.recorded_at < known_before and f.refusal is null
    and e.withdrawn is not true
$$;
