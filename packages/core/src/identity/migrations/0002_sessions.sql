-- What a browser holds a token for: the hash of the token, and as much as its owner needs to know it again.
create table access_links (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- the one thing that the link opens, in a folder above
  object_kind text not null,
  object_id uuid not null,
  organisation_id uuid not null references organisations (id),
  -- to whom it was sent: a function, never a person's name
  label text not null,
  made_by text not null,
  recorded_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  -- nothing more can be done through it
  spent_at timestamptz
);
create index access_links_by_object on access_links (object_id);
select guard_table('access_links');

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- the token before it was changed for a new one: good for requests that were already on their way
  former_hash bytea unique check (length(former_hash) = 32),
  former_until timestamptz,
  -- the next request is given a new token: what its owner may do has changed
  renew boolean not null default false,
  user_id uuid references users (id),
  link_id uuid references access_links (id),
  method text not null check (method in ('password', 'second_factor', 'provider', 'demo', 'link')),
  -- of the identity provider, to end its session with this one
  provider_hint text,
  device text not null,
  -- the network of the last use, never the whole address; null once the session has ended
  place text,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(user_id, link_id) = 1),
  check ((method = 'link') = (link_id is not null))
);
create index sessions_by_user on sessions (user_id) where ended_at is null;
create index sessions_by_link on sessions (link_id) where link_id is not null;
select guard_table('sessions');
grant delete on sessions to iltizam_counter;

-- A token for one step: an invitation, a new password, the second factor, the way to a provider and back.
create table step_tokens (
  token_hash bytea primary key check (length(token_hash) = 32),
  purpose text not null check (purpose in ('invitation', 'reset', 'second_factor', 'provider')),
  user_id uuid references users (id),
  details jsonb not null default '{}',
  tries smallint not null default 0,
  recorded_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index step_tokens_by_user on step_tokens (user_id, purpose);
select guard_table('step_tokens');
grant delete on step_tokens to iltizam_app, iltizam_counter;

-- How often something was tried: under the hash of an account, of a network, or of both. Shared by all servers, and
-- emptied when its time is over.
create table attempts (
  key bytea primary key check (length(key) = 32),
  count integer not null,
  until timestamptz not null
);
create index attempts_by_end on attempts (until);
select guard_table('attempts');
grant delete on attempts to iltizam_counter;
