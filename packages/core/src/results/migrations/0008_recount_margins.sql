-- The margins for whole sets; for one subject they stand written out in 0004_margins.sql.

-- The counts of a row of node_totals, and which of the counted subjects enter each; `overlapping` is counted beside them. The words of each dimension differ
-- in their first letter, and letters compare as numbers ten times as fast as words: 37 comparisons a fact add up.
create function margins() returns table (name text, condition text) language sql immutable as $$
  select * from (values
    ('total', 'true'),
    ('sex_f', 'sex = ascii(''F'')'), ('sex_m', 'sex = ascii(''M'')'), ('sex_u', 'sex = ascii(''U'')'),
    ('age_15_24', 'age = ascii(''15-24'')'), ('age_25_34', 'age = ascii(''25-34'')'),
    ('age_35_44', 'age = ascii(''35-44'')'), ('age_45_59', 'age = ascii(''45-59'')'),
    ('age_60_up', 'age = ascii(''60+'')'), ('age_other', 'age = ascii(''other'')'), ('age_u', 'age = ascii(''U'')'),
    ('milieu_r', 'milieu = ascii(''R'')'), ('milieu_u', 'milieu = ascii(''U'')'),
    ('milieu_unknown', 'milieu = ascii(''?'')'),
    ('edu_0', 'edu = ascii(''0'')'), ('edu_1', 'edu = ascii(''1'')'), ('edu_2', 'edu = ascii(''2'')'),
    ('edu_3', 'edu = ascii(''3'')'), ('edu_4', 'edu = ascii(''4'')'), ('edu_5', 'edu = ascii(''5'')'),
    ('edu_6', 'edu = ascii(''6'')'), ('edu_7', 'edu = ascii(''7'')'), ('edu_8', 'edu = ascii(''8'')'),
    ('edu_u', 'edu = ascii(''U'')'),
    ('month_01', 'month = 1'), ('month_02', 'month = 2'), ('month_03', 'month = 3'), ('month_04', 'month = 4'),
    ('month_05', 'month = 5'), ('month_06', 'month = 6'), ('month_07', 'month = 7'), ('month_08', 'month = 8'),
    ('month_09', 'month = 9'), ('month_10', 'month = 10'), ('month_11', 'month = 11'), ('month_12', 'month = 12')
  ) m (name, condition)
$$;

-- Every count's name in this form, joined by commas; `%1$I` is the name, `%2$s` the condition.
create function each_margin(form text) returns text language sql immutable as $$
  select string_agg(format(form, name, condition), ', ') from margins()
$$;

-- Every count of a row of node_totals in this form: the margins and the overlapping.
create function each_count(form text) returns text language sql immutable as $$
  select each_margin(form) || ', ' || format(form, 'overlapping')
$$;

-- Adds counts up by place: each source is a query that gives placed counts. A sort would only make room
-- for groups that fit into memory.
create function sum_places(sources text[]) returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning set enable_sort = off as $$
declare source text;
begin
  drop table if exists pg_temp.place_sums, pg_temp.place_segments;
  foreach source in array sources loop
    execute format('create temp table one_sums on commit drop as
      select place, span, year, indicator, version, evidence, %s, sum(overlap)::integer as overlapping
      -- clock_timestamp keeps this a step of its own: written into the sums, each letter would be taken 37 times
      from (select place, span, year, indicator, version, evidence, quantity, overlap, month::integer,
                   ascii(sex) as sex, ascii(age_band) as age, ascii(milieu) as milieu, ascii(education) as edu,
                   clock_timestamp()
            from (%s) told) c
      group by place, span, year, indicator, version, evidence',
      each_margin('coalesce(sum(quantity) filter (where %2$s), 0)::integer as %1$I'), source);
    execute format('create temp table one_segments on commit drop as
      select place, span, indicator, version, evidence, segment, sum(quantity)::integer as total
      from (%s) s cross join lateral unnest(segments) segment
      where segments <> ''{}'' and span is distinct from ''year''
      group by place, span, indicator, version, evidence, segment', source);
    if to_regclass('pg_temp.place_sums') is null then
      alter table one_sums rename to place_sums;
      alter table one_segments rename to place_segments;
    else
      insert into place_sums select * from one_sums;
      insert into place_segments select * from one_segments;
      drop table one_sums, one_segments;
    end if;
  end loop;
end $$;
alter function sum_places owner to iltizam_counter;

-- Carries the sums of leaves up their paths.
create function carry_up() returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.recounted_totals, pg_temp.recounted_segments;
  execute format('create temp table recounted_totals on commit drop as
    select n.node, w.span, c.year, c.indicator, c.version, c.evidence, %s
    from place_sums c
    left join recount_paths p on p.leaf = c.place and c.span is null
    cross join lateral unnest(coalesce(p.nodes, array[c.place])) n (node)
    cross join lateral unnest(case when c.span is null then array[''life'', ''year''] else array[c.span] end) w (span)
    group by n.node, w.span, c.year, c.indicator, c.version, c.evidence',
    each_count('sum(c.%1$I)::integer as %1$I'));
  create temp table recounted_segments on commit drop as
  select n.node, c.indicator, c.version, c.evidence, c.segment, sum(c.total)::integer as total
  from place_segments c
  left join recount_paths p on p.leaf = c.place and c.span is null
  cross join lateral unnest(coalesce(p.nodes, array[c.place])) n (node)
  group by 1, 2, 3, 4, 5 having sum(c.total) <> 0;
  analyze recounted_totals;
end $$;
alter function carry_up owner to iltizam_counter;

-- Adds a recount of changes to the kept totals. The caller has the ledger alone.
create function add_recount() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into node_totals as t (node, span, year, indicator, version, evidence, stripe, %s)
    select node, span, year, indicator, version, evidence, 0, %s from recounted_totals
    where (%s) is distinct from (%s)
    on conflict (node, span, year, indicator, version, evidence, stripe) do update set %s',
    each_count('%1$I'), each_count('%1$I'), each_count('%1$I'), each_count('0'),
    each_count('%1$I = t.%1$I + excluded.%1$I'));
  insert into node_segments as t (node, indicator, version, evidence, segment, stripe, total)
  select node, indicator, version, evidence, segment, 0, total from recounted_segments
  on conflict (node, indicator, version, evidence, segment, stripe) do update set total = t.total + excluded.total;
end $$;
alter function add_recount owner to iltizam_counter;
revoke execute on function sum_places, carry_up, add_recount from public;
