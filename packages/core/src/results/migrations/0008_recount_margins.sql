-- The five margins for whole sets (for one subject: 0004_margins.sql), and adding them to the kept totals.
create function count_places() returns void language plpgsql
security definer set search_path = public, pg_temp set client_min_messages = warning as $$
begin
  drop table if exists pg_temp.place_margins;
  create temp table place_margins on commit drop as
    select place, span, year, indicator, version, evidence,
      sum(quantity) as total, coalesce(sum(quantity) filter (where overlapping), 0) as overlapping,
      coalesce(sum(quantity) filter (where sex = 'F'), 0) as sex_f,
      coalesce(sum(quantity) filter (where sex = 'M'), 0) as sex_m,
      coalesce(sum(quantity) filter (where sex = 'U'), 0) as sex_u,
      coalesce(sum(quantity) filter (where age_band = '15-24'), 0) as age_15_24,
      coalesce(sum(quantity) filter (where age_band = '25-34'), 0) as age_25_34,
      coalesce(sum(quantity) filter (where age_band = '35-44'), 0) as age_35_44,
      coalesce(sum(quantity) filter (where age_band = '45-59'), 0) as age_45_59,
      coalesce(sum(quantity) filter (where age_band = '60+'), 0) as age_60_up,
      coalesce(sum(quantity) filter (where age_band = 'other'), 0) as age_other,
      coalesce(sum(quantity) filter (where age_band = 'U'), 0) as age_u,
      coalesce(sum(quantity) filter (where milieu = 'R'), 0) as milieu_r,
      coalesce(sum(quantity) filter (where milieu = 'U'), 0) as milieu_u,
      coalesce(sum(quantity) filter (where milieu = '?'), 0) as milieu_unknown,
      coalesce(sum(quantity) filter (where education = '0'), 0) as edu_0,
      coalesce(sum(quantity) filter (where education = '1'), 0) as edu_1,
      coalesce(sum(quantity) filter (where education = '2'), 0) as edu_2,
      coalesce(sum(quantity) filter (where education = '3'), 0) as edu_3,
      coalesce(sum(quantity) filter (where education = '4'), 0) as edu_4,
      coalesce(sum(quantity) filter (where education = '5'), 0) as edu_5,
      coalesce(sum(quantity) filter (where education = '6'), 0) as edu_6,
      coalesce(sum(quantity) filter (where education = '7'), 0) as edu_7,
      coalesce(sum(quantity) filter (where education = '8'), 0) as edu_8,
      coalesce(sum(quantity) filter (where education = 'U'), 0) as edu_u,
      coalesce(sum(quantity) filter (where month = 1), 0) as month_01,
      coalesce(sum(quantity) filter (where month = 2), 0) as month_02,
      coalesce(sum(quantity) filter (where month = 3), 0) as month_03,
      coalesce(sum(quantity) filter (where month = 4), 0) as month_04,
      coalesce(sum(quantity) filter (where month = 5), 0) as month_05,
      coalesce(sum(quantity) filter (where month = 6), 0) as month_06,
      coalesce(sum(quantity) filter (where month = 7), 0) as month_07,
      coalesce(sum(quantity) filter (where month = 8), 0) as month_08,
      coalesce(sum(quantity) filter (where month = 9), 0) as month_09,
      coalesce(sum(quantity) filter (where month = 10), 0) as month_10,
      coalesce(sum(quantity) filter (where month = 11), 0) as month_11,
      coalesce(sum(quantity) filter (where month = 12), 0) as month_12
    from placed_counts
    group by place, span, year, indicator, version, evidence;
end $$;
alter function count_places owner to iltizam_counter;
revoke execute on function count_places from public;

