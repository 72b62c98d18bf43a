-- The ledger: facts, the entries that point to them, and partners' declarations (ledger.md §1, §2).

create table facts (
  id uuid primary key,
  tx bigint not null default current_tx(),
  subject_id uuid not null,
  indicator text not null,
  indicator_version smallint not null,
  fact_date date not null,
  commitment_id uuid not null,
  space text not null,
  -- the province, else the region, nation or foreign country known: it makes the territory nodes
  territory_id uuid,
  sex char(1) not null check (sex in ('F', 'M', 'U')),
  age_band text not null check (age_band in ('15-24', '25-34', '35-44', '45-59', '60+', 'other', 'U')),
  milieu char(1) not null check (milieu in ('R', 'U', '?')),
  education text not null check (education in ('0', '1', '2', '3', '4', '5', '6', '7', '8', 'U')),
  segments text[] not null default '{}',
  quantity bigint not null default 1 check (quantity > 0),
  claimed smallint not null check (claimed between 1 and 4),
  -- null: it counts; else why it does not (not eligible, outside the period)
  refusal text check (refusal in ('outside_period', 'residence', 'age', 'sex', 'milieu', 'education', 'population')),
  source text not null,
  revision smallint not null default 1 check (revision > 0),
  -- the row's identity in its source: a hash, so that it survives the erasure of the external id
  row_key bytea not null,
  -- hash of everything that the source said: the same id with other content is a new revision
  content_key bytea not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  import_id uuid,
  journal_id uuid not null,
  -- what could point to a person: sealed as SHA-256(salt ‖ value), erasable
  salt bytea,
  commune_id uuid,
  external_id text,
  note text,
  evidence_hash text,
  evidence_reference text,
  erased jsonb,
  -- kept for counting: taking a date apart for every margin would cost more than everything else
  fact_year smallint not null generated always as (extract(year from fact_date)) stored,
  fact_month smallint not null generated always as (extract(month from fact_date)) stored,
  check (salt is not null or num_nonnulls(commune_id, external_id, note, evidence_hash, evidence_reference) = 0),
  unique (space, source, row_key, revision)
);
-- with the commitment beside it: whether a subject counts elsewhere too is answered from the index alone
create index facts_by_subject on facts (subject_id, indicator) include (commitment_id);
create index facts_by_commitment on facts (commitment_id, fact_date);
create index facts_by_tx on facts using brin (tx);
select guard_table('facts');
select names_files('facts', 'evidence_hash');

-- A fact never changes, but for an erasure: its salt and what it sealed go, the sealed hashes stay (ledger.md §5).
create function only_erase_fact() returns trigger language plpgsql as $$
declare
  -- and what is generated, which is not there yet before an update
  erasable constant text[] := '{salt,commune_id,external_id,note,evidence_hash,evidence_reference,erased,fact_year,fact_month}';
begin
  if tg_op = 'DELETE' or old.erased is not null or new.erased is null or new.salt is not null
     or to_jsonb(new) - erasable is distinct from to_jsonb(old) - erasable
  then
    raise exception 'a fact never changes: withdraw it, or correct it by a new revision' using errcode = 'IL002';
  end if;
  return new;
end $$;
create trigger only_erased before update or delete on facts for each row execute function only_erase_fact();

-- A fact names a commitment and a territory of its own space. Foreign keys would ask once a row, twelve seconds for a
-- million; this asks once a statement. Neither is ever deleted or moved to the other space (keep_rows), as a key would watch.
create function refuse_facts_of_nothing() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added a
             where not exists (select from commitments c where c.id = a.commitment_id and c.space = a.space)
                or a.territory_id is not null
                   and not exists (select from territories t where t.id = a.territory_id and t.space = a.space)) then
    raise exception 'a fact names a commitment or a territory that is not there, or stands in the other space'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger names_what_is_there after insert on facts referencing new table as added
  for each statement execute function refuse_facts_of_nothing();

-- Withdrawals, verifications, and returns to who entered (which count for nothing: they say what is asked of her); a
-- correction is a withdrawal and a new revision.
create table fact_entries (
  id uuid primary key,
  tx bigint not null default current_tx(),
  fact_id uuid not null references facts (id),
  kind text not null check (kind in ('withdrawn', 'verified', 'returned')),
  -- of a verification: the level that the evidence reaches, and the administrative source, if one matched
  evidence smallint check (evidence between 1 and 4),
  matched_with text,
  reason text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  journal_id uuid not null,
  check ((kind = 'verified') = (evidence is not null)),
  check (kind = 'verified' or reason is not null)
);
create index fact_entries_by_fact on fact_entries (fact_id) include (kind, evidence, recorded_at);
create unique index fact_withdrawn_once on fact_entries (fact_id) where kind = 'withdrawn';
create index fact_entries_by_tx on fact_entries using brin (tx);
select guard_growing_table('fact_entries');

-- Two subjects found to be one (or one found to be two): entries, so that a past day reads as it was.
create table subject_merges (
  id uuid primary key,
  tx bigint not null default current_tx(),
  subject_id uuid not null,
  into_id uuid not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  journal_id uuid not null,
  undone_at timestamptz,
  check (subject_id <> into_id)
);
create unique index subject_merged_once on subject_merges (subject_id) where undone_at is null;
create index subject_merges_by_into on subject_merges (into_id) where undone_at is null;
create index subject_merges_by_tx on subject_merges using brin (tx);
select guard_table('subject_merges');

-- The only change of a merge: it is undone, once.
create function only_undo_merge() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.undone_at is not null or new.undone_at is null
     or to_jsonb(new) - 'undone_at' is distinct from to_jsonb(old) - 'undone_at'
  then
    raise exception 'a merge of subjects is never changed: it may be undone' using errcode = 'IL002';
  end if;
  return new;
end $$;
create trigger only_undone before update or delete on subject_merges
  for each row execute function only_undo_merge();

-- A partner's own number for a period: never added to persons, never summed across agreements.
create table declarations (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  commitment_id uuid not null,
  declarant_id uuid not null,
  period daterange not null check (not isempty(period) and lower(period) is not null and upper(period) is not null),
  quantity bigint not null check (quantity >= 0),
  document_id uuid references documents (id),
  note text,
  -- grows when the same declarant replaces the same period
  version smallint not null check (version > 0),
  declared_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  unique (commitment_id, declarant_id, period, version),
  constraint one_declaration_a_period exclude using gist (commitment_id with =, declarant_id with =, period with &&)
    where (replaced_at is null),
  foreign key (commitment_id, space) references commitments (id, space),
  foreign key (declarant_id, space) references organisations (id, space)
);
select guard_table('declarations');

-- An installation may refuse every result and declaration in the real space: the demo does, because nothing may be
-- attached to a real organisation that nobody has recorded.
create function refuse_real_results() returns trigger language plpgsql as $$
begin
  if exists (select 1 from settings where key = 'real_results_refused' and value = 'true') then
    raise exception 'this installation refuses results in the real space' using errcode = 'IL010';
  end if;
  return new;
end $$;
create trigger real_results_refused before insert on facts
  for each row when (new.space = 'real') execute function refuse_real_results();
create trigger real_results_refused before insert on declarations
  for each row when (new.space = 'real') execute function refuse_real_results();
