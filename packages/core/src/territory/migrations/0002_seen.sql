-- The territories at which the actor may read counts: those of her scopes, and what lies in them.
create function seen_territories(area text) returns setof uuid language sql stable parallel safe as $$
  with recursive down (id) as (
    select my_territories(area)
    union
    select t.id from down join territories t on t.parent_id = down.id
  )
  select id from down
$$;

-- The path of a place; what names no place lies in the whole nation of its space.
create function place_path(place uuid, of_space text) returns uuid[] language sql stable as $$
  select coalesce(territory_path(place), array(select id from territories where space = of_space and kind = 'nation'))
$$;
