-- The life of an agreement: each passage from state to state, approvals, signatures, amendments.
create table agreement_states (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  from_state text,
  to_state text not null,
  reported boolean not null,
  -- the day on which it took effect, and the instant at which it was recorded
  effective_on date,
  recorded_at timestamptz not null,
  reason text,
  -- the press report or the text on which the passage rests
  document_id uuid references documents (id)
);
create index agreement_states_by_agreement on agreement_states (agreement_id, recorded_at);
select guard_growing_table('agreement_states');

-- One session of a body: it often approves several agreements at once.
create table approval_sittings (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  organisation_id uuid not null,
  kind text not null check (kind in ('deliberation', 'visa', 'board')),
  held_on date not null,
  label text not null,
  document_id uuid,
  recorded_at timestamptz not null,
  unique (organisation_id, held_on, label),
  foreign key (organisation_id, space) references organisations (id, space),
  foreign key (document_id, space) references documents (id, space)
);
select guard_growing_table('approval_sittings');

create table approvals (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  kind text not null check (kind in ('deliberation', 'visa', 'board')),
  organisation_id uuid not null references organisations (id),
  number text not null,
  decided_on date not null,
  votes_for integer,
  votes_against integer,
  votes_abstained integer,
  document_id uuid references documents (id),
  sitting_id uuid references approval_sittings (id),
  -- the number of the amendment that was approved, which is recorded once it is signed; null: the agreement itself
  of_amendment smallint check (of_amendment > 0),
  recorded_at timestamptz not null,
  unique (agreement_id, kind, organisation_id, number)
);
create index approvals_by_sitting on approvals (sitting_id) where sitting_id is not null;
create index approvals_by_agreement on approvals (agreement_id);
select guard_growing_table('approvals');

-- The director lets a file pass although a partner is not verified: the reason stays on the agreement.
create table verification_waivers (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  organisation_id uuid not null references organisations (id),
  -- the points that were open then; what opens later is not waived
  points text[] not null check (points <> '{}'),
  reason text not null,
  waived_by text not null,
  recorded_at timestamptz not null
);
create index verification_waivers_by_agreement on verification_waivers (agreement_id);
select guard_growing_table('verification_waivers');

create table signatures (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  party_id uuid not null references agreement_parties (id),
  office_holder_id uuid not null references office_holders (id),
  -- each party signs politically (president, minister, wali) and administratively (director)
  side text check (side in ('political', 'administrative')),
  capacity text not null,
  power text,
  signed_on date not null,
  place text,
  recorded_at timestamptz not null,
  unique (agreement_id, party_id, office_holder_id)
);
select guard_growing_table('signatures');

-- A typed change of a signed text: its type names the fields that it may change.
create table amendments (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  number smallint not null check (number > 0),
  type text not null check (type in ('target', 'amount', 'duration', 'party', 'object', 'suspension',
                                     'termination')),
  effective_on date not null,
  clause text not null,
  reason text not null,
  -- the fields of the agreement that it changed: what stood before and what stands after
  changes jsonb not null default '[]',
  document_id uuid references documents (id),
  recorded_at timestamptz not null,
  unique (agreement_id, number)
);
select guard_growing_table('amendments');

-- Which passage gave which value of an agreement; two assertions of one field may disagree, and both are shown.
create table agreement_assertions (
  agreement_id uuid not null,
  space text not null,
  field text not null,
  -- the row of a child table that the value became (a party, an orientation), if any
  row_id uuid,
  assertion_id uuid not null,
  unique nulls not distinct (agreement_id, field, row_id, assertion_id),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (assertion_id, space) references assertions (id, space)
);
create index agreement_assertions_by_assertion on agreement_assertions (assertion_id);
select guard_table('agreement_assertions');
-- the passages of a party or an aim that is taken away go with it
grant delete on agreement_assertions to iltizam_app;

-- The agreement and its ancestors, itself first, as the tree was known on a day.
create function agreement_path(leaf uuid, known_on date default 'infinity') returns uuid[] language sql stable as $$
  with recursive up (id, depth) as (
    select leaf, 0
    union all
    select p.parent_id, up.depth + 1
    from agreement_parents p join up on p.agreement_id = up.id
    where p.known @> known_on
  )
  select array_agg(id order by depth) from up
$$;
