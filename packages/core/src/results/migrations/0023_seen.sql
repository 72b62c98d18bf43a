-- Facts, their entries and declarations are seen with their commitment's agreement, by who may read rows there; counts with
-- the node at which they stand. Repeats and overlaps are found whoever asks: the counting functions see everything, take
-- only what the actor may see, and give no more.
select protect_table('facts', $seen$
  exists (select from commitments c where c.id = commitment_id and c.agreement_id in (select seen_agreements('results')))$seen$,
  'results');
select protect_table('fact_entries', 'exists (select from facts f where f.id = fact_id)', 'results');
-- which subjects are one and the same, of those whose facts are seen
select protect_table('subject_merges', $seen$
  exists (select from facts f where f.subject_id in (subject_merges.subject_id, subject_merges.into_id))$seen$, 'results');
select protect_table('declarations', $seen$
  exists (select from commitments c where c.id = commitment_id and c.agreement_id in (select seen_agreements('declarations')))$seen$,
  'declarations');
select protect_table(kept, $seen$
  node in (select seen_agreements('any')) or exists (select from commitments c where c.id = node)
  or node in (select seen_territories('any'))$seen$)
from unnest('{node_totals,node_segments}'::regclass[]) kept;
-- only the counting functions walk these
revoke select on node_paths from iltizam_app;

create function declaration_document_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('document', new.document_id, new.commitment_id);
  return null;
end $$;
alter function declaration_document_seen owner to iltizam_counter;
create trigger document_seen after insert on declarations for each row execute function declaration_document_seen();

-- Of these nodes, those at which the actor may read a count.
create function seen_nodes(nodes uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if sees_all('any') then return nodes; end if;
  return array(
    select n from unnest(nodes) n left join commitments c on c.id = n
    where coalesce(c.agreement_id, n) in (select seen_agreements('any')) or n in (select seen_territories('any')));
end $$;
alter function seen_nodes owner to iltizam_counter;

-- The kept counts of these nodes, of what the actor may see: asked for once, not again for each row.
create function seen_totals(nodes uuid[])
returns table (node uuid, indicator text, version smallint, evidence smallint, total integer, overlapping integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.node, t.indicator, t.version, t.evidence, sum(t.total)::int, sum(t.overlapping)::int
  from node_totals t where t.node = any((select seen_nodes(nodes))::uuid[]) and t.span = 'life'
  group by t.node, t.indicator, t.version, t.evidence having sum(t.total) <> 0
$$;
alter function seen_totals owner to iltizam_counter;

-- As totals_at, of what the actor may see.
create function seen_totals_at(of_commitments uuid[], of_territory uuid, as_of date, known_before timestamptz)
returns table (node uuid, indicator text, version smallint, evidence smallint, total bigint, overlapping bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.* from totals_at(seen_nodes(of_commitments), (seen_nodes(array[of_territory]))[1], as_of, known_before) t
$$;
alter function seen_totals_at owner to iltizam_counter;

-- Whether a subject also counts under a commitment that the asker may not see: yes or no, and nothing else.
create function overlaps_elsewhere(of_root uuid, of_indicator text, of_commitment uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select counts_elsewhere(members_of(of_root), of_indicator, of_commitment, 'infinity', 'infinity')
$$;
alter function overlaps_elsewhere owner to iltizam_counter;

-- How large the ledger is, and how many persons were erased on decision.
create function ledger_sizes(out facts bigint, out blocks bigint, out sealed_rows bigint, out erased bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from facts), (select count(*) from blocks),
         (select coalesce(sum(cardinality(row_ids)), 0)::bigint from blocks), (select count(*) from erasures)
$$;
alter function ledger_sizes owner to iltizam_counter;

-- The place of the last sealed row in the order of transactions; before the first block, the place before all rows.
create function last_sealed(out number bigint, out tx bigint, out id uuid) language sql stable as $$
  select coalesce(b.number, 0), coalesce(b.last_tx, 0), coalesce(b.last_id, '00000000-0000-0000-0000-000000000000')
  from (values (1)) always left join (select * from blocks order by number desc limit 1) b on true
$$;
create function seals_wait() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from journal j where j.tx > (select tx from last_sealed()))
$$;
alter function seals_wait owner to iltizam_counter;
create function seal_state(out last_block bigint, out unsealed bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with last as materialized (select * from last_sealed()),
  rows (tx, id) as (
    select tx, id from facts where tx >= (select tx from last)
    union all select tx, id from fact_entries where tx >= (select tx from last)
    union all select tx, id from subject_merges where tx >= (select tx from last)
    union all select tx, id from journal where tx >= (select tx from last)
  )
  select (select number from last), (select count(*) from rows where (tx, id) > (select l.tx, l.id from last l))
$$;
alter function seal_state owner to iltizam_counter;

-- The last guard of what is entered: nobody records, verifies or withdraws where she may not read.
create function refuse_unseen(of_commitment uuid) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if sees_all('results') or exists (select from commitments c where c.id = of_commitment
                                    and c.agreement_id in (select seen_agreements('results'))) then
    return;
  end if;
  raise exception 'the actor may not enter results under this commitment' using errcode = 'IL011';
end $$;
alter function refuse_unseen owner to iltizam_counter;

-- The agreements that the staged rows of a file are about.
create function incoming_agreements() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select distinct c.agreement_id from named_commitments n join commitments c on c.id = n.id;
end $$;
alter function incoming_agreements owner to iltizam_counter;

-- Of the functions that see everything, the application calls those that check what its actor may see or enter; the
-- others are their parts.
do $$
declare part regprocedure;
begin
  for part in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
      and p.proowner = 'iltizam_counter'::regrole
      and p.proname <> all('{placed_objects,seen_objects,seen_nodes,seen_totals,seen_totals_at,counted_on,overlaps_elsewhere,
        ledger_sizes,seals_wait,seal_state,vault_in_use,incoming_agreements,last_reference,record_result,correct_result,enter_about_fact,verify_facts,
        merge_subjects,split_subject,begin_move,end_move,erase_facts,open_incoming,find_incoming_words,incoming_problems,
        post_incoming,count_differences,check_tree_change,seal_blocks,blocks_that_differ,totals_that_differ,recount_everything,recounted_share,join_shares,kept_beside_recounted,subject_of_document,
        subjects_of_documents}'::text[])
  loop
    execute format('revoke execute on function %s from public', part);
  end loop;
end $$;
