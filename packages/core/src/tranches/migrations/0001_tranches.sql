-- A contribution in numbered parts, each with its day and what has to be true before it is called.
create table tranches (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  contribution_id uuid not null,
  -- the reference is <contribution>/T<number>
  number smallint not null check (number > 0),
  amount_minor bigint not null check (amount_minor > 0),
  planned_on date not null,
  -- given up before it was called; why
  dropped_why text,
  recorded_at timestamptz not null,
  unique (contribution_id, number),
  unique (id, space),
  foreign key (contribution_id, space) references contributions (id, space)
);
select guard_table('tranches');

-- Of closed kinds, so that each is read from the register: nobody ticks a condition.
create table tranche_conditions (
  id uuid primary key,
  tranche_id uuid not null references tranches (id),
  number smallint not null check (number > 0),
  kind text not null check (kind in ('report', 'results', 'justified', 'document')),
  report_id uuid references reports (id),
  commitment_id uuid references commitments (id),
  quantity integer check (quantity > 0),
  by_day date,
  -- of what the tranche before was worth, in hundredths
  share smallint check (share between 1 and 100),
  document text,
  unique (tranche_id, number),
  check ((kind = 'report') = (report_id is not null)),
  check ((kind = 'results') = (commitment_id is not null)),
  check ((kind = 'results') = (quantity is not null and by_day is not null)),
  check ((kind = 'justified') = (share is not null)),
  check ((kind = 'document') = (document is not null))
);
select guard_growing_table('tranche_conditions');

-- The document that a condition asks for, sealed as the papers of money are.
create table tranche_documents (
  condition_id uuid primary key references tranche_conditions (id),
  hash text not null references money_papers (hash),
  given_on date not null,
  recorded_at timestamptz not null
);
select guard_growing_table('tranche_documents');

-- What is not met may be waived, with a reason that is shown for ever.
create table tranche_waivers (
  condition_id uuid primary key references tranche_conditions (id),
  reason text not null,
  waived_by text not null,
  recorded_at timestamptz not null
);
select guard_growing_table('tranche_waivers');

-- The call of funds of a tranche; one that was withdrawn since may be followed by another.
create table tranche_calls (
  movement_id uuid primary key references contribution_movements (id),
  tranche_id uuid not null references tranches (id),
  recorded_at timestamptz not null
);
create index tranche_calls_by_tranche on tranche_calls (tranche_id);
select guard_growing_table('tranche_calls');

create function tranche_seen() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_through('tranche', new.id, new.contribution_id);
  return new;
end $$;
alter function tranche_seen owner to iltizam_counter;
create trigger tranche_seen before insert on tranches for each row execute function tranche_seen();

select protect_table('tranches', 'exists (select from contributions c where c.id = contribution_id)', 'funding');
select protect_table(child, 'exists (select from tranches t where t.id = tranche_id)', 'funding')
from unnest('{tranche_conditions,tranche_calls}'::regclass[]) child;
select protect_table(child, 'exists (select from tranche_conditions c where c.id = condition_id)', 'funding')
from unnest('{tranche_documents,tranche_waivers}'::regclass[]) child;

-- How many proven results of a commitment are dated by a day, and since when it was so many: counted as the ledger counts,
-- from the facts, for whoever may read the count there.
create function proven_by(of_commitment uuid, by_day date, quantity bigint, as_of date, known_before timestamptz,
                          zone text, out proven bigint, out since date)
language sql stable security definer set search_path = public, pg_temp as $$
  with valid as (
    select f.*, coalesce(m.root, f.subject_id) as root, coalesce(e.level, 1) as level, e.proven_at
    from facts f
    join indicator_versions v on v.indicator = f.indicator and v.version = f.indicator_version
    left join merged_roots_before(known_before) m on m.id = f.subject_id
    left join lateral (
      select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn,
             min(recorded_at) filter (where evidence >= v.proof_level) as proven_at
      from fact_entries where fact_id = f.id and recorded_at < known_before
    ) e on true
    where f.commitment_id = any((select seen_nodes(array[of_commitment]))::uuid[]) and f.refusal is null
      and e.withdrawn is not true and f.fact_date <= least(by_day, as_of) and f.recorded_at < known_before
  ), counted as (
    select (array_agg(v.quantity order by v.fact_date, v.level desc, v.id))[1] as quantity,
           min(greatest(v.fact_date, (v.proven_at at time zone zone)::date)) as proven_on
    from valid v group by v.root
  ), rising as (
    select proven_on, sum(counted.quantity) over (order by proven_on) as reached from counted where proven_on is not null
  )
  select coalesce(max(reached), 0)::bigint, min(proven_on) filter (where reached >= proven_by.quantity) from rising
$$;
alter function proven_by owner to iltizam_counter;
