-- The one sealer chains rows after commit: only transactions below the oldest running one, by transaction and row id.

-- Rows that no block holds yet and that no running transaction could still come before.
create function unsealed_rows(after_tx bigint, after_id uuid)
returns table (tx bigint, id uuid, kind text, hash bytea)
language sql stable as $$
  with limits as (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest)
  select f.tx, f.id, 'F', seal_of_fact(f) from facts f, limits
  where f.tx >= after_tx and f.tx < oldest and (f.tx, f.id) > (after_tx, after_id)
  union all
  select e.tx, e.id, 'E', seal_of_entry(e) from fact_entries e, limits
  where e.tx >= after_tx and e.tx < oldest and (e.tx, e.id) > (after_tx, after_id)
  union all
  select m.tx, m.id, 'M', seal_of_merge(m) from subject_merges m, limits
  where m.tx >= after_tx and m.tx < oldest and (m.tx, m.id) > (after_tx, after_id)
  union all
  select j.tx, j.id, 'J', seal_of_journal(j) from journal j, limits
  where j.tx >= after_tx and j.tx < oldest and (j.tx, j.id) > (after_tx, after_id)
$$;

-- Seals what is ready, in blocks of at most `block_size` rows; returns how many blocks. A second sealer waits for none:
-- it finds the lock taken and returns null.
create function seal_blocks(sealed_now timestamptz, block_size integer default 10000) returns integer
language plpgsql security definer set search_path = public, pg_temp set client_min_messages = warning as $$
declare last_block blocks; made integer := 0; one record;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('iltizam.sealer', 0)) then return null; end if;
  select * into last_block from blocks order by number desc limit 1;
  drop table if exists pg_temp.to_seal;
  create temp table to_seal on commit drop as
  select r.*, (row_number() over (order by r.tx, r.id) - 1) / block_size as bundle
  from unsealed_rows(coalesce(last_block.last_tx, 0), coalesce(last_block.last_id, '00000000-0000-0000-0000-000000000000')) r;
  for one in
    select bundle, array_agg(kind order by tx, id) as kinds, array_agg(id order by tx, id) as ids,
           array_agg(hash order by tx, id) as hashes, max(tx) as last_tx,
           (array_agg(id order by tx desc, id desc))[1] as last_id
    from to_seal group by bundle order by bundle
  loop
    insert into blocks (number, format, previous, hash, row_kinds, row_ids, row_hashes, last_tx, last_id, sealed_at)
    values (coalesce(last_block.number, 0) + 1, 1, last_block.hash,
            hash_of_block(coalesce(last_block.number, 0) + 1, last_block.hash, one.hashes),
            one.kinds, one.ids, one.hashes, one.last_tx, one.last_id, sealed_now)
    returning * into last_block;
    made := made + 1;
  end loop;
  return made;
end $$;
alter function seal_blocks owner to iltizam_counter;

-- What is wrong with the chain, from one block on: a changed or missing row, a block that does not follow the last.
create function blocks_that_differ(from_number bigint default 1)
returns table (block bigint, place bigint, kind text, id uuid, problem text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select b.number, null::bigint, null::text, null::uuid,
         case when b.hash <> hash_of_block(b.number, b.previous, b.row_hashes) then 'block_changed' else 'chain_broken' end
  from (select *, lag(hash) over (order by number) as before, lag(number) over (order by number) as number_before
        from blocks) b
  where b.hash <> hash_of_block(b.number, b.previous, b.row_hashes)
     or b.previous is distinct from b.before or b.number <> coalesce(b.number_before, 0) + 1;
  return query
  with sealed as (
    select b.number, r.place, r.kind, r.id, r.hash
    from blocks b cross join lateral unnest(b.row_kinds, b.row_ids, b.row_hashes) with ordinality r (kind, id, hash, place)
    where b.number >= from_number
  ),
  present as (
    select s.number, s.place, s.kind, s.id, s.hash, seal_of_fact(f) as now
    from sealed s left join facts f on f.id = s.id where s.kind = 'F'
    union all
    select s.number, s.place, s.kind, s.id, s.hash, seal_of_entry(e)
    from sealed s left join fact_entries e on e.id = s.id where s.kind = 'E'
    union all
    select s.number, s.place, s.kind, s.id, s.hash, seal_of_merge(m)
    from sealed s left join subject_merges m on m.id = s.id where s.kind = 'M'
    union all
    select s.number, s.place, s.kind, s.id, s.hash, seal_of_journal(j)
    from sealed s left join journal j on j.id = s.id where s.kind = 'J'
  )
  select number, place, kind, id, case when now is null then 'row_missing' else 'row_changed' end
  from present where now is distinct from hash;
end $$;
alter function blocks_that_differ owner to iltizam_counter;
