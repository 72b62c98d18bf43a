-- An event is seen where it took place, by who took part, and with an agreement that it concerns.
create function event_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('event', new.id, place_path(new.territory_id, new.space), '{}');
  return new;
end $$;
alter function event_placed owner to iltizam_counter;
create trigger event_placed before insert or update of territory_id on events
  for each row execute function event_placed();

create function participant_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_to('event', new.event_id, 'takes_part',
                  array(select organisation_id from event_participants where event_id = new.event_id));
  return null;
end $$;
alter function participant_seen owner to iltizam_counter;
create trigger participant_seen after insert on event_participants for each row execute function participant_seen();

create function event_agreement_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('event', new.event_id, new.agreement_id);
  return null;
end $$;
alter function event_agreement_seen owner to iltizam_counter;
create trigger event_agreement_seen after insert on event_agreements
  for each row execute function event_agreement_seen();

create function event_source_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_document_of(new.assertion_id, new.event_id);
  return null;
end $$;
alter function event_source_seen owner to iltizam_counter;
create trigger source_seen after insert on event_assertions for each row execute function event_source_seen();

select protect_table('events', 'id in (select seen_objects(''any'', ''event''))');
select protect_table(child, 'event_id in (select seen_objects(''any'', ''event''))')
from unnest('{event_parts,event_topics,event_participants,event_decisions,event_assertions}'::regclass[]) child;
select protect_table('event_agreements', $seen$
  event_id in (select seen_objects('any', 'event')) and agreement_id in (select seen_agreements('any'))$seen$);
