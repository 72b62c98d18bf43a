-- How long something may take before it is late, from a day on, and by which text: settings of the installation. What
-- holds without a row stands in the folder that owns the term.
create table dated_terms (
  -- <folder>.<term>
  name text not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  from_on date not null,
  -- days or months: the folder that owns the term says which
  count integer not null check (count > 0),
  source text not null,
  recorded_at timestamptz not null,
  primary key (name, from_on)
);
select guard_growing_table('dated_terms');

create function term_on(term text, on_day date, given integer) returns integer language sql stable as $$
  select coalesce((select count from dated_terms where name = term and from_on <= on_day
                   order by from_on desc limit 1), given)
$$;
