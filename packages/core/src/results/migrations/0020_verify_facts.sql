-- Verifies many facts at once. A fact that the verifier recorded herself (without a match), one that is withdrawn, or
-- stands at this level already is left as it is and counted under its reason.
create function verify_facts(of_facts uuid[], to_level smallint, matched text, why text, actor text, at timestamptz,
                             of_journal uuid)
returns table (outcome text, facts bigint)
language plpgsql security definer set search_path = public, pg_temp set client_min_messages = warning as $$
declare own_tx constant bigint := current_tx();
begin
  perform take_ledger_alone();
  perform open_recount();
  drop table if exists pg_temp.to_verify;
  create temp table to_verify on commit drop as
  select g.id, f.subject_id, f.indicator,
         case when f.id is null then 'fact_unknown' when e.withdrawn then 'withdrawn_already'
              when f.recorded_by = actor and matched is null then 'own_record'
              when to_level <= coalesce(e.level, 1) then 'not_raised' else 'verified' end as outcome
  from (select distinct id from unnest(of_facts) id) g
  -- what the actor may not see does not exist for her
  left join facts f on f.id = g.id and (sees_all('results') or f.commitment_id in (
    select c.id from commitments c where c.agreement_id in (select seen_agreements('results'))))
  left join lateral (select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn
                     from fact_entries where fact_id = g.id) e on true;
  insert into touched_subjects select distinct v.subject_id, v.indicator from to_verify v where v.outcome = 'verified';
  perform begin_recounted_change();
  insert into fact_entries (id, tx, fact_id, kind, evidence, matched_with, reason, recorded_by, recorded_at, journal_id)
  select uuidv7(), own_tx, v.id, 'verified', to_level, matched, why, actor, at, of_journal
  from to_verify v where v.outcome = 'verified';
  perform end_recounted_change();
  return query select v.outcome, count(*) from to_verify v group by 1;
end $$;
alter function verify_facts owner to iltizam_counter;
