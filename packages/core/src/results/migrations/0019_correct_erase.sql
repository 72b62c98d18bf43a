-- A person's correction of one fact, and the erasure of what points to a person.

-- Corrects a fact: it is withdrawn, and a new revision of the same row takes its place, at evidence E1 again. Only the
-- latest revision can be corrected. The age, of which the ledger keeps the band, is checked anew when it is told.
create function correct_result(of_fact uuid, told told_result, on_behalf recording, fact_id uuid, journal_id uuid,
                               entry_id uuid)
returns recorded_result language plpgsql security definer set search_path = public, pg_temp as $$
declare named found_result; older facts; given facts; posted posted_fact;
begin
  perform set_config('iltizam.actor', on_behalf.actor, true);
  select * into strict older from facts where id = of_fact;
  perform refuse_unseen(older.commitment_id);
  if (latest_revision(older.space, older.source, older.row_key)).id <> of_fact then
    return ('corrected_already', null, null, null, null, null)::recorded_result;
  end if;
  -- read again: it may have been erased while another held it
  select * into older from facts where id = of_fact;
  if older.erased is not null then return ('person_erased', null, null, null, null, null)::recorded_result; end if;
  if exists (select 1 from fact_entries e where e.fact_id = of_fact and e.kind = 'withdrawn') then
    return ('withdrawn_already', null, null, null, null, null)::recorded_result;
  end if;
  named := find_told(told, older.space);
  if named.problem is not null then
    return (named.problem, named.detail, null, null, null, null)::recorded_result;
  end if;
  if told.thing is null and not exists (select 1 from subjects s where s.id = told.subject_id and s.space = older.space) then
    return ('subject_unknown', told.subject_id, null, null, null, null)::recorded_result;
  end if;
  perform refuse_unseen(named.commitment_id);
  on_behalf.space := older.space;
  on_behalf.source := older.source;
  given := fact_of(told, named, on_behalf, fact_id, journal_id, coalesce(told.subject_id, older.subject_id),
                   older.row_key, older.salt);
  -- the source said what it said: when it sends the same again, the correction stays
  given.content_key := older.content_key;
  posted := post_fact(given, older, entry_id, told.age,
                      told.age is null and older.refusal is distinct from 'age', on_behalf);
  return (null, null, posted.fact_id, posted.outcome, posted.counting, posted.reason)::recorded_result;
end $$;
alter function correct_result owner to iltizam_counter;

-- What a sealed field becomes at erasure: the hash that its blocks hold, without salt and value.
create function sealed_hash(salt bytea, value text) returns text language sql stable parallel safe as $$
  select encode(sha256(salt || convert_to(value, 'UTF8')), 'hex')
$$;

-- Erases what points to a person in her facts; the counts stay, because nothing that is counted changes. Gives the
-- evidence files that no other fact holds.
create function erase_facts(of_subjects uuid[]) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare files text[];
begin
  perform require_whole('people');
  select array_agg(distinct f.evidence_hash) into files
  from facts f
  where f.subject_id = any(of_subjects) and f.evidence_hash is not null
    and not exists (select 1 from facts o where o.evidence_hash = f.evidence_hash and o.subject_id <> all(of_subjects));
  update facts set
    erased = jsonb_strip_nulls(jsonb_build_object(
      'commune', sealed_hash(salt, commune_id::text), 'externalId', sealed_hash(salt, external_id),
      'note', sealed_hash(salt, note), 'evidenceFile', sealed_hash(salt, evidence_hash),
      'evidenceReference', sealed_hash(salt, evidence_reference))),
    salt = null, commune_id = null, external_id = null, note = null, evidence_hash = null, evidence_reference = null
  where subject_id = any(of_subjects) and erased is null;
  return coalesce(files, '{}');
end $$;
alter function erase_facts owner to iltizam_counter;
create index facts_by_evidence_file on facts (evidence_hash) where evidence_hash is not null;
