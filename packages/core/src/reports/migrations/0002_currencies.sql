-- In which currencies an agreement's money stands, the most frequent first, and nothing else of that money: told to who
-- sees the agreement.
create function currencies_of_agreement(of_agreement uuid) returns text[]
language sql volatile security definer set search_path = public, pg_temp as $$
  select array(select currency from contributions
               where agreement_id = of_agreement
                 and (sees_all('any') or agreement_id in (select seen_agreements('any')))
               group by currency order by count(*) desc, currency)
$$;
alter function currencies_of_agreement owner to iltizam_counter;
grant execute on function currencies_of_agreement to iltizam_app;
