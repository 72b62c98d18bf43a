-- The counting rule (ledger.md §3.2), for the few facts of one subject and indicator.

-- The subject that stands for this one after merges.
create function root_of(subject uuid) returns uuid language sql stable as $$
  with recursive up (id) as (
    select subject
    union
    select m.into_id from subject_merges m join up on m.subject_id = up.id where m.undone_at is null
  )
  select id from up where not exists (
    select 1 from subject_merges m where m.subject_id = up.id and m.undone_at is null)
$$;

-- The subject and all that were merged into it.
create function members_of(root uuid) returns uuid[] language sql stable as $$
  with recursive down (id) as (
    select root
    union
    select m.subject_id from subject_merges m join down on m.into_id = down.id where m.undone_at is null
  )
  select array_agg(id) from down
$$;

-- The facts that count towards something: not refused, not withdrawn, with the level their evidence reaches.
create function valid_facts(root uuid, of_indicator text)
returns table (id uuid, fact_date date, commitment_id uuid, territory_id uuid, version smallint, level smallint,
               sex char(1), age_band text, milieu char(1), education text, segments text[], quantity bigint)
language sql stable as $$
  select f.id, f.fact_date, f.commitment_id, f.territory_id, f.indicator_version,
         coalesce((select max(e.evidence) from fact_entries e where e.fact_id = f.id and e.kind = 'verified'), 1),
         f.sex, f.age_band, f.milieu, f.education, f.segments, f.quantity
  from facts f
  where f.subject_id = any(members_of(root)) and f.indicator = of_indicator and f.refusal is null
    and not exists (select 1 from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn')
$$;

-- One subject's count at one node: the dimensions are those of the counting fact, the evidence the highest.
create type count_cell as (
  node uuid, span text, year smallint, indicator text, version smallint, evidence smallint, sex char(1), age_band text,
  milieu char(1), education text, month smallint, segments text[], quantity bigint, overlapping boolean
);

-- Every cell in which the subject counts for the indicator; null when it counts nowhere. Worked example:
-- docs/counting.md. Its plan is made once per connection: planning would cost ten times the reading.
create function cells_of(root uuid, of_indicator text) returns count_cell[]
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare cells count_cell[];
begin
  if not exists (select 1 from facts f where f.subject_id = root and f.indicator = of_indicator)
     and not exists (select 1 from subject_merges m where m.into_id = root) then
    return null;
  end if;
  with valid as materialized (select * from valid_facts(root, of_indicator)),
  placed as (
    select v.*, n.node, w.span, w.year
    from valid v
    cross join lateral unnest(nodes_above(v.commitment_id, 'commitment')
                              || coalesce(nodes_above(v.territory_id, 'territory'), '{}')) n (node)
    cross join lateral (values ('life', 0), ('year', extract(year from v.fact_date)::smallint)) w (span, year)
  ),
  counting as (
    select distinct on (node, span, year)
           node, span, version, max(level) over (partition by node, span, year) as evidence,
           sex, age_band, milieu, education, fact_date, segments, quantity
    from placed
    order by node, span, year, fact_date, level desc, id
  )
  select array_agg((node, span, extract(year from fact_date)::smallint, of_indicator, version, evidence, sex, age_band,
                    milieu, education, extract(month from fact_date)::smallint, segments, quantity,
                    (select count(distinct commitment_id) > 1 from valid))::count_cell)
  into cells from counting;
  return cells;
end $$;

-- Adds what changed between two states of a subject to the kept totals, always in the same order of rows, so that
-- two writers never wait for one another in a ring. Each connection has its stripe of the sixteen.
create function apply_cells(before count_cell[], after count_cell[]) returns void
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  own_stripe constant smallint := pg_backend_pid() % 16;
  changed count_cell[];
begin
  if before is null then
    changed := after;
  else
    with gone as (select * from unnest(before) except all select * from unnest(after)),
         come as (select * from unnest(after) except all select * from unnest(before))
    select array_agg((node, span, year, indicator, version, evidence, sex, age_band, milieu, education, month,
                      segments, signed_quantity, overlapping)::count_cell)
    into changed
    from (select *, -quantity as signed_quantity from gone union all select *, quantity from come) c;
  end if;
  if changed is null then return; end if;
  perform add_totals(changed, own_stripe);
  insert into node_segments as t (node, indicator, version, evidence, segment, stripe, total)
  select node, indicator, version, evidence, segment, own_stripe, sum(quantity)
  from unnest(changed) c cross join lateral unnest(c.segments) segment
  where c.span = 'life'
  group by 1, 2, 3, 4, 5 having sum(quantity) <> 0 order by 1, 2, 3, 4, 5
  on conflict (node, indicator, version, evidence, segment, stripe) do update set total = t.total + excluded.total;
end $$;
alter function apply_cells owner to iltizam_counter;
revoke execute on function apply_cells from public;
