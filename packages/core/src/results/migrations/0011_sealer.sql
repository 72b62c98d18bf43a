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

-- What is wrong with these blocks: a changed or missing row, a block that does not follow the one before. The rows of a
-- block lie near one another, so they are looked up one by one, and no more than one block is held at a time; whoever
-- wants it faster asks for several stretches at once (verify.ts).
create function blocks_that_differ(from_number bigint default 1, to_number bigint default 9223372036854775807)
returns table (block bigint, place bigint, kind text, id uuid, problem text)
language plpgsql security definer set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare one blocks; before blocks;
begin
  select * into before from blocks b where b.number < from_number order by b.number desc limit 1;
  for one in select * from blocks b where b.number between from_number and to_number order by b.number loop
    if one.hash <> hash_of_block(one.number, one.previous, one.row_hashes) then
      return query select one.number, null::bigint, null::text, null::uuid, 'block_changed';
    end if;
    if one.previous is distinct from before.hash or one.number <> coalesce(before.number, 0) + 1 then
      return query select one.number, null::bigint, null::text, null::uuid, 'chain_broken';
    end if;
    return query
    select one.number, r.place, r.kind, r.id, case when r.now is null then 'row_missing' else 'row_changed' end
    from rows_of_block(one.row_kinds, one.row_ids, one.row_hashes) r where r.now is distinct from r.hash;
    before := one;
  end loop;
end $$;
alter function blocks_that_differ owner to iltizam_counter;

-- The rows of a block with the hash that it holds and the hash that they have now; null: the row is not there.
create function rows_of_block(kinds text[], ids uuid[], hashes bytea[])
returns table (place bigint, kind text, id uuid, hash bytea, now bytea) language sql stable as $$
  select s.place, s.kind, s.id, s.hash, seal_of_fact(f)
  from unnest(kinds, ids, hashes) with ordinality s (kind, id, hash, place)
  left join facts f on f.id = s.id where s.kind = 'F'
  union all
  select s.place, s.kind, s.id, s.hash, seal_of_entry(e)
  from unnest(kinds, ids, hashes) with ordinality s (kind, id, hash, place)
  left join fact_entries e on e.id = s.id where s.kind = 'E'
  union all
  select s.place, s.kind, s.id, s.hash, seal_of_merge(m)
  from unnest(kinds, ids, hashes) with ordinality s (kind, id, hash, place)
  left join subject_merges m on m.id = s.id where s.kind = 'M'
  union all
  select s.place, s.kind, s.id, s.hash, seal_of_journal(j)
  from unnest(kinds, ids, hashes) with ordinality s (kind, id, hash, place)
  left join journal j on j.id = s.id where s.kind = 'J'
$$;
