-- Posts a file of told results as one change of the ledger, by the rules of 0005 and 0015, set-wise.
set local check_function_bodies = off;

-- The rows of the file as facts to be, one for each identity, with the latest revision that the ledger has of it.
create function prepare_incoming(on_behalf recording, of_import uuid, of_journal uuid) returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning
set enable_nestloop = off set work_mem = '128MB' as $$
begin
  drop table if exists pg_temp.told_subjects, pg_temp.to_post;
  create temp table told_subjects on commit drop as
  select * from subjects_of_documents((select array_agg(document_hash) from incoming where document_hash is not null),
                                      on_behalf.space, on_behalf.key_number, on_behalf.at);
  analyze told_subjects;
  create temp table to_post on commit drop as
  with found as (
    select i.id, (told).line, told, n.id as commitment_id, n.code as indicator, d.version, p.commune_id,
           p.territory_id, p.milieu, case when n.restricted then p.path end as path, n.period_from, n.period_to,
           n.restricted,
           case when (told).thing is not null then subject_of_thing(on_behalf.space, on_behalf.source, (told).thing)
                else coalesce((told).subject_id, s.subject_id) end as subject
    -- the facts' ids follow the lines of the file: of two facts of one day, the earlier line counts
    from (select uuidv7() as id, told::told_result from incoming told offset 0) i
    join named_commitments n on n.given = (told).commitment and n.given_indicator is not distinct from (told).indicator
    join named_definitions d on d.code = n.code and d.fact_date = (told).fact_date
    left join named_places p on p.given = (told).place
    left join told_subjects s on s.document_hash = (told).document_hash
  ),
  keyed as (
    select *, row_key_of((told).external_id, commitment_id, indicator, subject, (told).fact_date) as key from found
  )
  -- the salt is drawn out here, where it does not make the rows above be set aside first
  select k.*, uuid_send(gen_random_uuid()) as new_salt, o.id as older_id, o.subject_id as older_subject, o.indicator as older_indicator,
         coalesce(o.revision, 0)::smallint as older_revision, o.erased is not null as erased,
         case when o.id is not null
              then o.content_key = content_key_of(o.salt, k.told, k.commitment_id, k.indicator, k.subject) end as same
  from keyed k
  left join lateral (
    select * from facts f
    where f.space = on_behalf.space and f.source = on_behalf.source and f.row_key = k.key
    order by f.revision desc limit 1
  ) o on true;
  delete from to_post where same or erased;
  -- rows that say the same twice: the first stays
  delete from to_post p
  using (select key, min(line) as first from to_post group by key having count(*) > 1) twice
  where p.key = twice.key and p.line > twice.first;
  analyze to_post;
end $$;
alter function prepare_incoming owner to iltizam_counter;

-- Whether a row counts is asked one by one only where the commitment restricts who counts.
create function insert_incoming(on_behalf recording, of_import uuid, of_journal uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare own_tx constant bigint := current_tx();
begin
  insert into fact_entries (id, tx, fact_id, kind, reason, recorded_by, recorded_at, journal_id)
  select uuidv7(), own_tx, older_id, 'withdrawn', 'corrected at its source', on_behalf.actor, on_behalf.at, of_journal
  from to_post where older_id is not null
  on conflict do nothing;
  insert into facts (id, tx, subject_id, indicator, indicator_version, fact_date, commitment_id, space, territory_id,
                     sex, age_band, milieu, education, segments, quantity, claimed, refusal, source, revision, row_key,
                     content_key, recorded_by, recorded_at, import_id, journal_id, salt, commune_id, external_id, note,
                     evidence_hash, evidence_reference)
  select p.id, own_tx, p.subject, p.indicator, p.version, (told).fact_date, p.commitment_id, on_behalf.space,
         p.territory_id, (told).sex, (told).age_band, coalesce((told).milieu, p.milieu, '?'), (told).education,
         (told).segments, (told).quantity, (told).claimed,
         case when (told).fact_date < p.period_from or (told).fact_date > p.period_to then 'outside_period'
              when p.restricted then refusal_of(p.commitment_id, (told).fact_date, coalesce(p.path, '{}'), (told).age,
                false, (told).sex, coalesce((told).milieu, p.milieu, '?'), (told).education, (told).segments) end,
         on_behalf.source, p.older_revision + 1, p.key,
         content_key_of(p.new_salt, p.told, p.commitment_id, p.indicator, p.subject), on_behalf.actor, on_behalf.at, of_import,
         of_journal, p.new_salt, p.commune_id, (told).external_id, (told).note, (told).evidence_hash,
         (told).evidence_reference
  -- in the order of the keys, whose index then grows at one end: five seconds a million less
  from to_post p order by key;
end $$;
alter function insert_incoming owner to iltizam_counter;

-- What a file did, or would do: its rows, those recorded, corrected and unchanged, and of the first two those that do
-- not count, by reason.
create type posted_file as (rows bigint, recorded bigint, corrected bigint, unchanged bigint, not_counted jsonb);

create function post_incoming(on_behalf recording, of_import uuid, of_journal uuid) returns posted_file
language plpgsql security definer set search_path = public, pg_temp set work_mem = '128MB' as $$
declare posted posted_file;
begin
  perform take_ledger_alone();
  perform refuse_unseen(c.id) from (
    select distinct n.id from named_commitments n
    where n.id is not null and not sees_all('results')) c;
  perform prepare_incoming(on_behalf, of_import, of_journal);
  perform open_recount();
  insert into touched_subjects
  select subject, indicator from to_post
  union select older_subject, older_indicator from to_post where older_id is not null;
  perform begin_recounted_change();
  perform insert_incoming(on_behalf, of_import, of_journal);
  perform end_recounted_change();
  select (select count(*) from incoming), count(*) filter (where older_id is null),
         count(*) filter (where older_id is not null), (select count(*) from incoming) - count(*), '{}'
  into posted from to_post;
  posted.not_counted := (select coalesce(jsonb_object_agg(refusal, n), '{}')
    from (select refusal, count(*) as n from facts where tx = current_tx() and import_id = of_import and refusal is not null group by 1) r);
  return posted;
end $$;
alter function post_incoming owner to iltizam_counter;
revoke execute on function prepare_incoming, insert_incoming from public;
