-- Where the kept totals differ from a recount of all facts: nothing, if the ledger is right.
create function totals_that_differ()
returns table (node uuid, span text, year smallint, indicator text, version smallint, evidence smallint,
               margin text, kept bigint, recounted bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform open_recount();
  perform gather_facts(1::smallint, true);
  perform recount();
  return query
  with k as (
    select t.node, t.span, t.year, t.indicator, t.version, t.evidence, array[
      sum(t.total), sum(t.overlapping), sum(t.sex_f), sum(t.sex_m), sum(t.sex_u), sum(t.age_15_24),
      sum(t.age_25_34), sum(t.age_35_44), sum(t.age_45_59), sum(t.age_60_up), sum(t.age_other), sum(t.age_u),
      sum(t.milieu_r), sum(t.milieu_u), sum(t.milieu_unknown), sum(t.edu_0), sum(t.edu_1), sum(t.edu_2),
      sum(t.edu_3), sum(t.edu_4), sum(t.edu_5), sum(t.edu_6), sum(t.edu_7), sum(t.edu_8), sum(t.edu_u),
      sum(t.month_01), sum(t.month_02), sum(t.month_03), sum(t.month_04), sum(t.month_05), sum(t.month_06),
      sum(t.month_07), sum(t.month_08), sum(t.month_09), sum(t.month_10), sum(t.month_11), sum(t.month_12)] as counts
    from node_totals t group by t.node, t.span, t.year, t.indicator, t.version, t.evidence
  ),
  r as (
    select t.node, t.span, t.year, t.indicator, t.version, t.evidence, array[
      t.total::bigint, t.overlapping::bigint, t.sex_f::bigint, t.sex_m::bigint, t.sex_u::bigint,
      t.age_15_24::bigint, t.age_25_34::bigint, t.age_35_44::bigint, t.age_45_59::bigint, t.age_60_up::bigint,
      t.age_other::bigint, t.age_u::bigint, t.milieu_r::bigint, t.milieu_u::bigint, t.milieu_unknown::bigint,
      t.edu_0::bigint, t.edu_1::bigint, t.edu_2::bigint, t.edu_3::bigint, t.edu_4::bigint, t.edu_5::bigint,
      t.edu_6::bigint, t.edu_7::bigint, t.edu_8::bigint, t.edu_u::bigint, t.month_01::bigint, t.month_02::bigint,
      t.month_03::bigint, t.month_04::bigint, t.month_05::bigint, t.month_06::bigint, t.month_07::bigint,
      t.month_08::bigint, t.month_09::bigint, t.month_10::bigint, t.month_11::bigint, t.month_12::bigint] as counts
    from recounted_totals t
  )
  select node, span, year, indicator, version, evidence, m.margin, k.counts[m.place], r.counts[m.place]
  from k full join r using (node, span, year, indicator, version, evidence)
  cross join lateral unnest(array[
    'total', 'overlapping', 'sex_f', 'sex_m', 'sex_u', 'age_15_24', 'age_25_34', 'age_35_44', 'age_45_59',
    'age_60_up', 'age_other', 'age_u', 'milieu_r', 'milieu_u', 'milieu_unknown', 'edu_0', 'edu_1', 'edu_2',
    'edu_3', 'edu_4', 'edu_5', 'edu_6', 'edu_7', 'edu_8', 'edu_u', 'month_01', 'month_02', 'month_03', 'month_04',
    'month_05', 'month_06', 'month_07', 'month_08', 'month_09', 'month_10', 'month_11', 'month_12']) with ordinality m (margin, place)
  where k.counts is distinct from r.counts and coalesce(k.counts[m.place], 0) <> coalesce(r.counts[m.place], 0)
  union all
  select node, 'life', 0::smallint, indicator, version, evidence, segment, k.total, r.total
  from (select s.node, s.indicator, s.version, s.evidence, s.segment, sum(s.total) as total
        from node_segments s group by 1, 2, 3, 4, 5) k
  full join (select s.node, s.indicator, s.version, s.evidence, s.segment, s.total::bigint as total
             from recounted_segments s) r
    using (node, indicator, version, evidence, segment)
  where coalesce(k.total, 0) <> coalesce(r.total, 0);
end $$;
alter function totals_that_differ owner to iltizam_counter;
