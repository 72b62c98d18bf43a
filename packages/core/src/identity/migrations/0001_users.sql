-- Who may enter, and in what capacity. A password, a code or a token is kept only as a hash of it.
create table users (
  id uuid primary key,
  mail text not null,
  -- the mail in lower case: one account an address
  mail_folded text not null unique check (mail_folded = lower(mail_folded)),
  name text not null,
  language text not null check (language in ('fr', 'ar', 'en')),
  state text not null check (state in ('invited', 'active', 'disabled')),
  -- an account of the demo is chosen, never signed in to: it has no password
  demo boolean not null default false,
  password_set_at timestamptz,
  recorded_at timestamptz not null,
  check (not demo or password_set_at is null)
);
select guard_table('users');

-- Apart from the account, which others may read: a hash is for its owner's transaction alone.
create table passwords (
  user_id uuid primary key references users (id),
  hash text not null
);
select guard_table('passwords');

-- The second factor (RFC 6238): its secret sealed under a key that is kept outside the database.
create table second_factors (
  user_id uuid primary key references users (id),
  sealed_secret bytea not null,
  key_number smallint not null,
  -- null until a code has been given once
  confirmed_at timestamptz,
  -- the last time step whose code was accepted: a code serves once
  last_step bigint not null default 0,
  recorded_at timestamptz not null
);
select guard_table('second_factors');
grant delete on second_factors to iltizam_app;

create table recovery_codes (
  user_id uuid not null references users (id),
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (user_id, code_hash)
);
select guard_table('recovery_codes');
grant delete on recovery_codes to iltizam_app;

-- The account of an identity provider that is this user: found by its subject from the first sign-in on.
create table provider_accounts (
  issuer text not null,
  subject text not null,
  user_id uuid not null references users (id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index provider_accounts_by_user on provider_accounts (user_id);
select guard_table('provider_accounts');

-- Keys of machines: found by the part that is shown, proven by the part of which only a hash is kept.
create table api_keys (
  id uuid primary key,
  prefix text not null unique check (prefix ~ '^[a-z0-9]{10}$'),
  secret_hash bytea not null check (length(secret_hash) = 32),
  name text not null,
  made_by text not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  recorded_at timestamptz not null
);
select guard_table('api_keys');

-- A role, where it is held, and until when: of a user or of a machine. The agreement is of a folder on this floor, so
-- nothing here points to it.
create table role_grants (
  id uuid primary key,
  user_id uuid references users (id),
  api_key_id uuid references api_keys (id),
  role text not null check (role ~ '^R([1-9]|1[0-3])$'),
  organisation_id uuid references organisations (id),
  territory_id uuid references territories (id),
  agreement_id uuid,
  -- the last day on which it holds; null for no end
  until_on date,
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  check (num_nonnulls(user_id, api_key_id) = 1),
  check ((revoked_at is null) = (revoked_by is null))
);
create index role_grants_by_user on role_grants (user_id) where user_id is not null;
create index role_grants_by_key on role_grants (api_key_id) where api_key_id is not null;
select guard_table('role_grants');
