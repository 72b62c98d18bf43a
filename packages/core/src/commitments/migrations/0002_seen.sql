-- A commitment is seen with its agreement, which is also seen by who owes it or has a task in it.
create function commitment_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('commitment', new.id, new.agreement_id);
  return new;
end $$;
alter function commitment_seen owner to iltizam_counter;
create trigger commitment_seen before insert on commitments for each row execute function commitment_seen();

create function debtor_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_to('agreement', new.agreement_id, 'owes',
                  array(select owed_by from commitments where agreement_id = new.agreement_id and state <> 'withdrawn'));
  return null;
end $$;
alter function debtor_seen owner to iltizam_counter;
create trigger debtor_seen after insert or update of owed_by, state on commitments
  for each row execute function debtor_seen();

create function task_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare of_agreement constant uuid := (
  select agreement_id from commitments
  where id = case tg_op when 'DELETE' then old.commitment_id else new.commitment_id end);
begin
  perform show_to('agreement', of_agreement, 'task', array(
    select r.organisation_id from commitment_responsibilities r join commitments c on c.id = r.commitment_id
    where c.agreement_id = of_agreement));
  return null;
end $$;
alter function task_seen owner to iltizam_counter;
create trigger task_seen after insert or delete on commitment_responsibilities
  for each row execute function task_seen();

create function commitment_source_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_document_of(new.assertion_id, new.commitment_id);
  return null;
end $$;
alter function commitment_source_seen owner to iltizam_counter;
create trigger source_seen after insert on commitment_assertions for each row execute function commitment_source_seen();

select protect_table('commitments', 'agreement_id in (select seen_agreements(''any''))');
select protect_table(child, 'exists (select from commitments c where c.id = commitment_id)')
from unnest('{commitment_targets,commitment_assertions,commitment_eligibility,commitment_responsibilities}'::regclass[]) child;
select protect_table('commitment_breakdowns', 'exists (select from commitment_targets t where t.id = target_id)');
