-- Later versions of the templates, beside the one that comes with the program (version 1): RFC 8785 JSON with its SHA-256.
create table text_templates (
  version smallint primary key check (version > 1),
  dated date not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content text not null,
  reason text not null,
  recorded_by_label text not null,
  recorded_at timestamptz not null
);
select guard_growing_table('text_templates');
