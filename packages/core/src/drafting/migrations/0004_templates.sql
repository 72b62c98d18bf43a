-- Later versions of the templates, beside the one that comes with the program (version 1): RFC 8785 JSON with its SHA-256.
-- Each space counts its own: what the fictional region tries out is never offered for an agreement that is real.
create table text_templates (
  space text not null check (space in ('real', 'simulated')),
  version smallint not null check (version > 1),
  dated date not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content text not null,
  reason text not null,
  recorded_by_label text not null,
  recorded_at timestamptz not null,
  primary key (space, version)
);
select guard_growing_table('text_templates');
