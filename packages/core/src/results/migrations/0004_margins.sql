-- The five fixed margins of the count (sex, age band, milieu, education, month), for the few cells of one subject.
-- The same margins for whole sets are in 0006_recount.sql.
create function add_totals(cells count_cell[], own_stripe smallint) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into node_totals as t (node, span, year, indicator, version, evidence, stripe,
    total, overlapping, sex_f, sex_m, sex_u, age_15_24, age_25_34, age_35_44, age_45_59, age_60_up, age_other,
    age_u, milieu_r, milieu_u, milieu_unknown, edu_0, edu_1, edu_2, edu_3, edu_4, edu_5, edu_6, edu_7, edu_8,
    edu_u, month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10,
    month_11, month_12)
  select node, span, year, indicator, version, evidence, own_stripe,
    sum(quantity), coalesce(sum(quantity) filter (where overlapping), 0),
    coalesce(sum(quantity) filter (where sex = 'F'), 0), coalesce(sum(quantity) filter (where sex = 'M'), 0),
    coalesce(sum(quantity) filter (where sex = 'U'), 0),
    coalesce(sum(quantity) filter (where age_band = '15-24'), 0),
    coalesce(sum(quantity) filter (where age_band = '25-34'), 0),
    coalesce(sum(quantity) filter (where age_band = '35-44'), 0),
    coalesce(sum(quantity) filter (where age_band = '45-59'), 0),
    coalesce(sum(quantity) filter (where age_band = '60+'), 0),
    coalesce(sum(quantity) filter (where age_band = 'other'), 0),
    coalesce(sum(quantity) filter (where age_band = 'U'), 0),
    coalesce(sum(quantity) filter (where milieu = 'R'), 0), coalesce(sum(quantity) filter (where milieu = 'U'), 0),
    coalesce(sum(quantity) filter (where milieu = '?'), 0),
    coalesce(sum(quantity) filter (where education = '0'), 0),
    coalesce(sum(quantity) filter (where education = '1'), 0),
    coalesce(sum(quantity) filter (where education = '2'), 0),
    coalesce(sum(quantity) filter (where education = '3'), 0),
    coalesce(sum(quantity) filter (where education = '4'), 0),
    coalesce(sum(quantity) filter (where education = '5'), 0),
    coalesce(sum(quantity) filter (where education = '6'), 0),
    coalesce(sum(quantity) filter (where education = '7'), 0),
    coalesce(sum(quantity) filter (where education = '8'), 0),
    coalesce(sum(quantity) filter (where education = 'U'), 0), coalesce(sum(quantity) filter (where month = 1), 0),
    coalesce(sum(quantity) filter (where month = 2), 0), coalesce(sum(quantity) filter (where month = 3), 0),
    coalesce(sum(quantity) filter (where month = 4), 0), coalesce(sum(quantity) filter (where month = 5), 0),
    coalesce(sum(quantity) filter (where month = 6), 0), coalesce(sum(quantity) filter (where month = 7), 0),
    coalesce(sum(quantity) filter (where month = 8), 0), coalesce(sum(quantity) filter (where month = 9), 0),
    coalesce(sum(quantity) filter (where month = 10), 0), coalesce(sum(quantity) filter (where month = 11), 0),
    coalesce(sum(quantity) filter (where month = 12), 0)
  from unnest(cells)
  group by node, span, year, indicator, version, evidence
  order by node, span, year, indicator, version, evidence
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
end $$;
revoke execute on function add_totals from public;
grant execute on function add_totals to iltizam_counter;
