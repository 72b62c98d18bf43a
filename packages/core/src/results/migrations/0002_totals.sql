-- Kept totals (ledger.md §3): one row a node, span, year, definition version, evidence level and stripe. A row
-- holds the count and its five margins side by side, so that posting a fact changes one row a node and not thirty.

-- The nodes above a commitment (itself, its agreement, every ancestor) or above a territory (itself up to the nation).
create table node_paths (
  leaf uuid primary key,
  kind text not null check (kind in ('commitment', 'territory')),
  nodes uuid[] not null
);
select guard_table('node_paths');

create table node_totals (
  node uuid not null,
  -- 'life': every date, split by the calendar year of the counting fact; 'year': that calendar year alone
  span text not null check (span in ('life', 'year')),
  year smallint not null,
  indicator text not null,
  version smallint not null,
  evidence smallint not null,
  stripe smallint not null,
  total integer not null,
  -- of the total: subjects that also have a valid fact under another commitment
  overlapping integer not null,
  sex_f integer not null, sex_m integer not null, sex_u integer not null,
  age_15_24 integer not null, age_25_34 integer not null, age_35_44 integer not null, age_45_59 integer not null,
  age_60_up integer not null, age_other integer not null, age_u integer not null,
  milieu_r integer not null, milieu_u integer not null, milieu_unknown integer not null,
  edu_0 integer not null, edu_1 integer not null, edu_2 integer not null, edu_3 integer not null,
  edu_4 integer not null, edu_5 integer not null, edu_6 integer not null, edu_7 integer not null,
  edu_8 integer not null, edu_u integer not null,
  month_01 integer not null, month_02 integer not null, month_03 integer not null, month_04 integer not null, month_05 integer not null, month_06 integer not null,
  month_07 integer not null, month_08 integer not null, month_09 integer not null, month_10 integer not null, month_11 integer not null, month_12 integer not null,
  primary key (node, span, year, indicator, version, evidence, stripe)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
select guard_table('node_totals');

-- Population segments are multi-valued: kept apart, without a sum, for the whole life.
create table node_segments (
  node uuid not null,
  indicator text not null,
  version smallint not null,
  evidence smallint not null,
  segment text not null,
  stripe smallint not null,
  total integer not null,
  primary key (node, indicator, version, evidence, segment, stripe)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
select guard_table('node_segments');

-- The application reads the ledger; only the counting functions below write it.
do $$
declare kept text;
begin
  foreach kept in array array['node_paths', 'node_totals', 'node_segments', 'facts', 'fact_entries',
                              'subject_merges'] loop
    execute format('revoke insert, update, delete on %I from iltizam_app', kept);
    execute format('grant select, insert, update, delete on %I to iltizam_counter', kept);
  end loop;
end $$;

-- Facts may be posted side by side; an import, a merge of subjects or a move in the tree has the ledger alone.
create function share_ledger() returns void language sql as $$
  select pg_advisory_xact_lock_shared(hashtextextended('iltizam.ledger', 0))
$$;
create function take_ledger_alone() returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('iltizam.ledger', 0))
$$;

-- Finds the nodes above a leaf, and keeps them for the next fact. Keeping never waits: when another transaction is
-- about to keep the same path, this one does without.
create function nodes_above(of_leaf uuid, of_kind text) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_nodes uuid[];
begin
  if of_leaf is null then return '{}'; end if;
  select nodes into found_nodes from node_paths where leaf = of_leaf;
  if found then return found_nodes; end if;
  if of_kind = 'territory' then
    select array_agg(node) into found_nodes
    from unnest(territory_path(of_leaf)) node join territories t on t.id = node and t.kind <> 'commune';
  else
    select c.id || agreement_path(c.agreement_id) into found_nodes from commitments c where c.id = of_leaf;
  end if;
  if pg_try_advisory_xact_lock(hashtextextended(of_leaf::text, 4)) then
    insert into node_paths (leaf, kind, nodes) values (of_leaf, of_kind, coalesce(found_nodes, '{}'))
    on conflict (leaf) do nothing;
  end if;
  return coalesce(found_nodes, '{}');
end $$;
alter function nodes_above owner to iltizam_counter;
