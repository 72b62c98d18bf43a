-- Records one result in one statement: finds what its codes name, refuses what cannot be, posts the fact. Worked
-- examples: docs/counting.md.

-- `problem` names what stands in the way, `detail` the value; then nothing is recorded.
create type recorded_result as (problem text, detail text, fact_id uuid, outcome text, counting text, reason text);

-- What a told result names, found in the tables below. `space` is the commitment's; a file fixes it beforehand.
create type found_result as (
  problem text, detail text, space text, commitment_id uuid, indicator text, version smallint, counts text, commune_id uuid,
  territory_id uuid, milieu char(1)
);

create function find_commitment(named text) returns commitments
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare c commitments;
begin
  if named like '%/%' then
    select one.* into c from agreements a join commitments one on one.agreement_id = a.id
    where a.reference = split_part(named, '/', 1) and one.number = split_part(named, '/', 2)::integer;
  else
    select * into c from commitments where id = named::uuid;
  end if;
  return c;
end $$;

create function find_place(named found_result, of_space text, place text) returns found_result
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare one record; places integer := 0;
begin
  for one in select * from places_named(of_space, place) loop
    places := places + 1;
    named.territory_id := one.id;
    if one.kind = 'commune' then
      named.commune_id := one.id;
      named.territory_id := one.parent_id;
      named.milieu := case one.type when 'rural' then 'R' when 'urban' then 'U' end;
    end if;
  end loop;
  named.detail := place;
  named.problem := case places when 1 then null when 0 then 'place_unknown' else 'place_ambiguous' end;
  return named;
end $$;

create function find_told(told told_result, of_space text) returns found_result
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare named found_result; c commitments; i indicators; v indicator_versions; missing text;
begin
  c := find_commitment(told.commitment);
  named.detail := told.commitment;
  named.problem := case when c.id is null then 'commitment_unknown' when c.space <> of_space then 'other_space'
                        when c.state = 'withdrawn' then 'commitment_withdrawn'
                        when coalesce(told.indicator, c.indicator) is null then 'indicator_missing' end;
  if named.problem is not null then return named; end if;
  select one.* into i from indicators given join indicators one on one.code = coalesce(given.alias_of, given.code)
  where given.code = coalesce(told.indicator, c.indicator);
  v := definition_on(i.code, told.fact_date);
  named.space := c.space; named.commitment_id := c.id; named.indicator := i.code; named.version := v.version; named.counts := i.subject;
  named.detail := coalesce(i.code, told.indicator);
  named.problem := case
    when i.code is null then 'indicator_unknown'
    when v.state is distinct from 'defined' then 'indicator_undefined'
    when i.nature <> 'flow' or i.subject = 'none' or i.recorded_in <> 'results' then 'indicator_not_counted'
    when i.subject = 'thing' and told.thing is null then 'subject_is_thing'
    when i.subject = 'person' and told.thing is not null then 'subject_is_person'
    when i.subject = 'person' and told.quantity <> 1 then 'person_counts_one' end;
  if named.problem is not null then return named; end if;
  select s into missing from unnest(told.segments) s where not exists (select 1 from populations p where p.code = s);
  if missing is not null then
    named.problem := 'population_unknown'; named.detail := missing;
  elsif coalesce(told.place, 'unknown') <> 'unknown' then
    named := find_place(named, c.space, told.place);
  end if;
  return named;
end $$;

create function fact_of(told told_result, named found_result, on_behalf recording, fact_id uuid, journal_id uuid,
                        subject uuid, key bytea, new_salt bytea)
returns facts language sql stable as $$
  select (fact_id, null, subject, named.indicator, named.version, told.fact_date, named.commitment_id, on_behalf.space,
          named.territory_id, told.sex, told.age_band, coalesce(told.milieu, named.milieu, '?'), told.education,
          told.segments, told.quantity, told.claimed, null, on_behalf.source, 1, key,
          content_key_of(new_salt, told, named.commitment_id, named.indicator, subject), on_behalf.actor, on_behalf.at, null,
          journal_id, new_salt, named.commune_id, told.external_id, told.note, told.evidence_hash,
          told.evidence_reference, null, null, null)::facts
$$;

-- The latest revision of a row; whoever asks keeps its identity to herself until the end of her transaction, so that two
-- who send the same row at once do not both find it new.
create function latest_revision(of_space text, of_source text, key bytea) returns facts
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare latest facts;
begin
  perform share_ledger();
  perform pg_advisory_xact_lock(hashtextextended(of_space || of_source || key::text, 3));
  select * into latest from facts where space = of_space and source = of_source and row_key = key
  order by revision desc limit 1;
  return latest;
end $$;

create function record_result(told told_result, on_behalf recording, fact_id uuid, journal_id uuid, entry_id uuid,
                              new_subject uuid)
returns recorded_result language plpgsql security definer set search_path = public, pg_temp as $$
declare named found_result; older facts; key bytea; subject uuid; posted posted_fact;
begin
  perform set_config('iltizam.actor', on_behalf.actor, true);
  perform set_config('iltizam.scopes', on_behalf.scopes, true);
  named := find_told(told, on_behalf.space);
  if named.problem is not null then
    return (named.problem, named.detail, null, null, null, null)::recorded_result;
  end if;
  perform refuse_unseen(named.commitment_id);
  on_behalf.space := named.space;
  if told.external_id is not null then
    key := row_key_of(told.external_id, null, null, null, null);
    older := latest_revision(on_behalf.space, on_behalf.source, key);
    -- a row whose person was erased is not recorded again: its source sends what it always sent
    if older.erased is not null then return (null, null, older.id, 'unchanged', 'erased', null)::recorded_result; end if;
  end if;
  subject := case
    when told.thing is not null then subject_of_thing(on_behalf.space, on_behalf.source, told.thing)
    when told.document_hash is not null
      then subject_of_document(told.document_hash, on_behalf.space, on_behalf.key_number, new_subject, on_behalf.at)
    else (select s.id from subjects s where s.id = told.subject_id and s.space = on_behalf.space) end;
  if subject is null then return ('subject_unknown', told.subject_id, null, null, null, null)::recorded_result; end if;
  if key is null then
    key := row_key_of(null, named.commitment_id, named.indicator, subject, told.fact_date);
    older := latest_revision(on_behalf.space, on_behalf.source, key);
    if older.erased is not null then return (null, null, older.id, 'unchanged', 'erased', null)::recorded_result; end if;
  end if;
  if older.content_key = content_key_of(older.salt, told, named.commitment_id, named.indicator, subject) then
    return (null, null, older.id, 'unchanged',
            (select 'withdrawn' from fact_entries e where e.fact_id = older.id and e.kind = 'withdrawn'), null)::recorded_result;
  end if;
  posted := post_fact(fact_of(told, named, on_behalf, fact_id, journal_id, subject, key,
                              uuid_send(gen_random_uuid())), older, entry_id, told.age, false, on_behalf);
  return (null, null, posted.fact_id, posted.outcome, posted.counting, posted.reason)::recorded_result;
end $$;
alter function record_result owner to iltizam_counter;
