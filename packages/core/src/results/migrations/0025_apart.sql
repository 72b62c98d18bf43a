-- Two persons who are alike and were found to be two: said once, so that nobody is asked again.
create table subjects_apart (
  id uuid primary key,
  one_id uuid not null references subjects (id),
  other_id uuid not null references subjects (id),
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  journal_id uuid not null,
  check (one_id < other_id),
  unique (one_id, other_id)
);
select guard_growing_table('subjects_apart');
select protect_table('subjects_apart', '(select sees_some(''people''))', 'people');

-- Of these pairs those that still are to be judged, with how many results stand under each. Who merges persons sees no
-- facts: she is told how many there are, and nothing of them.
create function pairs_to_judge(ones uuid[], others uuid[])
returns table (place bigint, one_results integer, other_results integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with pairs as materialized (
    select p.place, members_of(root_of(p.one)) as mine, members_of(root_of(p.other)) as hers
    from unnest(ones, others) with ordinality p (one, other, place)
    where (select sees_some('people'))
  )
  select p.place, c.mine, c.hers
  from pairs p cross join lateral (
    select count(*) filter (where f.subject_id = any(p.mine))::int as mine,
           count(*) filter (where f.subject_id = any(p.hers))::int as hers
    from facts f
    where f.subject_id = any(p.mine || p.hers) and f.refusal is null
      and not exists (select from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn')) c
  where not p.mine && p.hers and not exists (
    select from subjects_apart a where a.one_id = any(p.mine) and a.other_id = any(p.hers)
                                    or a.one_id = any(p.hers) and a.other_id = any(p.mine))
  order by p.place
$$;
alter function pairs_to_judge owner to iltizam_counter;

-- Whether they were found to be one: nothing else of a merge is told.
create function is_same_person(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select root_of(one) = root_of(other)
$$;
alter function is_same_person owner to iltizam_counter;

-- The merges that stand, the latest first.
create function merges_in_force(of_space text)
returns table (subject_id uuid, into_id uuid, reason text, recorded_at timestamptz, recorded_by text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.subject_id, m.into_id, m.reason, m.recorded_at, recorder_named(m.journal_id)
  from subject_merges m join subjects s on s.id = m.subject_id
  where m.undone_at is null and s.space = of_space and (select sees_some('people'))
  order by m.recorded_at desc, m.subject_id
$$;
alter function merges_in_force owner to iltizam_counter;

-- Where these persons have results that count or might: each indicator's nodes, from the commitments up.
create function nodes_of_subjects(of_subjects uuid[])
returns table (indicator text, node uuid, place integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with told as (
    select distinct f.indicator, f.commitment_id, f.territory_id
    from facts f
    where f.subject_id in (select unnest(members_of(root_of(s))) from unnest(of_subjects) s) and f.refusal is null
      and (select sees_some('people'))
  )
  select t.indicator, n.node, min(n.place)::int
  from told t cross join lateral (
    select t.commitment_id as node, 0 as place
    union all
    select a.id, a.depth from commitments c, unnest(agreement_path(c.agreement_id)) with ordinality a (id, depth)
    where c.id = t.commitment_id
    union all
    select a.id, 100 + a.depth from unnest(territory_path(t.territory_id)) with ordinality a (id, depth)) n
  group by t.indicator, n.node
$$;
alter function nodes_of_subjects owner to iltizam_counter;

-- The person and all that were found to be her, whoever asks: what is erased or copied is everything that is hers.
create function whole_person(of_subject uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select members_of(root_of(of_subject)) where (select sees_some('people'))
$$;
alter function whole_person owner to iltizam_counter;
