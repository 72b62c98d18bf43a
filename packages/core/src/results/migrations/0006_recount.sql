-- The counting rule for whole sets of facts: imports, merges, moves in the tree, and verify. The usual person has one
-- fact of an indicator; such facts are added up by commitment and by territory before anything else, and only
-- subjects with several facts take the long way. docs/counting.md shows why both ways give the same.

-- Roots of all merged subjects.
create function merged_roots() returns table (id uuid, root uuid) language sql stable as $$
  with recursive up (id, at) as (
    select subject_id, into_id from subject_merges where undone_at is null
    union all
    select up.id, m.into_id from up join subject_merges m on m.subject_id = up.at and m.undone_at is null
  )
  select id, at from up
  where not exists (select 1 from subject_merges m where m.subject_id = up.at and m.undone_at is null)
$$;

-- Opens the work tables of one recount, which end with the transaction.
create function open_recount() returns void language plpgsql
security definer set search_path = public, pg_temp
set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.touched_subjects, pg_temp.touched_facts, pg_temp.recount_paths;
  create temp table touched_subjects (subject_id uuid, indicator text) on commit drop;
  create temp table touched_facts (
    sign smallint, root uuid, id uuid, indicator text, version smallint, level smallint, fact_date date,
    year smallint, month smallint, commitment_id uuid, territory_id uuid, sex char(1), age_band text, milieu char(1),
    education text, segments text[], quantity bigint) on commit drop;
  create temp table recount_paths (leaf uuid primary key, nodes uuid[]) on commit drop;
end $$;
alter function open_recount owner to iltizam_counter;

-- Adds to the touched subjects everybody who stands under the same root. Call it before the change that it brackets:
-- the set then holds all whose count a merge, a split or a fact of one of them can change.
create function close_touched() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into touched_subjects
  with merged as materialized (select * from merged_roots()),
  family as (select id, root from merged union all select distinct root, root from merged)
  select family.id, t.indicator
  from touched_subjects t left join merged m on m.id = t.subject_id
  join family on family.root = coalesce(m.root, t.subject_id)
  except select subject_id, indicator from touched_subjects;
  analyze touched_subjects;
end $$;
alter function close_touched owner to iltizam_counter;

-- Gathers the valid facts of the touched subjects as they are now: with sign -1 before a change, +1 after.
create function gather_facts(of_sign smallint) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into touched_facts
  select of_sign, coalesce(r.root, f.subject_id), f.id, f.indicator, f.indicator_version, coalesce(e.level, 1),
         f.fact_date, f.fact_year, f.fact_month, f.commitment_id, f.territory_id, f.sex, f.age_band, f.milieu, f.education, f.segments, f.quantity
  from touched_subjects t
  join facts f on f.subject_id = t.subject_id and f.indicator = t.indicator
  left join merged_roots() r on r.id = f.subject_id
  left join lateral (
    select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn from fact_entries where fact_id = f.id
  ) e on true
  where f.refusal is null and e.withdrawn is not true;
end $$;
alter function gather_facts owner to iltizam_counter;

-- The nodes above every commitment and territory that the gathered facts name, read from the tree as it is now.
create function gather_paths() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into recount_paths
  select c.id, c.id || agreement_path(c.agreement_id)
  from commitments c where c.id in (select commitment_id from touched_facts)
  union all
  select t.id, (select array_agg(node) from unnest(territory_path(t.id)) node
                join territories a on a.id = node and a.kind <> 'commune')
  from territories t where t.id in (select territory_id from touched_facts)
  on conflict do nothing;
  analyze touched_facts;
  analyze recount_paths;
end $$;
alter function gather_paths owner to iltizam_counter;

-- Brackets a change of many facts: the ledger is taken alone, the touched subjects are counted as they are, then, after
-- the change, as they have become, and the difference is added. Between the two calls nobody else posts.
create function begin_recounted_change() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform close_touched();
  perform gather_facts(-1::smallint);
end $$;
alter function begin_recounted_change owner to iltizam_counter;

create function end_recounted_change() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform gather_facts(1::smallint);
  perform recount();
  perform add_recount();
end $$;
alter function end_recounted_change owner to iltizam_counter;
revoke execute on function gather_facts, gather_paths, close_touched, begin_recounted_change, end_recounted_change
  from public;
