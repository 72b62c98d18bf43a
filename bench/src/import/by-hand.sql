-- The rules of an import of results (ledger.md §2, §3) written by hand for the generated file: one SQL script on the same
-- tables, with their indexes and triggers. It knows its file (15 columns, persons only, no merged subjects), trusts the
-- formats of its cells, and stops at the first fault; the product reads any file and lists every fault.
set local work_mem = '128MB';
set local enable_nestloop = off;
select set_config('iltizam.actor', 'bench', true);
create temp table sent (
  line integer generated always as identity, commitment text, fact_date date, document_type text, document_number text,
  sex text, birth_date date, education text, milieu text, place text, segments text, quantity bigint, evidence text,
  evidence_reference text, external_id text, note text) on commit drop;
-- copy the file here
analyze sent;
select pg_advisory_xact_lock(hashtextextended('iltizam.ledger', 0));

-- what each row says
create temp table told on commit drop as
select s.line, c.id as commitment_id, c.indicator, v.version, c.period_from, c.period_to, t.id as territory_id,
       hmac(convert_to(s.document_type || chr(1) || 'MA' || chr(1)
                       || regexp_replace(upper(s.document_number), '[^A-Z0-9]', '', 'g'), 'UTF8'),
            decode(current_setting('bench.lookup'), 'hex'), 'sha256') as document_hash,
       s.fact_date, s.sex, extract(year from age(s.fact_date, s.birth_date))::smallint as age, s.education,
       case s.milieu when 'rural' then 'R' when 'urban' then 'U' else '?' end as milieu,
       coalesce(string_to_array(s.segments, '|'), '{}') as segments, s.quantity, right(s.evidence, 1)::smallint as claimed,
       s.evidence_reference, s.external_id, s.note, s.place,
       -- the number itself, sealed for a later change of keys
       encrypt(convert_to(s.document_type || ' ' || s.document_number, 'UTF8'),
               decode(current_setting('bench.lookup'), 'hex'), 'aes') as sealed_document,
       sha256(convert_to('id:' || s.external_id, 'UTF8')) as row_key
from sent s
left join (select a.reference || '/' || c.number as reference, c.* from commitments c
           join agreements a on a.id = c.agreement_id where c.space = 'simulated' and c.state <> 'withdrawn') c
  on c.reference = s.commitment
left join lateral (select version from indicator_versions v where v.indicator = c.indicator limit 1) v on true
left join territories t on t.space = 'simulated' and t.code = s.place;
alter table told add age_band text;
update told set age_band = case when age is null then 'U' when age < 15 or age > 120 then 'other'
  when age < 25 then '15-24' when age < 35 then '25-34' when age < 45 then '35-44' when age < 60 then '45-59' else '60+' end;
analyze told;
do $$
begin
  if exists (select 1 from told where commitment_id is null or version is null or territory_id is null or quantity <> 1)
     or exists (select 1 from told t, unnest(t.segments) s where s not in (select code from populations))
     or exists (select 1 from told group by external_id having count(*) > 1)
     or exists (select 1 from sent where evidence_reference || ' ' || coalesce(note, '') ~ '\m[A-Z]{1,2}[0-9]{5,7}\M') then
    raise exception 'a row is at fault';
  end if;
end $$;

-- who each row is about
with fresh as (
  insert into vault_documents (document_hash, space, key_number, subject_id, sealed, recorded_at)
  select document_hash, 'simulated', 1, gen_random_uuid(), sealed_document, '2026-01-01' from (
    select distinct on (document_hash) document_hash, sealed_document from told t where not exists (
      select 1 from vault_documents v where v.document_hash = t.document_hash and v.space = 'simulated')
    order by document_hash) n
  returning subject_id
)
insert into subjects (id, space, recorded_at) select subject_id, 'simulated', '2026-01-01' from fresh;

-- new rows, and rows that say something else than the ledger has
create temp table posted on commit drop as
select t.*, d.subject_id, o.id as older_id, o.subject_id as older_subject, o.indicator as older_indicator,
       coalesce(o.revision, 0) + 1 as revision, uuid_send(gen_random_uuid()) as salt
from told t
join vault_documents d on d.document_hash = t.document_hash and d.space = 'simulated'
left join lateral (select * from facts f where f.space = 'simulated' and f.source = 'bench-si' and f.row_key = t.row_key
                   order by f.revision desc limit 1) o on true
where o.id is null or o.subject_id <> d.subject_id or o.erased is null and o.content_key <> sha256(o.salt || convert_to(array[
    t.commitment_id::text, t.indicator, d.subject_id::text, t.fact_date::text, t.place, t.sex, t.age::text, t.age_band,
    t.education, t.milieu, t.segments::text, t.quantity::text, t.claimed::text, null, t.evidence_reference,
    t.note]::text, 'UTF8'));
