-- Posting, withdrawing and verifying: one function a deed, each computing the subject's cells before and after.

-- Why a fact does not count under its commitment, or null (ledger.md §2). A dimension that is not known cannot show
-- that a rule holds, so it refuses too.
create function refusal_of(of_commitment uuid, on_date date, in_territories uuid[], age smallint, of_sex char(1),
                           of_milieu char(1), of_education text, of_segments text[])
returns text language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare failed text;
begin
  if exists (select 1 from commitments c where c.id = of_commitment
             and (on_date < c.period_from or on_date > c.period_to)) then
    return 'outside_period';
  end if;
  select r.rule into failed
  from (select rule, array_agg(value) as accepted, array_agg(territory_id) as places
        from commitment_eligibility where commitment_id = of_commitment group by rule) r
  where not coalesce(case r.rule
    when 'residence' then r.places && in_territories
    when 'age_from' then age >= r.accepted[1]::smallint
    when 'age_to' then age <= r.accepted[1]::smallint
    when 'sex' then of_sex = any(r.accepted)
    when 'milieu' then of_milieu = case r.accepted[1] when 'rural' then 'R' else 'U' end
    when 'education_from' then of_education <> 'U' and of_education >= r.accepted[1]
    when 'education_to' then of_education <> 'U' and of_education <= r.accepted[1]
    when 'population' then of_segments && r.accepted
  end, false)
  order by r.rule limit 1;
  return split_part(failed, '_', 1);
end $$;

-- One change of the ledger under the locks of ledger.md §3.5: `pairs` are the subjects (roots) of one indicator that
-- the change touches, one, or two when a correction names another subject.
create function lock_pairs(subjects uuid[], of_indicator text) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare roots uuid[]; one_root uuid;
begin
  perform share_ledger();
  select array_agg(distinct root_of(s) order by root_of(s)) into roots from unnest(subjects) s where s is not null;
  foreach one_root in array roots loop
    perform pg_advisory_xact_lock(hashtextextended(one_root::text || of_indicator, 1));
  end loop;
  return roots;
end $$;
alter function lock_pairs owner to iltizam_counter;

create function cells_of_all(roots uuid[], of_indicator text) returns count_cell[] language sql stable as $$
  select array_agg(cell) from unnest(roots) root cross join lateral unnest(cells_of(root, of_indicator)) cell
$$;

-- What happened to a posted fact: `outcome` recorded, corrected (an older revision was withdrawn) or unchanged;
-- `counting` counted, repeat, overlap or refused (then `reason` says why).
create type posted_fact as (fact_id uuid, outcome text, counting text, reason text);

-- Posts one fact. `given` carries the columns of the row to be; its revision, refusal and tx are set here.
create function post_fact(given facts, age smallint, actor_label text) returns posted_fact
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  older facts; roots uuid[]; before count_cell[]; posted posted_fact; places uuid[];
begin
  select * into older from facts where source = given.source and row_key = given.row_key order by revision desc limit 1;
  if older.id is not null and older.content_key = given.content_key
     and not exists (select 1 from fact_entries where fact_id = older.id and kind = 'withdrawn') then
    return (older.id, 'unchanged', null, null)::posted_fact;
  end if;
  roots := lock_pairs(array[given.subject_id, older.subject_id], given.indicator);
  before := cells_of_all(roots, given.indicator);
  places := coalesce(nodes_above(given.territory_id, 'territory'), '{}') || given.commune_id;
  given.revision := coalesce(older.revision, 0) + 1;
  given.tx := current_tx();
  given.refusal := refusal_of(given.commitment_id, given.fact_date, places, age, given.sex, given.milieu,
                              given.education, given.segments);
  perform write_journal(given.journal_id, given.recorded_at, given.recorded_by, actor_label, 'results.record-result',
                        'fact', given.id::text, null,
                        ('{"commitment":"' || given.commitment_id || '"}')::json, null);
  if older.id is not null then
    insert into fact_entries (id, fact_id, kind, reason, recorded_by, recorded_at, journal_id)
    values (uuidv7(), older.id, 'withdrawn', 'corrected at its source', given.recorded_by, given.recorded_at,
            given.journal_id)
    on conflict do nothing;
  end if;
  insert into facts select (given).*;
  posted := (given.id, case when older.id is null then 'recorded' else 'corrected' end, 'counted', given.refusal);
  if given.refusal is not null then posted.counting := 'refused';
  elsif before is not null then posted.counting := counting_of(given.id, root_of(given.subject_id), given.indicator, given.commitment_id);
  end if;
  perform apply_cells(before, cells_of_all(roots, given.indicator));
  return posted;
end $$;
alter function post_fact owner to iltizam_counter;

-- Whether a valid fact is the first of its kind, a repeat under the same commitment, or an overlap with another.
create function counting_of(fact uuid, root uuid, of_indicator text, of_commitment uuid) returns text
language sql stable as $$
  select case when bool_or(v.commitment_id = of_commitment) then 'repeat'
              when count(*) > 0 then 'overlap' else 'counted' end
  from valid_facts(root, of_indicator) v where v.id <> fact
$$;

-- Withdraws or verifies one fact. Returns false when the fact was withdrawn already.
create function enter_about_fact(entry fact_entries) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare about facts; roots uuid[]; before count_cell[];
begin
  select * into strict about from facts where id = entry.fact_id;
  roots := lock_pairs(array[about.subject_id], about.indicator);
  if exists (select 1 from fact_entries where fact_id = about.id and kind = 'withdrawn') then return false; end if;
  before := cells_of_all(roots, about.indicator);
  entry.tx := current_tx();
  insert into fact_entries select (entry).*;
  perform apply_cells(before, cells_of_all(roots, about.indicator));
  return true;
end $$;
alter function enter_about_fact owner to iltizam_counter;