-- Carries what was counted at a leaf up its path, for the whole life and for the year.
create function recount_margins() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  perform count_places();
  create temp table recounted_totals on commit drop as
  with nodes as (
    select n.node, w.span as node_span, c.* from place_margins c
    left join recount_paths p on p.leaf = c.place and c.span is null
    cross join lateral unnest(coalesce(p.nodes, array[c.place])) n (node)
    cross join lateral unnest(case when c.span is null then array['life', 'year'] else array[c.span] end) w (span)
  )
  select node, node_span as span, year, indicator, version, evidence,
    sum(total)::integer as total, sum(overlapping)::integer as overlapping, sum(sex_f)::integer as sex_f,
    sum(sex_m)::integer as sex_m, sum(sex_u)::integer as sex_u, sum(age_15_24)::integer as age_15_24,
    sum(age_25_34)::integer as age_25_34, sum(age_35_44)::integer as age_35_44,
    sum(age_45_59)::integer as age_45_59, sum(age_60_up)::integer as age_60_up,
    sum(age_other)::integer as age_other, sum(age_u)::integer as age_u, sum(milieu_r)::integer as milieu_r,
    sum(milieu_u)::integer as milieu_u, sum(milieu_unknown)::integer as milieu_unknown,
    sum(edu_0)::integer as edu_0, sum(edu_1)::integer as edu_1, sum(edu_2)::integer as edu_2,
    sum(edu_3)::integer as edu_3, sum(edu_4)::integer as edu_4, sum(edu_5)::integer as edu_5,
    sum(edu_6)::integer as edu_6, sum(edu_7)::integer as edu_7, sum(edu_8)::integer as edu_8,
    sum(edu_u)::integer as edu_u, sum(month_01)::integer as month_01, sum(month_02)::integer as month_02,
    sum(month_03)::integer as month_03, sum(month_04)::integer as month_04, sum(month_05)::integer as month_05,
    sum(month_06)::integer as month_06, sum(month_07)::integer as month_07, sum(month_08)::integer as month_08,
    sum(month_09)::integer as month_09, sum(month_10)::integer as month_10, sum(month_11)::integer as month_11,
    sum(month_12)::integer as month_12
  from nodes
  group by node, node_span, year, indicator, version, evidence;
end $$;
alter function recount_margins owner to iltizam_counter;
revoke execute on function recount_margins from public;

-- Adds a recount of changes to the kept totals. The caller has the ledger alone.
create function add_recount() returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into node_totals as t (node, span, year, indicator, version, evidence, stripe,
    total, overlapping, sex_f, sex_m, sex_u, age_15_24, age_25_34, age_35_44, age_45_59, age_60_up, age_other,
    age_u, milieu_r, milieu_u, milieu_unknown, edu_0, edu_1, edu_2, edu_3, edu_4, edu_5, edu_6, edu_7, edu_8,
    edu_u, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10,
    month_11, month_12)
  select node, span, year, indicator, version, evidence, 0,
    total, overlapping, sex_f, sex_m, sex_u, age_15_24, age_25_34, age_35_44, age_45_59, age_60_up, age_other,
    age_u, milieu_r, milieu_u, milieu_unknown, edu_0, edu_1, edu_2, edu_3, edu_4, edu_5, edu_6, edu_7, edu_8,
    edu_u, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10,
    month_11, month_12
  from recounted_totals
  on conflict (node, span, year, indicator, version, evidence, stripe) do update set
    total = t.total + excluded.total, overlapping = t.overlapping + excluded.overlapping,
    sex_f = t.sex_f + excluded.sex_f, sex_m = t.sex_m + excluded.sex_m, sex_u = t.sex_u + excluded.sex_u,
    age_15_24 = t.age_15_24 + excluded.age_15_24, age_25_34 = t.age_25_34 + excluded.age_25_34,
    age_35_44 = t.age_35_44 + excluded.age_35_44, age_45_59 = t.age_45_59 + excluded.age_45_59,
    age_60_up = t.age_60_up + excluded.age_60_up, age_other = t.age_other + excluded.age_other,
    age_u = t.age_u + excluded.age_u, milieu_r = t.milieu_r + excluded.milieu_r,
    milieu_u = t.milieu_u + excluded.milieu_u, milieu_unknown = t.milieu_unknown + excluded.milieu_unknown,
    edu_0 = t.edu_0 + excluded.edu_0, edu_1 = t.edu_1 + excluded.edu_1, edu_2 = t.edu_2 + excluded.edu_2,
    edu_3 = t.edu_3 + excluded.edu_3, edu_4 = t.edu_4 + excluded.edu_4, edu_5 = t.edu_5 + excluded.edu_5,
    edu_6 = t.edu_6 + excluded.edu_6, edu_7 = t.edu_7 + excluded.edu_7, edu_8 = t.edu_8 + excluded.edu_8,
    edu_u = t.edu_u + excluded.edu_u, month_01 = t.month_01 + excluded.month_01,
    month_02 = t.month_02 + excluded.month_02, month_03 = t.month_03 + excluded.month_03,
    month_04 = t.month_04 + excluded.month_04, month_05 = t.month_05 + excluded.month_05,
    month_06 = t.month_06 + excluded.month_06, month_07 = t.month_07 + excluded.month_07,
    month_08 = t.month_08 + excluded.month_08, month_09 = t.month_09 + excluded.month_09,
    month_10 = t.month_10 + excluded.month_10, month_11 = t.month_11 + excluded.month_11,
    month_12 = t.month_12 + excluded.month_12;
  insert into node_segments as t (node, indicator, version, evidence, segment, stripe, total)
  select node, indicator, version, evidence, segment, 0, total from recounted_segments
  on conflict (node, indicator, version, evidence, segment, stripe) do update set total = t.total + excluded.total;
end $$;
alter function add_recount owner to iltizam_counter;
