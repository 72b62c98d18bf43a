-- Who may see: row-level security reads this table and the settings of the transaction, and nothing else. Triggers of the
-- folders write it downwards, so that no way of recording can forget it.
--
-- An object has one row for its place (territory and branch of the tree, each with everything above), one for each part
-- that an organisation has in it, and one for each object through which it is seen (a commitment through its agreement, a
-- document through what cites it or through who recorded it).
create table visibility (
  object_kind text not null,
  object_id uuid not null,
  -- 'place', 'through', or the part that the organisation has: 'party', 'leads', 'funds', 'owes', …
  reason text not null,
  organisation_id uuid,
  through_id uuid,
  territory_path uuid[] not null default '{}',
  agreement_path uuid[] not null default '{}',
  unique nulls not distinct (object_id, reason, organisation_id, through_id),
  check ((reason = 'through') = (through_id is not null)),
  check ((reason in ('place', 'through')) = (organisation_id is null))
);
create index visibility_by_organisation on visibility (organisation_id) where organisation_id is not null;
create index visibility_by_through on visibility (through_id) where through_id is not null;
create index visibility_by_territory on visibility using gin (territory_path) where reason = 'place';
create index visibility_by_agreement on visibility using gin (agreement_path) where reason = 'place';
select guard_table('visibility');
revoke insert, update on visibility from iltizam_app;
grant delete on visibility to iltizam_counter;

-- What the transaction remembers of what its actor sees is out of date.
create function visibility_changed() returns void language sql as $$
  select set_config('iltizam.shown', (coalesce(nullif(current_setting('iltizam.shown', true), ''), '0')::int + 1)::text, true)
$$;

-- Where an object lies, which holds for every organisation's part in it too.
create function show_place(kind text, id uuid, territories uuid[], agreements uuid[]) returns void
language plpgsql as $$
begin
  insert into visibility (object_kind, object_id, reason, territory_path, agreement_path)
  values (kind, id, 'place', coalesce(territories, '{}'), coalesce(agreements, '{}'))
  on conflict (object_id, reason, organisation_id, through_id)
  do update set territory_path = excluded.territory_path, agreement_path = excluded.agreement_path;
  update visibility v set territory_path = coalesce(territories, '{}'), agreement_path = coalesce(agreements, '{}')
  where v.object_id = id and v.organisation_id is not null;
  perform visibility_changed();
end $$;

-- The organisations that have this part in the object: these, and no others.
create function show_to(kind text, id uuid, part text, organisations uuid[]) returns void language plpgsql as $$
begin
  delete from visibility v
  where v.object_id = id and v.reason = part and v.organisation_id <> all(organisations);
  insert into visibility (object_kind, object_id, reason, organisation_id, territory_path, agreement_path)
  select distinct kind, id, part, o, coalesce(p.territory_path, '{}'), coalesce(p.agreement_path, '{}')
  from unnest(organisations) o
  left join visibility p on p.object_id = id and p.reason = 'place'
  where o is not null
  on conflict (object_id, reason, organisation_id, through_id) do nothing;
  perform visibility_changed();
end $$;

create function show_through(kind text, id uuid, through uuid) returns void language sql as $$
  insert into visibility (object_kind, object_id, reason, through_id)
  select kind, id, 'through', through where id is not null and through is not null
  on conflict (object_id, reason, organisation_id, through_id) do nothing
$$;

-- What the transaction's actor may see, told as `<areas seen whole>|<places by area>`: an area is the part of a
-- permission before its point, `*` stands for all of them, a place is [organisation, territory, agreement] with null for
-- any. Nothing told: nothing seen. (scopes.ts)
create function told_places() returns jsonb language sql stable parallel safe
  return nullif(split_part(current_setting('iltizam.scopes', true), '|', 2), '')::jsonb;
-- One expression, so that PostgreSQL writes it out in every query that asks it.
create function sees_all(area text) returns boolean language sql stable parallel safe
  return coalesce(string_to_array(split_part(current_setting('iltizam.scopes', true), '|', 1), ' ') && array[area, '*'],
                  false);
create function sees_some(area text) returns boolean language sql stable parallel safe
  return sees_all(area) or coalesce(told_places() ?| array[area, '*'], false);
create function my_scopes(area text) returns table (organisation uuid, territory uuid, agreement uuid)
language sql stable parallel safe as $$
  select (place ->> 0)::uuid, (place ->> 1)::uuid, (place ->> 2)::uuid
  from (select told_places() as told) t, unnest(array[area, '*']) key,
       jsonb_array_elements(coalesce(told -> key, '[]')) place
$$;

