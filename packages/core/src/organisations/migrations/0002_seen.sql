-- The register of parties is open to all who may read it; how their people are reached is not.
create function organisation_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('organisation', new.id, place_path(new.territory_id, new.space), '{}');
  perform show_to('organisation', new.id, 'itself', array[new.id]);
  return new;
end $$;
alter function organisation_placed owner to iltizam_counter;
create trigger organisation_placed before insert or update of territory_id on organisations
  for each row execute function organisation_placed();

select protect_table('focal_points', 'organisation_id in (select seen_objects(''contacts'', ''organisation''))', 'contacts');
