-- Asked after each change of the tree. What counts along the tree replaces this function by one that refuses a change
-- which would leave its counts wrong (results/migrations/0016_subjects.sql).
create function check_tree_change(moved uuid) returns void language plpgsql as $$ begin end $$;

create function tree_changed() returns trigger language plpgsql as $$
begin
  perform check_tree_change(case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end);
  return null;
end $$;
create trigger tree_changed after insert or update or delete on agreement_parents
  for each row execute function tree_changed();
