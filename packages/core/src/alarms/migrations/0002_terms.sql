-- After how many months something is an alarm, from a day on, and by which text. Without a row the terms of model.ts hold.
create table alarm_terms (
  term text not null check (term in ('letter', 'dormant')),
  from_on date not null,
  months integer not null check (months between 1 and 60),
  source text not null,
  recorded_at timestamptz not null,
  primary key (term, from_on)
);
select guard_growing_table('alarm_terms');

create function alarm_months(of_term text, on_day date, given integer) returns integer language sql stable as $$
  select coalesce((select months from alarm_terms where term = of_term and from_on <= on_day
                   order by from_on desc limit 1), given)
$$;
