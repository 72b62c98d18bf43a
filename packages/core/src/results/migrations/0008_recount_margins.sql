-- The margins for whole sets; for one subject they stand written out in 0004_margins.sql.

-- The counts of a row of node_totals, and which of the counted subjects enter each.
create function margins() returns table (name text, condition text) language sql immutable as $$
  select * from (values
    ('total', 'true'), ('overlapping', 'overlapping'),
    ('sex_f', 'sex = ''F'''), ('sex_m', 'sex = ''M'''), ('sex_u', 'sex = ''U'''),
    ('age_15_24', 'age_band = ''15-24'''), ('age_25_34', 'age_band = ''25-34'''),
    ('age_35_44', 'age_band = ''35-44'''), ('age_45_59', 'age_band = ''45-59'''),
    ('age_60_up', 'age_band = ''60+'''), ('age_other', 'age_band = ''other'''), ('age_u', 'age_band = ''U'''),
    ('milieu_r', 'milieu = ''R'''), ('milieu_u', 'milieu = ''U'''), ('milieu_unknown', 'milieu = ''?'''),
    ('edu_0', 'education = ''0'''), ('edu_1', 'education = ''1'''), ('edu_2', 'education = ''2'''),
    ('edu_3', 'education = ''3'''), ('edu_4', 'education = ''4'''), ('edu_5', 'education = ''5'''),
    ('edu_6', 'education = ''6'''), ('edu_7', 'education = ''7'''), ('edu_8', 'education = ''8'''),
    ('edu_u', 'education = ''U'''),
    ('month_01', 'month = 1'), ('month_02', 'month = 2'), ('month_03', 'month = 3'), ('month_04', 'month = 4'),
    ('month_05', 'month = 5'), ('month_06', 'month = 6'), ('month_07', 'month = 7'), ('month_08', 'month = 8'),
    ('month_09', 'month = 9'), ('month_10', 'month = 10'), ('month_11', 'month = 11'), ('month_12', 'month = 12')
  ) m (name, condition)
$$;

-- Every count's name in this form, joined by commas; `%1$I` is the name, `%2$s` the condition.
create function each_margin(form text) returns text language sql immutable as $$
  select string_agg(format(form, name, condition), ', ') from margins()
$$;

-- Adds counts up by place: each source is a query that gives rows as counted_places does. Only segments keep the rest.
create function sum_places(sources text[]) returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning as $$
declare source text;
begin
  drop table if exists pg_temp.place_sums, pg_temp.place_segments;
  foreach source in array sources loop
    execute format('create temp table one_sums on commit drop as
      select place, span, year, indicator, version, evidence, %s
      from (select *, extract(year from fact_date)::smallint as year, extract(month from fact_date) as month from (%s) s) c
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
    each_margin('sum(c.%1$I)::integer as %1$I'));
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
    each_margin('%1$I'), each_margin('%1$I'), each_margin('%1$I'), each_margin('0'),
    each_margin('%1$I = t.%1$I + excluded.%1$I'));
  insert into node_segments as t (node, indicator, version, evidence, segment, stripe, total)
  select node, indicator, version, evidence, segment, 0, total from recounted_segments
  on conflict (node, indicator, version, evidence, segment, stripe) do update set total = t.total + excluded.total;
end $$;
alter function add_recount owner to iltizam_counter;
revoke execute on function sum_places, carry_up, add_recount from public;
