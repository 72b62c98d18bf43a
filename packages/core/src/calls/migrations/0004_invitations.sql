-- Organisations without an account that were invited to answer a call: each gets a one-time link. Asked again, the same
-- invitation gets a new one.
create table call_invitations (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  call_id uuid not null,
  organisation_id uuid not null,
  -- to whom it goes by mail; null: handed over
  focal_point_id uuid references focal_points (id),
  language text not null check (language in ('fr', 'ar', 'en')),
  invited_by_label text not null,
  invited_at timestamptz not null,
  unique (call_id, organisation_id),
  foreign key (call_id, space) references calls (id, space),
  foreign key (organisation_id, space) references organisations (id, space)
);
select guard_table('call_invitations');

-- Seen by who sees the call as its own, and by whom it invites.
select protect_table('call_invitations', $seen$
  call_id in (select seen_objects('calls', 'call'))
  or organisation_id in (select organisation from my_scopes('calls'))$seen$, 'calls');
