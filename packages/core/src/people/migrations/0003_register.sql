-- The register of processing (law 09-08): what is done with persons' data, why, on which ground, how long. What ships with
-- the product stands in register.json; a version kept here replaces it. Every version stays.
create table processing_versions (
  code text not null,
  version integer not null check (version > 0),
  content jsonb not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (code, version)
);
select guard_growing_table('processing_versions');

-- The words by which consent is asked, in the languages in which it is asked; a person consents to one version.
create table consent_wordings (
  processing text not null,
  version integer not null check (version > 0),
  text_fr text not null,
  text_ar text not null,
  effective_from date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (processing, version)
);
select guard_growing_table('consent_wordings');

create table consents (
  id uuid primary key,
  subject_id uuid not null references subjects (id),
  processing text not null,
  version integer not null,
  language text not null check (language in ('fr', 'ar')),
  given_on date not null,
  withdrawn_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  foreign key (processing, version) references consent_wordings (processing, version),
  check (withdrawn_on >= given_on)
);
create unique index consent_in_force on consents (subject_id, processing) where withdrawn_on is null;
create index consents_by_subject on consents (subject_id);
select guard_table('consents');
select protect_table('consents', '(select sees_some(''people''))', 'people');
