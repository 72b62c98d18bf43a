-- What was published is open to all who read sources. Any other document is seen by who recorded it and by who sees
-- something that cites it (higher floors write that downwards).
create function document_recorded() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('iltizam.actor', true) ~ '^[0-9a-f-]{36}$' then
    perform show_through('document', new.id, current_setting('iltizam.actor')::uuid);
  end if;
  return new;
end $$;
alter function document_recorded owner to iltizam_counter;
create trigger document_recorded before insert on documents for each row execute function document_recorded();

-- A link from an object of a higher floor to an assertion opens the assertion's document to who sees the object.
create function show_document_of(assertion uuid, through uuid) returns void language sql as $$
  select show_through('document', document_id, through) from assertions where id = assertion
$$;

select protect_table('documents', $seen$
  (kind in ('press', 'press_release', 'speech') and (select sees_some('any')))
  or id in (select seen_objects('any', 'document'))$seen$);
select protect_table('passages', 'exists (select from documents d where d.id = document_id)');
select protect_table('assertions', 'exists (select from documents d where d.id = document_id)');
select protect_table('doubts', 'object_id in (select seen_objects(''any''))');
select protect_table('doubt_passages', 'exists (select from passages p where p.id = passage_id)');
select protect_table('doubt_decisions', 'exists (select from doubts b where b.id = doubt_id)');
select protect_table('adopted_readings', 'object_id in (select seen_objects(''any''))');