-- For the functions that see everything and give or change all of it: the application's actor must be one for whom the
-- area is whole. Whoever logs in as the owner of the tables needs no leave.
create function require_whole(area text) returns void language plpgsql stable as $$
begin
  if not sees_all(area) and 'iltizam_app' in (session_user::text, current_setting('role')) then
    raise exception 'the actor does not see the whole of %', area using errcode = 'IL011';
  end if;
end $$;
-- The territories named by the scopes that hold for everybody there; what lies below them is found by `territory`.
create function my_territories(area text) returns setof uuid language sql stable parallel safe as $$
  select territory from my_scopes(area) where territory is not null and organisation is null and agreement is null
$$;

-- The objects that lie where the actor may see: the same rule as `may` in actor.ts. Volatile, so that what a trigger has
-- just written counts in the very statement that records an object.
create function placed_objects(area text) returns table (kind text, id uuid)
language plpgsql volatile parallel safe security definer set search_path = public, pg_temp as $$
declare s record;
begin
  for s in select * from my_scopes(area) loop
    if s.organisation is not null then
      return query select v.object_kind, v.object_id from visibility v
      where v.organisation_id = s.organisation and (s.territory is null or s.territory = any(v.territory_path))
        and (s.agreement is null or s.agreement = any(v.agreement_path));
    elsif s.territory is not null then
      return query select v.object_kind, v.object_id from visibility v
      where v.reason = 'place' and v.territory_path @> array[s.territory]
        and (s.agreement is null or s.agreement = any(v.agreement_path));
    else
      return query select v.object_kind, v.object_id from visibility v
      where v.reason = 'place' and v.agreement_path @> array[s.agreement];
    end if;
  end loop;
end $$;
alter function placed_objects owner to iltizam_counter;

-- The agreements that the actor sees, found once a transaction and kept in a setting of it, under what they were found
-- with: who sees, and how often visibility has changed since the transaction began.
create function seen_agreements(area text) returns setof uuid language plpgsql volatile as $$
declare
  kept_under constant text := 'iltizam.seen_' || area;
  found_with constant text := concat(current_setting('iltizam.scopes', true), current_setting('iltizam.shown', true));
  kept text := current_setting(kept_under, true);
  ids uuid[];
begin
  if starts_with(kept, found_with || '{') then
    ids := substr(kept, length(found_with) + 1)::uuid[];
  else
    ids := array(select distinct id from placed_objects(area) where kind = 'agreement');
    perform set_config(kept_under, found_with || ids::text, true);
  end if;
  return query select unnest(ids);
end $$;

-- Everything that is seen, at its own place or through something else. With a kind, only that.
create function seen_objects(area text, of_kind text default null) returns setof uuid
language plpgsql volatile parallel safe security definer set search_path = public, pg_temp as $$
begin
  return query
  with recursive seen (kind, id) as (
    select first.kind, first.id from (
      select p.kind, p.id from placed_objects(area) p
      union all
      select 'actor', case when current_setting('iltizam.actor', true) ~ '^[0-9a-f-]{36}$'
                           then current_setting('iltizam.actor', true)::uuid end
    ) first (kind, id)
    union
    select v.object_kind, v.object_id from seen join visibility v on v.through_id = seen.id
  )
  select s.id from seen s where (of_kind is null or s.kind = of_kind) and s.kind <> 'actor';
end $$;
alter function seen_objects owner to iltizam_counter;

-- Where an object lies, for the acts: every organisation that has a part in it, its territories and branches. What has no
-- place of its own lies where that does through which it is seen.
create function scope_of(id uuid, out organisations uuid[], out territories uuid[], out agreements uuid[])
language sql stable as $$
  with near as (
    select v.*, v.object_id = id as own from visibility v
    where v.object_id = id or v.object_id in (select t.through_id from visibility t where t.object_id = id)
  )
  select coalesce(array_agg(distinct organisation_id) filter (where organisation_id is not null), '{}'),
         coalesce((select n.territory_path from near n where n.reason = 'place' order by own desc limit 1), '{}'),
         array(select distinct a from near n, unnest(n.agreement_path) a)
  from near
$$;

-- A folder's migration calls this for each table whose rows are not for everybody: the application reads and writes those
-- of which `seen` is true, and all of them when the area is seen whole. What cannot be seen cannot be written either.
create function protect_table(name regclass, seen text, area text default 'any') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('create policy seen_rows on %s to iltizam_app using ((select sees_all(%L)) or (%s))',
                 name, area, seen);
end $$;

select protect_table('visibility', 'object_id in (select seen_objects(''any''))');

-- Everybody's acts are journalled; the journal is read by who may, where she may.
select protect_table('journal', 'object_id in (select id::text from seen_objects(''journal'') id)', 'journal');
create policy written_by_all on journal for insert to iltizam_app with check (true);
select protect_table('outbox', 'false', '*');
create policy queued_by_all on outbox for insert to iltizam_app with check (true);