create temp table touched on commit drop as
select distinct subject_id, indicator from posted
union select older_subject, older_indicator from posted where older_id is not null;
analyze posted; analyze touched;

create temp table counted (
  sign integer, id uuid, subject_id uuid, indicator text, version smallint, level smallint, fact_date date,
  commitment_id uuid, territory_id uuid, sex text, age_band text, milieu text, education text, segments text[],
  quantity bigint) on commit drop;
create temp view valid_now as
select f.*, coalesce(e.level, 1)::smallint as level from touched t join facts f using (subject_id, indicator)
left join (select fact_id, max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn from fact_entries group by 1) e
  on e.fact_id = f.id
where f.refusal is null and e.withdrawn is not true;
insert into counted select -1, id, subject_id, indicator, indicator_version, level, fact_date, commitment_id,
  territory_id, sex, age_band, milieu, education, segments, quantity from valid_now;

insert into journal (id, at, actor, actor_label, act, object_kind, object_id)
values ('00000000-0000-7000-8000-00000000000a', '2026-01-01', 'bench', 'bench', 'by hand', 'import', 'by hand');
insert into fact_entries (id, fact_id, kind, reason, recorded_by, recorded_at, journal_id)
select uuidv7(), older_id, 'withdrawn', 'corrected at its source', 'bench', '2026-01-01',
       '00000000-0000-7000-8000-00000000000a' from posted where older_id is not null on conflict do nothing;

-- the facts, each with why it does not count
with recursive up (leaf, id) as (
  select id, id from territories
  union all select up.leaf, t.parent_id from up join territories t on t.id = up.id where t.parent_id is not null
),
paths as (select leaf, array_agg(id) as path from up group by leaf),
rules as (
  select commitment_id, rule, array_agg(value) as accepted, array_agg(territory_id) as places
  from commitment_eligibility group by 1, 2
),
failed as (
  select p.line, min(r.rule) as rule
  from posted p join rules r using (commitment_id) left join paths on paths.leaf = p.territory_id
  where not coalesce(case r.rule
    when 'residence' then r.places && paths.path
    when 'age_from' then p.age >= r.accepted[1]::smallint
    when 'age_to' then p.age <= r.accepted[1]::smallint
    when 'sex' then p.sex = any(r.accepted)
    when 'milieu' then p.milieu = case r.accepted[1] when 'rural' then 'R' else 'U' end
    when 'education_from' then p.education <> 'U' and p.education >= r.accepted[1]
    when 'education_to' then p.education <> 'U' and p.education <= r.accepted[1]
    when 'population' then p.segments && r.accepted end, false)
  group by p.line
)
insert into facts (id, subject_id, indicator, indicator_version, fact_date, commitment_id, space, territory_id, sex,
                   age_band, milieu, education, segments, quantity, claimed, refusal, source, revision, row_key,
                   content_key, recorded_by, recorded_at, import_id, journal_id, salt, external_id, note,
                   evidence_reference)
select uuidv7(), p.subject_id, p.indicator, p.version, p.fact_date, p.commitment_id, 'simulated', p.territory_id, p.sex,
       p.age_band, p.milieu, p.education, p.segments, p.quantity, p.claimed,
       case when p.fact_date < p.period_from or p.fact_date > p.period_to then 'outside_period'
            else split_part(f.rule, '_', 1) end,
       'bench-si', p.revision, p.row_key,
       sha256(p.salt || convert_to(array[
         p.commitment_id::text, p.indicator, p.subject_id::text, p.fact_date::text, p.place, p.sex, p.age::text, p.age_band,
         p.education, p.milieu, p.segments::text, p.quantity::text, p.claimed::text, null, p.evidence_reference,
         p.note]::text, 'UTF8')),
       'bench', '2026-01-01', '00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-00000000000a', p.salt,
       p.external_id, p.note, p.evidence_reference
from posted p left join failed f using (line) order by p.line;
insert into counted select 1, id, subject_id, indicator, indicator_version, level, fact_date, commitment_id,
  territory_id, sex, age_band, milieu, education, segments, quantity from valid_now;
analyze counted;

-- the nodes above each commitment and territory
create temp table paths on commit drop as
with recursive up (leaf, node) as (
  select c.id, c.id from commitments c
  union all select c.id, c.agreement_id from commitments c
  union all select up.leaf, p.parent_id from up join agreement_parents p on p.agreement_id = up.node and upper_inf(p.known)
),
land (leaf, node) as (
  select id, id from territories where kind <> 'commune'
  union all select land.leaf, t.parent_id from land join territories t on t.id = land.node where t.parent_id is not null
)
select * from up union all select * from land;
analyze paths;

