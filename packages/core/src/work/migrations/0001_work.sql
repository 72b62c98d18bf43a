-- When somebody last looked at what changed; nothing else of her work is stored.
create table work_looks (
  actor text not null,
  space text not null check (space in ('real', 'simulated')),
  looked_at timestamptz not null,
  primary key (actor, space)
);
select guard_table('work_looks');
select protect_table('work_looks', $seen$actor = current_setting('iltizam.actor', true)$seen$, '*');

-- The agreements that lie where these roles are held, with the role: the same rule as `may` in actor.ts. It tells nothing
-- of an agreement; whoever asks sees of it what row-level security gives.
create function held_agreements(held jsonb) returns table (agreement_id uuid, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct v.object_id, h.role
  from jsonb_to_recordset(held) as h (role text, organisation uuid, territory uuid, agreement uuid)
  join visibility v on v.object_kind = 'agreement'
    and case when h.organisation is null then v.reason = 'place' else v.organisation_id = h.organisation end
    and (h.territory is null or h.territory = any(v.territory_path))
    and (h.agreement is null or h.agreement = any(v.agreement_path))
$$;
alter function held_agreements owner to iltizam_counter;
