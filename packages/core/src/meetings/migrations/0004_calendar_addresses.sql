-- An address by which a calendar program fetches somebody's meetings: whoever knows it reads them, so it is kept as a hash.
create table calendar_addresses (
  id uuid primary key,
  user_id uuid not null references users (id),
  space text not null check (space in ('real', 'simulated')),
  -- which program, on which device
  name text not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  recorded_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index calendar_addresses_by_user on calendar_addresses (user_id);
select guard_table('calendar_addresses');
select protect_table('calendar_addresses', 'user_id::text = current_setting(''iltizam.actor'', true)', '*');

-- Whose calendar an address is, as she stands today: nothing of a closed account. Found by what only its holder has.
create function calendar_at_door(hash bytea, on_day date)
returns table (id uuid, user_id uuid, name text, language text, space text, last_used_at timestamptz, roles json)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, u.id, u.name, u.language, a.space, a.last_used_at, roles_held(u.id, null, on_day)
  from calendar_addresses a join users u on u.id = a.user_id and u.state = 'active'
  where a.token_hash = hash and a.revoked_at is null
$$;
alter function calendar_at_door owner to iltizam_counter;
grant execute on function calendar_at_door to iltizam_app;
