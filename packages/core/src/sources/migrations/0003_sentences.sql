-- What the reading of a text says of it (why a value is inferred, what is in doubt) stands in one language; here the same
-- sentence in the three.
create table sentences (
  sentence text primary key,
  fr text not null,
  ar text not null,
  en text not null
);
select guard_table('sentences');

create function said_in_three(of_sentence text) returns jsonb language sql stable as $$
  select jsonb_build_object('fr', fr, 'ar', ar, 'en', en) from sentences where sentence = of_sentence
$$;
