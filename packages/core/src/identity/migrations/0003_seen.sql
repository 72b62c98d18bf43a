-- Who sees what of the door's own tables: everybody her own rows; who reads accounts (`accounts`) the users and roles of
-- her places; who manages them (`identity`) what belongs to these users besides. What has to be found before anybody is
-- known is found by the functions of 0004, each by something that only its holder has.

-- Who acts: a user, a key, or a link.
create function acting() returns uuid language sql stable parallel safe
  return case when current_setting('iltizam.actor', true) ~ '^[0-9a-f-]{36}$'
              then current_setting('iltizam.actor', true)::uuid end;

-- Whether a role that is held there lies where the actor has a right: the same rule as `may` in actor.ts.
create function holds_there(area text, organisation_id uuid, territory_id uuid, agreement_id uuid) returns boolean
language sql stable as $$
  select exists (
    select from my_scopes(area) s
    where (s.organisation is null or s.organisation = organisation_id)
      and (s.territory is null or s.territory = any(territory_path(territory_id)))
      and (s.agreement is null or s.agreement = agreement_id))
$$;

-- The users and keys that hold a role where the actor has a right.
create function placed_holders(area text) returns table (user_id uuid, api_key_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.user_id, g.api_key_id from role_grants g
  where g.revoked_at is null and holds_there(area, g.organisation_id, g.territory_id, g.agreement_id)
$$;
alter function placed_holders owner to iltizam_counter;
grant execute on function placed_holders to iltizam_app;

select protect_table('role_grants', 'holds_there(''identity'', organisation_id, territory_id, agreement_id)', 'identity');
create policy read_there on role_grants for select to iltizam_app
  using ((select sees_all('accounts')) or holds_there('accounts', organisation_id, territory_id, agreement_id));
create policy own_row on role_grants for select to iltizam_app using ((select acting()) in (user_id, api_key_id));

select protect_table('users', 'id in (select user_id from placed_holders(''identity''))', 'identity');
create policy read_there on users for select to iltizam_app
  using ((select sees_all('accounts')) or id in (select user_id from placed_holders('accounts')));
create policy own_row on users to iltizam_app using (id = (select acting()));

-- A machine notes its use. Who makes a key sees it before it holds a role.
select protect_table('api_keys',
  'made_by = (select acting())::text or id in (select api_key_id from placed_holders(''identity''))', 'identity');
create policy own_row on api_keys to iltizam_app using (id = (select acting())) with check (id = (select acting()));

-- Nobody manages somebody's password: she is sent a link.
select protect_table('passwords', 'user_id = (select acting())', '*');

do $$
declare name text;
begin
  foreach name in array array['second_factors', 'recovery_codes', 'provider_accounts', 'sessions', 'step_tokens'] loop
    perform protect_table(name::regclass, 'user_id in (select user_id from placed_holders(''identity''))', 'identity');
    execute format('create policy own_row on %I to iltizam_app using (user_id = (select acting()))', name);
  end loop;
end $$;
create policy of_link on sessions to iltizam_app using (link_id = (select acting()));
-- the way to a provider and back begins before anybody is known
create policy of_nobody on step_tokens for insert to iltizam_app with check (user_id is null);

select protect_table('access_links', 'id = (select acting()) or made_by = (select acting())::text', '*');

select protect_table('attempts', 'false', '*');
