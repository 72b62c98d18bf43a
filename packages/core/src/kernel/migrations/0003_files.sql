-- Where rows name files of the file store by their hash: a folder's migration says it for each such column, and the
-- column's comment keeps it. What none of them names is left over from an act that was refused, and goes
-- (sweep-files.ts).
create function names_files(of_table regclass, of_column text) returns void language plpgsql as $$
begin
  execute format('comment on column %s.%I is %L', of_table, of_column, 'names files of the store');
end $$;

-- The large tables last: they are asked only for what the others do not name.
create function file_columns() returns table (of_table regclass, of_column name) language sql stable as $$
  select a.attrelid::regclass, a.attname
  from pg_description d
  join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
  join pg_class c on c.oid = a.attrelid
  where d.classoid = 'pg_class'::regclass and d.description = 'names files of the store' and c.relkind in ('r', 'p')
  order by pg_table_size(c.oid), 1
$$;

-- Those of these files that no row names, whoever may see the rows.
create function files_unnamed(hashes text[]) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare place record; named text[];
begin
  perform require_whole('*');
  for place in select * from file_columns() loop
    exit when hashes = '{}';
    execute format('select coalesce(array_agg(%1$I), ''{}'') from %2$s where %1$I = any($1)',
                   place.of_column, place.of_table)
      into named using hashes;
    hashes := array(select h from unnest(hashes) h where h <> all(named));
  end loop;
  return query select unnest(hashes);
end $$;
alter function files_unnamed owner to iltizam_counter;
grant execute on function files_unnamed to iltizam_app;
