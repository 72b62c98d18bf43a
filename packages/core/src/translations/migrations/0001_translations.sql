-- Arabic texts, and who read them. Of the product's own words only those that were read have a row.
create table translations (
  kind text not null check (kind in ('organisation', 'agreement', 'event', 'term', 'list', 'indicator', 'population',
                                     'measure', 'message')),
  -- an id; of the product's words the name under which they stand
  key text not null,
  field text not null,
  place text not null,
  original text not null,
  content text not null,
  noted_at timestamptz not null,
  -- null: it waits for a reader
  reviewed_at timestamptz,
  reviewed_by text,
  reviewed_by_label text,
  primary key (kind, key, field),
  check (num_nulls(reviewed_at, reviewed_by, reviewed_by_label) in (0, 3))
);
select guard_table('translations');
-- a title says what an agreement is about, a name what an event was
select protect_table('translations', $seen$
  case kind when 'agreement' then key in (select id::text from seen_agreements('any') as id)
            when 'event' then key in (select id::text from seen_objects('any', 'event') as id)
            else true end$seen$);

-- Whether this very text still waits for a reader.
create function translation_waits(of_kind text, of_key text, of_field text, of_content text) returns boolean
language sql stable as $$
  select exists (select from translations t
                 where t.kind = of_kind and t.key = of_key and t.field = of_field and t.content = of_content
                   and t.reviewed_at is null)
$$;

-- Whether somebody read this very text.
create function translation_read(of_kind text, of_key text, of_field text, of_content text) returns boolean
language sql stable as $$
  select exists (select from translations t
                 where t.kind = of_kind and t.key = of_key and t.field = of_field and t.content = of_content
                   and t.reviewed_at is not null)
$$;
