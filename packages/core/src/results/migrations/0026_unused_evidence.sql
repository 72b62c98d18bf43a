-- Evidence that was handed in before that day and that no fact names: its result was refused, or given up. Gives
-- the files, whose keys are to go with it. The ledger is taken alone, so that no fact comes to name one meanwhile.
grant delete on evidence_files to iltizam_counter;
create function forget_unused_evidence(before timestamptz) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare unused text[];
begin
  perform require_whole('*');
  if not exists (select from evidence_files e where e.recorded_at < before
                 and not exists (select from facts f where f.evidence_hash = e.hash)) then return '{}'; end if;
  perform take_ledger_alone();
  with gone as (
    delete from evidence_files e where e.recorded_at < before
      and not exists (select from facts f where f.evidence_hash = e.hash) returning e.hash
  )
  select array_agg(hash) into unused from gone;
  return coalesce(unused, '{}');
end $$;
alter function forget_unused_evidence owner to iltizam_counter;
