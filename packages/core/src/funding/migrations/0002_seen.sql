-- Who gives money to an agreement sees it; the amounts are for who may read money there.
create function contribution_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('contribution', new.id, new.agreement_id);
  return new;
end $$;
alter function contribution_seen owner to iltizam_counter;
create trigger contribution_seen before insert on contributions for each row execute function contribution_seen();

create function funder_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_to('agreement', new.agreement_id, 'funds',
                  array(select contributor_id from contributions where agreement_id = new.agreement_id));
  return null;
end $$;
alter function funder_seen owner to iltizam_counter;
create trigger funder_seen after insert or update of contributor_id on contributions
  for each row execute function funder_seen();

create function contribution_source_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_document_of(new.assertion_id, new.contribution_id);
  return null;
end $$;
alter function contribution_source_seen owner to iltizam_counter;
create trigger source_seen after insert on contribution_assertions
  for each row execute function contribution_source_seen();

select protect_table('contributions', 'agreement_id in (select seen_agreements(''funding''))', 'funding');
select protect_table(child, 'exists (select from contributions c where c.id = contribution_id)', 'funding')
from unnest('{contribution_amounts,contribution_assertions,contribution_movements,money_papers}'::regclass[]) child;
select protect_table(child, 'exists (select from contribution_movements m where m.id = movement_id)', 'funding')
from unnest('{movement_withdrawals,movement_papers}'::regclass[]) child;
