-- Posting, withdrawing and verifying: one function a deed, each computing the subject's cells before and after.

-- Why a fact does not count under its commitment, or null (ledger.md §2). A dimension that is not known cannot show
-- that a rule holds, so it refuses too. `age_accepted`: the age was checked before, and only its band was kept.
create function refusal_of(of_commitment uuid, on_date date, in_territories uuid[], age smallint, age_accepted boolean,
                           of_sex char(1), of_milieu char(1), of_education text, of_segments text[])
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
    when 'age_from' then age_accepted or age >= r.accepted[1]::smallint
    when 'age_to' then age_accepted or age <= r.accepted[1]::smallint
    when 'sex' then of_sex = any(r.accepted)
    when 'milieu' then of_milieu = case r.accepted[1] when 'rural' then 'R' else 'U' end
    when 'education_from' then of_education <> 'U' and of_education >= r.accepted[1]
    when 'education_to' then of_education <> 'U' and of_education <= r.accepted[1]
    when 'population' then of_segments && r.accepted
  end, false)
  order by r.rule limit 1;
  return split_part(failed, '_', 1);
end $$;

-- A subject and an indicator: what is counted, and what a change of the ledger locks.
create type counted_pair as (subject uuid, indicator text);

-- Takes the locks of ledger.md §3.5 on the pairs that a change touches: one, or several when a correction names another
-- subject or indicator. Gives them by the roots that stand for their subjects.
create function lock_pairs(pairs counted_pair[]) returns counted_pair[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare roots counted_pair[]; pair counted_pair;
begin
  perform share_ledger();
  select array_agg(distinct (root_of(p.subject), p.indicator)::counted_pair) into roots
  from unnest(pairs) p where p.subject is not null;
  foreach pair in array roots loop
    perform pg_advisory_xact_lock(hashtextextended(pair.subject::text || pair.indicator, 1));
  end loop;
  return roots;
end $$;
alter function lock_pairs owner to iltizam_counter;

create function cells_of_all(pairs counted_pair[]) returns count_cell[] language sql stable as $$
  select array_agg(cell) from unnest(pairs) p cross join lateral unnest(cells_of(p.subject, p.indicator)) cell
$$;

-- The cells of a subject whose only valid fact is this one: most facts are the first of their subject, and nothing has
-- to be read to know what they count for.
create function cells_of_first(f facts) returns count_cell[]
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare cells count_cell[];
begin
  select array_agg((n.node, w.span, f.fact_year, f.indicator, f.indicator_version, 1, f.sex, f.age_band, f.milieu,
                    f.education, f.fact_month, f.segments, f.quantity, false)::count_cell)
  into cells
  from unnest(nodes_above(f.commitment_id, 'commitment') || nodes_above(f.territory_id, 'territory')) n (node)
  cross join (values ('life'), ('year')) w (span);
  return cells;
end $$;

-- What happened to a posted fact: `outcome` recorded, corrected (an older revision was withdrawn) or unchanged;
-- `counting` counted, repeat, overlap or refused (then `reason` says why).
create type posted_fact as (fact_id uuid, outcome text, counting text, reason text);

-- Whether a valid fact is the first of its kind, a repeat under the same commitment, or an overlap with another.
create function counting_of(fact uuid, root uuid, of_indicator text, of_commitment uuid) returns text
language sql stable as $$
  select case when bool_or(v.commitment_id = of_commitment) then 'repeat'
              when count(*) > 0 then 'overlap' else 'counted' end
  from valid_facts(root, of_indicator) v where v.id <> fact
$$;

-- Who acts, when, by which act, in which space and from which source: the same for every row of one message or file.
create type recording as (
  space text, source text, act text, actor text, actor_label text, at timestamptz, key_number smallint, reason text,
  -- what the actor may see (kernel/migrations/0002_visibility.sql), where the one statement tells it; else null
  scopes text
);

-- Posts one fact and takes the place of `older`, the latest revision of the same row, if there is one. `given` carries
-- the columns of the row to be; its revision, refusal and tx are set here.
create function post_fact(given facts, older facts, entry_id uuid, age smallint, age_accepted boolean,
                          on_behalf recording) returns posted_fact
language plpgsql security definer set search_path = public, pg_temp as $$
declare roots counted_pair[]; before count_cell[]; posted posted_fact; withdrawn boolean := false;
begin
  roots := lock_pairs(array[(given.subject_id, given.indicator), (older.subject_id, older.indicator)]::counted_pair[]);
  before := cells_of_all(roots);
  given.revision := coalesce(older.revision, 0) + 1;
  given.tx := current_tx();
  given.refusal := refusal_of(given.commitment_id, given.fact_date,
                              coalesce(nodes_above(given.territory_id, 'territory'), '{}') || given.commune_id, age, age_accepted,
                              given.sex, given.milieu, given.education, given.segments);
  perform write_journal(given.journal_id, given.recorded_at, given.recorded_by, on_behalf.actor_label, on_behalf.act,
                        'fact', given.id::text, null,
                        ('{"commitment":"' || given.commitment_id || '"}')::json, on_behalf.reason);
  if older.id is not null then
    insert into fact_entries (id, tx, fact_id, kind, reason, recorded_by, recorded_at, journal_id)
    values (entry_id, given.tx, older.id, 'withdrawn', coalesce(on_behalf.reason, 'corrected at its source'),
            given.recorded_by, given.recorded_at, given.journal_id)
    on conflict do nothing;
  end if;
  insert into facts (id, tx, subject_id, indicator, indicator_version, fact_date, commitment_id, space, territory_id, sex,
    age_band, milieu, education, segments, quantity, claimed, refusal, source, revision, row_key, content_key,
    recorded_by, recorded_at, import_id, journal_id, salt, commune_id, external_id, note, evidence_hash,
    evidence_reference)
  values (given.id, given.tx, given.subject_id, given.indicator, given.indicator_version, given.fact_date,
    given.commitment_id, given.space, given.territory_id, given.sex, given.age_band, given.milieu, given.education,
    given.segments, given.quantity, given.claimed, given.refusal, given.source, given.revision, given.row_key,
    given.content_key, given.recorded_by, given.recorded_at, given.import_id, given.journal_id, given.salt,
    given.commune_id, given.external_id, given.note, given.evidence_hash, given.evidence_reference);
  posted := (given.id, case when older.id is null then 'recorded' else 'corrected' end, 'counted', given.refusal);
  if given.refusal is not null then posted.counting := 'refused';
  elsif before is not null then
    posted.counting := counting_of(given.id, root_of(given.subject_id), given.indicator, given.commitment_id);
  end if;
  if before is null and given.refusal is null then
    given.fact_year := extract(year from given.fact_date);
    given.fact_month := extract(month from given.fact_date);
    perform apply_cells(null, cells_of_first(given));
  elsif older.id is not null or given.refusal is null then
    perform apply_cells(before, cells_of_all(roots));
  end if;
  return posted;
end $$;
alter function post_fact owner to iltizam_counter;

-- Withdraws or verifies one fact. Says what stands in the way: `withdrawn` (already), `own_record` (nobody verifies
-- what she recorded herself, but for a match with an administrative source), `not_raised`; null when it is done.
create function enter_about_fact(entry fact_entries) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare about facts; roots counted_pair[]; before count_cell[];
begin
  select * into strict about from facts where id = entry.fact_id;
  perform refuse_unseen(about.commitment_id);
  roots := lock_pairs(array[(about.subject_id, about.indicator)]::counted_pair[]);
  if exists (select 1 from fact_entries where fact_id = about.id and kind = 'withdrawn') then return 'withdrawn'; end if;
  if entry.kind = 'verified' then
    if entry.recorded_by = about.recorded_by and entry.matched_with is null then return 'own_record'; end if;
    if entry.evidence <= (select coalesce(max(evidence), 1) from fact_entries where fact_id = about.id) then
      return 'not_raised';
    end if;
  end if;
  before := cells_of_all(roots);
  entry.tx := current_tx();
  insert into fact_entries select (entry).*;
  perform apply_cells(before, cells_of_all(roots));
  return null;
end $$;
alter function enter_about_fact owner to iltizam_counter;
