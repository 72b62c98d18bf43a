-- The vault is for those who meet persons or answer for their data, and closed to everybody else.
select protect_table('subjects', $seen$(select sees_some('people')) or (select sees_some('results'))$seen$, 'people');
select protect_table(vault, '(select sees_some(''people''))', 'people')
from unnest('{vault_documents,vault_persons,erasures}'::regclass[]) vault;

-- Whether anybody is registered: asked before keys are made, when nobody acts yet.
create function vault_in_use() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from vault_documents) or exists (select from vault_persons)
$$;
alter function vault_in_use owner to iltizam_counter;
