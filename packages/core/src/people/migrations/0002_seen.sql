-- The vault is for those who meet persons or answer for their data, and closed to everybody else.
select protect_table(vault, '(select sees_some(''people''))', 'people')
from unnest('{subjects,vault_documents,vault_persons,erasures}'::regclass[]) vault;
-- sealed texts are complaints and requests too; the keys of files go with the facts, declarations and applications that
-- name them
select protect_table('vault_boxes', $seen$
  (select sees_some('people')) or (select sees_all('complaints')) or (select sees_all('person_requests'))$seen$,
  'people');
create policy taken_in on vault_boxes for insert to iltizam_app with check ((select sees_some('person_requests')));
select protect_table('vault_files', $seen$
  (select sees_some('people')) or (select sees_some('results')) or (select sees_some('declarations'))
  or (select sees_some('calls'))$seen$, 'people');

-- Whether anybody is registered: asked before keys are made, when nobody acts yet.
create function vault_in_use() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from vault_documents) or exists (select from vault_persons)
         or exists (select from vault_boxes) or exists (select from vault_files)
$$;
alter function vault_in_use owner to iltizam_counter;
