-- What the door asks before it knows who stands there. Each function finds one thing by what only its holder has, or
-- counts; none lists. Everything else the door reads and writes as the one whom it has recognised.

create function roles_held(of_user uuid, of_key uuid, on_day date) returns json language sql stable as $$
  select coalesce(json_agg(json_strip_nulls(json_build_object(
           'role', g.role, 'organisation', g.organisation_id, 'territory', g.territory_id, 'agreement', g.agreement_id))
           order by g.id), '[]')
  from role_grants g
  where (g.user_id = of_user or g.api_key_id = of_key) and g.revoked_at is null
    and (g.until_on is null or g.until_on >= on_day)
$$;

-- The session of a token, with whom it belongs to and what she holds.
create function session_at_door(hash bytea, at timestamptz, used_since timestamptz, on_day date)
returns table (id uuid, method text, renew boolean, is_former boolean, place text, last_used_at timestamptz,
               expires_at timestamptz, account json, link json, roles json)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.method, s.renew, s.token_hash <> hash, s.place, s.last_used_at, s.expires_at,
         case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'demo', u.demo) end,
         case when l.id is not null then json_build_object('id', l.id, 'label', l.label, 'objectKind', l.object_kind,
           'objectId', l.object_id, 'organisation', l.organisation_id) end,
         roles_held(u.id, null, on_day)
  from sessions s left join users u on u.id = s.user_id left join access_links l on l.id = s.link_id
  where (s.token_hash = hash or s.former_hash = hash and s.former_until > at)
    and s.ended_at is null and s.expires_at > at
    and (s.link_id is not null or s.last_used_at > used_since and u.state = 'active')
    and (l.id is null or l.expires_at > at)
$$;

-- The machine of a key by the part that is shown; whether the rest is right is for the asker to compare.
create function key_at_door(of_prefix text, at timestamptz, on_day date)
returns table (id uuid, name text, secret_hash bytea, last_used_at timestamptz, roles json)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.id, k.name, k.secret_hash, k.last_used_at, roles_held(null, k.id, on_day)
  from api_keys k where k.prefix = of_prefix and k.revoked_at is null and k.expires_at > at
$$;

-- The account of exactly this mail, without its password.
create function account_of(folded text) returns setof users
language sql stable security definer set search_path = public, pg_temp as $$
  select * from users where mail_folded = folded
$$;

create function provider_user(of_issuer text, of_subject text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select user_id from provider_accounts where issuer = of_issuer and subject = of_subject
$$;

create function step_at_door(hash bytea, purposes text[], at timestamptz)
returns table (purpose text, user_id uuid, details jsonb, tries smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select purpose, user_id, details, tries from step_tokens
  where token_hash = hash and purpose = any(purposes) and used_at is null and expires_at > at
$$;

-- Of two at once, one uses the token.
create function use_step(hash bytea, purposes text[], at timestamptz)
returns table (purpose text, user_id uuid, details jsonb, tries smallint)
language sql volatile security definer set search_path = public, pg_temp as $$
  update step_tokens t set used_at = at
  where t.token_hash = hash and t.purpose = any(purposes) and t.used_at is null and t.expires_at > at
  returning t.purpose, t.user_id, t.details, t.tries
$$;

create function count_try(hash bytea, most integer, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update step_tokens set tries = tries + 1, used_at = case when tries + 1 > most then at else used_at end
  where token_hash = hash
$$;

create function link_at_door(hash bytea, at timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from access_links where token_hash = hash and expires_at > at
$$;

-- A new link for the same thing ends those that others made for it.
create function end_links_of(object uuid, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update access_links set expires_at = at where object_id = object and expires_at > at
$$;

create function count_attempts(keys bytea[], untils timestamptz[], at timestamptz)
returns table (key bytea, count integer, until timestamptz)
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from attempts where key in (
    select key from attempts where attempts.until <= at order by key limit 50 for update skip locked);
  insert into attempts as t (key, count, until)
  select k, 1, u from unnest(keys, untils) as asked (k, u) order by k
  on conflict (key) do update set
    count = case when t.until <= at then 1 else t.count + 1 end,
    until = case when t.until <= at then excluded.until else t.until end
  returning t.key, t.count, t.until
$$;

-- Whoever was right has not guessed: her own count begins anew, the others are one less.
create function forgive_attempts(keys bytea[], own bytea) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update attempts set count = case when key = own then 0 else greatest(count - 1, 0) end
  where key in (select key from attempts where key = any(keys) order by key for update)
$$;

-- What is over for everybody goes with the next one who comes in.
create function sweep_door(steps_before timestamptz, sessions_before timestamptz) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from step_tokens where expires_at < steps_before;
  delete from sessions where expires_at < sessions_before
$$;

-- How many people who can sign in administer everything.
create function count_administrators() returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct u.id) from users u join role_grants g on g.user_id = u.id
  where u.state = 'active' and not u.demo and g.role = 'R13' and g.revoked_at is null and g.until_on is null
    and g.organisation_id is null and g.territory_id is null and g.agreement_id is null
$$;

create function somebody_signs_in() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from users where not demo and state = 'active')
$$;

create function demo_accounts() returns table (id uuid, name text, roles text[], place json)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.name, array_agg(g.role order by substr(g.role, 2)::int), 
         (array_agg(json_build_object('fr', coalesce(o.name, t.name_fr), 'ar', coalesce(o.name_ar, t.name_ar),
                                      'en', coalesce(o.name_en, t.name_en))
                    order by coalesce(o.name, t.name_fr))
            filter (where o.id is not null or t.id is not null))[1]
  from users u join role_grants g on g.user_id = u.id and g.revoked_at is null
    left join organisations o on o.id = g.organisation_id left join territories t on t.id = g.territory_id
  where u.demo and u.state = 'active'
  group by u.id order by min(substr(g.role, 2)::int), u.name
$$;

-- What a list of accounts says of each, for who reads accounts there: of the second factor and of sessions no more.
create function account_use(of_user uuid, out has_second_factor boolean, out last_used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from second_factors f where f.user_id = of_user and f.confirmed_at is not null),
         (select max(s.last_used_at) from sessions s where s.user_id = of_user)
  where sees_all('accounts') or of_user in (select h.user_id from placed_holders('accounts') h)
$$;

-- Where a key holds its roles, for who would take it back and sees some of them only; nothing of a key that she does
-- not see.
create function places_of_key(of_key uuid) returns table (organisation_id uuid, territory_id uuid, agreement_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.organisation_id, g.territory_id, g.agreement_id from role_grants g
  where g.api_key_id = of_key and g.revoked_at is null
    and (sees_all('identity') or of_key in (select h.api_key_id from placed_holders('identity') h))
$$;

create function seals_second_factors(generation smallint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from second_factors where key_number = generation)
$$;

do $$
declare name text;
begin
  foreach name in array array[
    'session_at_door', 'key_at_door', 'account_of', 'provider_user', 'step_at_door', 'use_step', 'count_try',
    'link_at_door', 'end_links_of', 'count_attempts', 'forgive_attempts', 'sweep_door', 'count_administrators',
    'somebody_signs_in', 'demo_accounts', 'places_of_key', 'account_use', 'seals_second_factors'] loop
    execute format('alter function %I owner to iltizam_counter', name);
    execute format('grant execute on function %I to iltizam_app', name);
  end loop;
end $$;
