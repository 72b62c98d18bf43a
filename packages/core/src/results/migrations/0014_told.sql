-- What a source tells of a result, with the codes of the field; 0015 records one, 0018 a whole file.
create type told_result as (
  -- <agreement reference>/<number>, or the commitment's id
  commitment text,
  -- one of the three: the subject id, the keyed hash of a document (the vault gives the subject), a thing's own id
  subject_id uuid,
  document_hash bytea,
  thing text,
  -- null: the commitment's
  indicator text,
  fact_date date,
  place text,
  sex char(1),
  age smallint,
  age_band text,
  education text,
  milieu char(1),
  segments text[],
  quantity bigint,
  claimed smallint,
  evidence_hash text,
  evidence_reference text,
  external_id text,
  note text,
  -- its place in the file that it came in
  line integer
);

-- The id of a thing from its own id in its source: version 5 of RFC 9562, so it is never a person's.
create function subject_of_thing(of_space text, source text, thing text) returns uuid
language sql stable parallel safe as $$
  select encode(set_byte(set_byte(substring(h from 1 for 16), 6, (get_byte(h, 6) & 15) | 80),
                         8, (get_byte(h, 8) & 63) | 128), 'hex')::uuid
  from (select sha256(convert_to(array[of_space, source, thing]::text, 'UTF8')) as h) hashed
$$;

-- The row's identity in its source: its external id there, else the cells that identify it.
create function row_key_of(external_id text, of_commitment uuid, of_indicator text, of_subject uuid, on_date date)
returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(case when external_id is not null then 'id:' || external_id
    else array['cells', of_commitment::text, of_indicator, of_subject::text, on_date::text]::text end, 'UTF8'))
$$;

-- Everything that the source said, under the fact's salt: erasing the salt closes it.
create function content_key_of(salt bytea, told told_result, of_commitment uuid, of_indicator text, of_subject uuid)
returns bytea language sql stable parallel safe as $$
  select sha256(salt || convert_to(array[
    of_commitment::text, of_indicator, of_subject::text, told.fact_date::text, coalesce(told.place, 'unknown'), told.sex,
    told.age::text, told.age_band, told.education, told.milieu, told.segments::text, told.quantity::text,
    told.claimed::text, told.evidence_hash, told.evidence_reference, told.note]::text, 'UTF8'))
$$;

-- The territory that a place code names in a space: `abroad:XX`, `<scheme>:<code>`, or a code that only one scheme has.
create function places_named(of_space text, place text) returns table (id uuid, kind text, parent_id uuid, type text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  if place like 'abroad:%' then
    return query select t.id, t.kind, t.parent_id, t.type from territories t
    where t.space = of_space and t.scheme = 'iso3166' and t.code = substr(place, 8) and t.kind = 'abroad';
  elsif place like '%:%' then
    return query select t.id, t.kind, t.parent_id, t.type from territories t
    where t.space = of_space and t.scheme = split_part(place, ':', 1) and t.code = split_part(place, ':', 2);
  else
    return query select t.id, t.kind, t.parent_id, t.type from territories t where t.space = of_space and t.code = place;
  end if;
end $$;

-- The definition of an indicator that holds on a day: the latest in effect, else the first.
create function definition_on(of_indicator text, day date) returns indicator_versions
language sql stable as $$
  select v from indicator_versions v where v.indicator = of_indicator
  order by v.effective_from <= day desc, case when v.effective_from <= day then v.version else -v.version end desc
  limit 1
$$;
