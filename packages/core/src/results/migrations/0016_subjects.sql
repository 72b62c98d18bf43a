-- Merging and splitting subjects, and moving an agreement in the tree. Each has the ledger alone (ledger.md §3.5).

-- Touches a subject and everybody under the same root, in every indicator that one of them has a fact of.
create function touch_family(of_subject uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into touched_subjects
  select distinct of_subject, f.indicator
  from unnest(members_of(root_of(of_subject))) member join facts f on f.subject_id = member;
end $$;
alter function touch_family owner to iltizam_counter;
revoke execute on function touch_family from public;

-- Two subjects found to be one: from now on the first stands under the second. `id` and `journal_id` are new.
-- Says what stands in the way: `same_subject`, or null when it is done.
create function merge_subjects(merge_id uuid, one_subject uuid, into_subject uuid, why text, actor text,
                               at timestamptz, of_journal uuid)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare one_root uuid; into_root uuid;
begin
  perform require_whole('subjects');
  perform take_ledger_alone();
  one_root := root_of(one_subject);
  into_root := root_of(into_subject);
  if one_root = into_root then return 'same_subject'; end if;
  perform open_recount();
  perform touch_family(one_root);
  perform touch_family(into_root);
  -- both are counted in every indicator that either has
  insert into touched_subjects select s, t.indicator from touched_subjects t cross join unnest(array[one_root, into_root]) s
  except select * from touched_subjects;
  perform begin_recounted_change();
  insert into subject_merges (id, subject_id, into_id, reason, recorded_by, recorded_at, journal_id)
  values (merge_id, one_root, into_root, why, actor, at, of_journal);
  perform end_recounted_change();
  return null;
end $$;
alter function merge_subjects owner to iltizam_counter;

-- One found to be two: undoes the merge of this subject, with everybody who had been merged into it before.
create function split_subject(of_subject uuid, at timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_whole('subjects');
  perform take_ledger_alone();
  if not exists (select 1 from subject_merges where subject_id = of_subject and undone_at is null) then
    return 'not_merged';
  end if;
  perform open_recount();
  perform touch_family(of_subject);
  perform begin_recounted_change();
  update subject_merges set undone_at = at where subject_id = of_subject and undone_at is null;
  perform end_recounted_change();
  return null;
end $$;
alter function split_subject owner to iltizam_counter;

-- The agreement and everything below it, in the tree as it is now.
create function agreements_below(top uuid) returns table (id uuid) language sql stable as $$
  with recursive down (id) as (
    select top
    union
    select p.agreement_id from agreement_parents p join down on p.parent_id = down.id where p.known @> 'infinity'::date
  )
  select id from down
$$;

-- Before and after a move: what counts under the agreement is taken away from the old tree and counted in the new one.
create function begin_move(of_agreement uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform take_ledger_alone();
  perform open_recount();
  insert into touched_subjects
  select distinct f.subject_id, f.indicator
  from agreements_below(of_agreement) a join commitments c on c.agreement_id = a.id
  join facts f on f.commitment_id = c.id;
  perform begin_recounted_change();
  perform recount();
  perform add_recount();
  perform set_config('iltizam.moving', of_agreement::text, true);
end $$;
alter function begin_move owner to iltizam_counter;

create function end_move(of_agreement uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  delete from node_paths where leaf in (
    select c.id from agreements_below(of_agreement) a join commitments c on c.agreement_id = a.id);
  truncate touched_facts, recount_paths;
  perform end_recounted_change();
  perform set_config('iltizam.moving', '', true);
end $$;
alter function end_move owner to iltizam_counter;

-- The last guard: an agreement under which facts may have been posted moves only between these two calls. One that is
-- made in this very transaction has none.
create or replace function check_tree_change(moved uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if current_setting('iltizam.moving', true) = moved::text
     or exists (select 1 from agreements where id = moved and xmin = pg_current_xact_id()::xid) then
    return;
  end if;
  perform take_ledger_alone();
  if exists (select 1 from agreements_below(moved) a join commitments c on c.agreement_id = a.id
             join facts f on f.commitment_id = c.id) then
    raise exception 'an agreement that has results moves by results.move_agreement, which counts them anew'
      using errcode = 'IL004';
  end if;
  delete from node_paths where leaf in (
    select c.id from agreements_below(moved) a join commitments c on c.agreement_id = a.id);
end $$;
alter function check_tree_change owner to iltizam_counter;
