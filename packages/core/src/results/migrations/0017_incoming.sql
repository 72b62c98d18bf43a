-- A file of told results: what its codes name is found once for each distinct code, by the functions that one result
-- uses (0014, 0015), and every fault is listed with its line.
set local check_function_bodies = off;

-- The table that a file is copied into; it ends with the transaction.
create function open_incoming() returns void language plpgsql set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.incoming;
  create temp table incoming of told_result on commit drop;
  grant select on incoming to iltizam_counter;
end $$;

-- What a file's commitments and indicators name.
create function find_incoming_words(of_space text) returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.named_commitments, pg_temp.named_places, pg_temp.named_definitions;
  create temp table named_commitments on commit drop as
  select g.commitment as given, g.indicator as given_indicator, c.id, c.space, c.period_from, c.period_to, i.code,
         i.nature, i.subject,
         exists (select 1 from commitment_eligibility e where e.commitment_id = c.id) as restricted,
         case when c.id is null then 'commitment_unknown' when c.space <> of_space then 'other_space'
              when c.state = 'withdrawn' then 'commitment_withdrawn'
              when coalesce(g.indicator, c.indicator) is null then 'indicator_missing'
              when i.code is null then 'indicator_unknown'
              when i.nature <> 'flow' or i.subject = 'none' or i.recorded_in <> 'results'
                then 'indicator_not_counted' end as problem
  from (select distinct commitment, indicator from incoming) g
  cross join lateral find_commitment(g.commitment) c
  left join indicators a on a.code = coalesce(g.indicator, c.indicator)
  left join indicators i on i.code = coalesce(a.alias_of, a.code);
  create temp table named_definitions on commit drop as
  select d.code, d.fact_date, v.version, v.state
  from (select distinct n.code, i.fact_date from incoming i
        join named_commitments n on n.given = i.commitment and n.given_indicator is not distinct from i.indicator
        where n.code is not null) d
  cross join lateral definition_on(d.code, d.fact_date) v;
  create temp table named_places on commit drop as
  select g.place as given, (f.found).commune_id, (f.found).territory_id, (f.found).milieu, (f.found).problem,
         coalesce(nodes_above((f.found).territory_id, 'territory'), '{}') || (f.found).commune_id as path
  from (select distinct place from incoming where coalesce(place, 'unknown') <> 'unknown') g
  cross join lateral (select find_place(null, of_space, g.place) as found) f;
  analyze named_commitments; analyze named_definitions; analyze named_places;
end $$;
alter function find_incoming_words owner to iltizam_counter;

-- Every row that cannot be recorded, with the column at fault and its value. The planner takes `is not distinct from` for
-- a rare thing and would read the definitions once a row: it is told not to.
create function incoming_problems(of_space text)
returns table (line integer, field text, problem text, value text)
language sql stable security definer set search_path = public, pg_temp set enable_nestloop = off as $$
  select i.line, 'commitment', n.problem, i.commitment
  from incoming i join named_commitments n on n.given = i.commitment and n.given_indicator is not distinct from i.indicator
  where n.problem in ('commitment_unknown', 'other_space', 'commitment_withdrawn')
  union all
  select i.line, 'indicator', coalesce(n.problem, 'indicator_undefined'), coalesce(i.indicator, n.code)
  from incoming i join named_commitments n on n.given = i.commitment and n.given_indicator is not distinct from i.indicator
  left join named_definitions d on d.code = n.code and d.fact_date = i.fact_date
  where n.problem like 'indicator%' or (n.problem is null and d.state is distinct from 'defined')
  union all
  select i.line, 'subject', case n.subject when 'thing' then 'subject_is_thing' else 'subject_is_person' end, n.code
  from incoming i join named_commitments n on n.given = i.commitment and n.given_indicator is not distinct from i.indicator
  where n.problem is null and (n.subject = 'thing') <> (i.thing is not null)
  union all
  select i.line, 'quantity', 'person_counts_one', i.quantity::text
  from incoming i where i.thing is null and i.quantity <> 1
  union all
  select i.line, 'place', p.problem, i.place from incoming i join named_places p on p.given = i.place
  where p.problem is not null
  union all
  select i.line, 'segments', 'population_unknown', s.segment
  from (select distinct segments from incoming where segments <> '{}') d cross join lateral unnest(d.segments) s (segment)
  join incoming i on i.segments = d.segments
  where not exists (select 1 from populations p where p.code = s.segment)
  union all
  select i.line, 'subject', 'subject_unknown', i.subject_id::text
  from incoming i
  where i.thing is null and i.document_hash is null
    and not exists (select 1 from subjects s where s.id = i.subject_id and s.space = of_space)
  union all
  select line, 'external_id', 'id_twice', external_id from told_twice()
$$;
alter function incoming_problems owner to iltizam_counter;

-- Rows of one file that claim the same identity and say different things.
create function told_twice() returns table (line integer, external_id text) language sql stable as $$
  with twice as (
    select external_id, case when external_id is null then commitment end as commitment,
           case when external_id is null then indicator end as indicator,
           case when external_id is null then fact_date end as fact_date,
           case when external_id is null then coalesce(subject_id::text, encode(document_hash, 'hex'), thing) end as subject
    from incoming group by 1, 2, 3, 4, 5 having count(*) > 1
  ),
  said as (
    select i.line, t, row(i.commitment, i.subject_id, i.document_hash, i.thing,
                          content_key_of('', i, null, i.indicator, null))::text as content
    from twice t join incoming i on i.external_id = t.external_id
    union all
    select i.line, t, content_key_of('', i, null, i.indicator, null)::text
    from twice t join incoming i on t.external_id is null and i.external_id is null and i.commitment = t.commitment
      and i.indicator is not distinct from t.indicator and i.fact_date = t.fact_date
      and coalesce(i.subject_id::text, encode(i.document_hash, 'hex'), i.thing) = t.subject
  )
  select s.line, (s.t).external_id from said s
  where s.t in (select t from said group by t having min(content) <> max(content))
$$;
alter function told_twice owner to iltizam_counter;
revoke execute on function told_twice from public;
