-- Evidence that was handed in before that day and that no fact names: its result was refused, or given up. The keys go,
-- then the files (sweep-files.ts). The ledger is taken alone, so that no fact comes to name one meanwhile.
grant delete on evidence_files, vault_files to iltizam_counter;
create function forget_unused_evidence(before timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare unused text[];
begin
  perform require_whole('*');
  if not exists (select from evidence_files e where e.recorded_at < before
                 and not exists (select from facts f where f.evidence_hash = e.hash)) then return 0; end if;
  perform take_ledger_alone();
  with gone as (
    delete from evidence_files e where e.recorded_at < before
      and not exists (select from facts f where f.evidence_hash = e.hash) returning e.hash
  )
  select array_agg(hash) into unused from gone;
  delete from vault_files where hash = any(unused);
  return coalesce(cardinality(unused), 0);
end $$;
alter function forget_unused_evidence owner to iltizam_counter;
