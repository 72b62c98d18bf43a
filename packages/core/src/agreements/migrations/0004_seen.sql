-- Who sees an agreement: who may in its territory, in its branch of the tree, or for an organisation that has a part in it.
create function agreement_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('agreement', new.id, place_path(new.territory_id, new.space), agreement_path(new.id));
  perform show_to('agreement', new.id, 'leads', array[new.lead_organisation_id]);
  perform show_through('document', new.signed_document_id, new.id);
  return new;
end $$;
alter function agreement_placed owner to iltizam_counter;
-- before: who creates it must see it at once
create trigger agreement_placed
  before insert or update of territory_id, lead_organisation_id, signed_document_id on agreements
  for each row execute function agreement_placed();

create function party_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed constant uuid := case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end;
begin
  perform show_to('agreement', changed, 'party',
                  array(select organisation_id from agreement_parties where agreement_id = changed));
  return null;
end $$;
alter function party_seen owner to iltizam_counter;
create trigger party_seen after insert or delete on agreement_parties for each row execute function party_seen();

-- A move in the tree changes the branch of everything below what moves.
create function branch_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare moved constant uuid := case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end;
begin
  perform show_place('agreement', b.id, v.territory_path, agreement_path(b.id))
  from (
    with recursive down (id) as (
      select moved
      union
      select p.agreement_id from down join agreement_parents p on p.parent_id = down.id and upper_inf(p.known)
    )
    select id from down
  ) b
  join visibility v on v.object_id = b.id and v.reason = 'place';
  return null;
end $$;
alter function branch_seen owner to iltizam_counter;
create trigger branch_seen after insert or update or delete on agreement_parents
  for each row execute function branch_seen();

create function cited_document_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('document', new.document_id, new.agreement_id);
  return null;
end $$;
alter function cited_document_seen owner to iltizam_counter;
create trigger document_seen after insert on agreement_states for each row execute function cited_document_seen();
create trigger document_seen after insert on approvals for each row execute function cited_document_seen();
create trigger document_seen after insert on amendments for each row execute function cited_document_seen();

create function agreement_source_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_document_of(new.assertion_id, new.agreement_id);
  return null;
end $$;
alter function agreement_source_seen owner to iltizam_counter;
create trigger source_seen after insert on agreement_assertions for each row execute function agreement_source_seen();

select protect_table('agreements', 'id in (select seen_agreements(''any''))');
select protect_table(child, 'agreement_id in (select seen_agreements(''any''))')
from unnest('{agreement_parents,agreement_parties,agreement_fields,orientations,agreement_states,approvals,signatures,
              amendments,agreement_assertions,verification_waivers}'::regclass[]) child;
select protect_table('agreement_links', $seen$
  from_id in (select seen_agreements('any')) and to_id in (select seen_agreements('any'))$seen$);
select protect_table('agreement_representatives', 'exists (select from agreement_parties p where p.id = party_id)');

-- The last number drawn of a series of references, whoever has it.
create function last_reference(prefix text) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(substr(reference, length(prefix) + 1)::int), 0) from agreements
  where starts_with(reference, prefix) and substr(reference, length(prefix) + 1) ~ '^[0-9]{1,6}$'
$$;
alter function last_reference owner to iltizam_counter;
