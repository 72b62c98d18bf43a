-- What one unit of a currency was worth in another on a day, as somebody published it. Never changed, only withdrawn.
create table exchange_rates (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$'),
  on_day date not null,
  rate numeric(19, 10) not null check (rate > 0),
  source text not null,
  address text,
  -- itself, or the first of those that it puts right
  first_id uuid not null references exchange_rates (id),
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (from_currency <> to_currency),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create unique index one_rate_a_day on exchange_rates (space, from_currency, to_currency, on_day)
  where withdrawn_at is null;
create index exchange_rates_by_pair on exchange_rates (space, from_currency, to_currency, on_day);
select guard_table('exchange_rates');

create function only_withdraw_rate() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null or new.withdrawn_at is null
     or (to_jsonb(new) - '{withdrawn_at,withdrawn_why}'::text[])
        is distinct from (to_jsonb(old) - '{withdrawn_at,withdrawn_why}'::text[])
  then
    raise exception 'a rate is never overwritten: withdraw it and record another' using errcode = 'IL003';
  end if;
  return new;
end $$;
create trigger only_withdraw before update or delete on exchange_rates
  for each row execute function only_withdraw_rate();
