-- What an evidence file shows, beside the sealed bytes: neither its name nor anything else that could point to a person.
create table evidence_files (
  hash text primary key,
  kind text not null check (kind in ('contract', 'wage_declaration', 'certificate', 'attendance', 'register_extract',
                                     'order', 'invoice', 'minutes', 'photo', 'other')),
  media_type text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
select guard_table('evidence_files');
select names_files('evidence_files', 'hash');
grant delete on evidence_files to iltizam_app;
-- with a fact that names the file; before there is one, by who handed it in
select protect_table('evidence_files', $seen$
  recorded_by = current_setting('iltizam.actor', true)
  or exists (select from facts f where f.evidence_hash = hash)
  or (select sees_some('people'))$seen$, 'results');

-- By which name the recorder of a result goes; of the journal, which few may read, nothing else is told.
create function recorder_named(of_journal uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select actor_label from journal where id = of_journal and act like 'results.%'
$$;
alter function recorder_named owner to iltizam_counter;

-- Sends results back to who entered them. What is withdrawn, was sent back already, or was entered by the actor herself
-- stays as it is, under why. Nothing that is counted changes.
create function return_facts(of_facts uuid[], why text, actor text, at timestamptz, of_journal uuid)
returns table (outcome text, facts bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
  with judged as materialized (
    select f.id, case when e.withdrawn then 'withdrawn_already' when f.recorded_by = actor then 'own_record'
                      when e.returned > coalesce(e.verified, '-infinity') then 'returned_already' else 'returned' end as judgement
    from (select distinct id from unnest(of_facts) id) g join facts f on f.id = g.id
    left join lateral (
      select bool_or(kind = 'withdrawn') as withdrawn, max(recorded_at) filter (where kind = 'returned') as returned,
             max(recorded_at) filter (where kind = 'verified') as verified
      from fact_entries where fact_id = f.id) e on true
    -- what the actor may not see does not exist for her
    where sees_all('results') or f.commitment_id in (
      select c.id from commitments c where c.agreement_id in (select seen_agreements('results')))
  ),
  entered as (
    insert into fact_entries (id, fact_id, kind, reason, recorded_by, recorded_at, journal_id)
    select uuidv7(), j.id, 'returned', why, actor, at, of_journal from judged j where j.judgement = 'returned'
  )
  select j.judgement, count(*) from judged j group by 1;
end $$;
alter function return_facts owner to iltizam_counter;
