-- A stated figure is seen in its territory, by the organisation that it is about, and with its agreement or event.
create function figure_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('figure', new.id, place_path(new.territory_id, new.space), '{}');
  perform show_to('figure', new.id, 'subject', array[new.organisation_id]);
  perform show_through('figure', new.id, new.agreement_id);
  perform show_through('figure', new.id, new.event_id);
  if new.assertion_id is not null then perform show_document_of(new.assertion_id, new.id); end if;
  return new;
end $$;
alter function figure_placed owner to iltizam_counter;
create trigger figure_placed before insert or update of territory_id, organisation_id on stated_figures
  for each row execute function figure_placed();

select protect_table('stated_figures', 'id in (select seen_objects(''any'', ''figure''))');