-- subjects with several facts, node by node; everybody else at her commitment and territory, carried up afterwards
create temp table crowded on commit drop as
select sign, subject_id, indicator, count(distinct commitment_id) > 1 as overlapping
from counted group by 1, 2, 3 having count(*) > 1;
analyze crowded;
create temp table cells on commit drop as
with placed as (
  select f.*, c.overlapping, p.node, w.span, w.year
  from crowded c join counted f using (sign, subject_id, indicator)
  cross join lateral (values (f.commitment_id), (f.territory_id)) l (leaf) join paths p on p.leaf = l.leaf
  cross join lateral (values ('life', 0), ('year', extract(year from f.fact_date)::integer)) w (span, year)
)
select distinct on (sign, subject_id, indicator, node, span, year)
       node as place, span, fact_date, indicator, version,
       max(level) over (partition by sign, subject_id, indicator, node, span, year) as level, sex, age_band, milieu,
       education, segments, sign * quantity as quantity, overlapping
from placed order by sign, subject_id, indicator, node, span, year, fact_date, level desc, id;
insert into cells
select l.leaf, null, f.fact_date, f.indicator, f.version, f.level, f.sex, f.age_band, f.milieu, f.education, f.segments,
       f.sign * f.quantity, false
from counted f left join crowded c using (sign, subject_id, indicator)
cross join lateral (values (f.commitment_id), (f.territory_id)) l (leaf)
where c.subject_id is null and l.leaf is not null;
analyze cells;

insert into node_totals as t (node, span, year, indicator, version, evidence, stripe,
  total, overlapping, sex_f, sex_m, sex_u, age_15_24, age_25_34, age_35_44, age_45_59, age_60_up, age_other,
  age_u, milieu_r, milieu_u, milieu_unknown, edu_0, edu_1, edu_2, edu_3, edu_4, edu_5, edu_6, edu_7, edu_8, edu_u,
  month_01, month_02, month_03, month_04, month_05, month_06, month_07, month_08, month_09, month_10, month_11,
  month_12)
with sums as (
  select place, span, extract(year from fact_date)::smallint as year, indicator, version, level,
    coalesce(sum(quantity) filter (where true), 0) as total,
    coalesce(sum(quantity) filter (where overlapping), 0) as overlapping,
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
  from (select *, extract(month from fact_date) as month from cells) c group by 1, 2, 3, 4, 5, 6
)
select coalesce(p.node, s.place), w.span, s.year, s.indicator, s.version, s.level, 0,
    sum(total)::integer, sum(overlapping)::integer, sum(sex_f)::integer, sum(sex_m)::integer, sum(sex_u)::integer,
    sum(age_15_24)::integer, sum(age_25_34)::integer, sum(age_35_44)::integer, sum(age_45_59)::integer,
    sum(age_60_up)::integer, sum(age_other)::integer, sum(age_u)::integer, sum(milieu_r)::integer,
    sum(milieu_u)::integer, sum(milieu_unknown)::integer, sum(edu_0)::integer, sum(edu_1)::integer,
    sum(edu_2)::integer, sum(edu_3)::integer, sum(edu_4)::integer, sum(edu_5)::integer, sum(edu_6)::integer,
    sum(edu_7)::integer, sum(edu_8)::integer, sum(edu_u)::integer, sum(month_01)::integer, sum(month_02)::integer,
    sum(month_03)::integer, sum(month_04)::integer, sum(month_05)::integer, sum(month_06)::integer,
    sum(month_07)::integer, sum(month_08)::integer, sum(month_09)::integer, sum(month_10)::integer,
    sum(month_11)::integer, sum(month_12)::integer
from sums s left join paths p on p.leaf = s.place and s.span is null
cross join lateral unnest(case when s.span is null then array['life', 'year'] else array[s.span] end) w (span)
group by 1, 2, 3, 4, 5, 6
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
select coalesce(p.node, s.place), s.indicator, s.version, s.level, s.segment, 0, sum(s.total)
from (select place, span, indicator, version, level, segment, sum(quantity) as total
      from cells cross join lateral unnest(segments) segment
      where segments <> '{}' and span is distinct from 'year' group by 1, 2, 3, 4, 5, 6) s
left join paths p on p.leaf = s.place and s.span is null
group by 1, 2, 3, 4, 5 having sum(s.total) <> 0
on conflict (node, indicator, version, evidence, segment, stripe) do update set total = t.total + excluded.total;
insert into imports (id, space, kind, source, file_name, file_hash, rows, added, changed, unchanged, refused, recorded_by,
                     recorded_at, journal_id)
select '00000000-0000-7000-8000-00000000000b', 'simulated', 'results', 'bench-si', 'results.csv', repeat('0', 64),
       (select count(*) from sent), count(*) filter (where older_id is null), count(*) filter (where older_id is not null),
       (select count(*) from sent) - count(*), 0, 'bench', '2026-01-01', '00000000-0000-7000-8000-00000000000a'
from posted;
