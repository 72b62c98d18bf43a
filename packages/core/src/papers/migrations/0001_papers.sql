-- What was laid before a committee (DC), or answered to a question (RQ): frozen, with its number, the two days of its figures and the hash of its content.
create table papers (
  id uuid primary key,
  number text not null unique check (number ~ '^(DC|RQ)-[0-9]{4}-[0-9]{4,}$'),
  space text not null check (space in ('real', 'simulated')),
  title text,
  -- of whom: a territory, or an agreement with everything below it
  territory_id uuid,
  agreement_id uuid,
  as_of date not null,
  known_on date not null,
  -- SHA-256 of the content, which is RFC 8785 JSON
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content text not null,
  agreements integer not null,
  recorded_by_label text not null,
  recorded_at timestamptz not null,
  check ((territory_id is null) <> (agreement_id is null)),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (agreement_id, space) references agreements (id, space)
);
create index papers_by_day on papers (space, recorded_at);
select guard_growing_table('papers');

create function paper_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform show_place('paper', new.id,
                     place_path(coalesce(new.territory_id, (select territory_id from agreements where id = new.agreement_id)),
                                new.space),
                     agreement_path(new.agreement_id));
  return new;
end $$;
alter function paper_placed owner to iltizam_counter;
create trigger paper_placed before insert on papers for each row execute function paper_placed();

select protect_table('papers', 'id in (select seen_objects(''papers'', ''paper''))', 'papers');

-- The last number drawn of a year, whoever sees its paper.
create function last_paper(prefix text) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(substr(number, length(prefix) + 1)::int), 0) from papers where starts_with(number, prefix)
$$;
alter function last_paper owner to iltizam_counter;
