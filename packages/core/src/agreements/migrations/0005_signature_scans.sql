-- The page that bears a signature, as a scan: beside the signed text, each signature has its own. A later one is the one
-- that is shown; none goes. A file's own name often holds a person's, and is not kept.
create table signature_scans (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  signature_id uuid not null references signatures (id),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index signature_scans_by_signature on signature_scans (signature_id, id);
select guard_growing_table('signature_scans');
select names_files('signature_scans', 'file_hash');
select protect_table('signature_scans', 'agreement_id in (select seen_agreements(''any''))');
