-- Seals (ledger.md §4): the documented columns of a row as RFC 8785 JSON, hashed with SHA-256. docs/formats/seal.md
-- describes the format for anyone who wants to verify without this program.

-- A value that could point to a person enters as SHA-256(salt ‖ value), kept when salt and value are erased. Stable, as
-- convert_to is: PostgreSQL then writes the function out in the query, which seals four times as fast.
create function sealed_value(salt bytea, value text, erased jsonb, field text) returns text
language sql stable parallel safe as $$
  select case when erased is not null and erased ? field then '"' || (erased ->> field) || '"'
              when value is null then 'null'
              else '"' || encode(sha256(salt || convert_to(value, 'UTF8')), 'hex') || '"' end
$$;

create function sealed_instant(at timestamptz) returns text language sql stable parallel safe as $$
  select '"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'
$$;

create function sealed_text(value text) returns text language sql stable parallel safe as $$
  select coalesce(to_json(value)::text, 'null')
$$;

create function seal_of_fact(f facts) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(
    '{"ageBand":"' || f.age_band || '","claimed":' || f.claimed || ',"commitment":"' || f.commitment_id
    || '","commune":' || sealed_value(f.salt, f.commune_id::text, f.erased, 'commune')
    || ',"contentKey":"' || encode(f.content_key, 'hex') || '","education":"' || f.education
    || '","evidenceFile":' || sealed_value(f.salt, f.evidence_hash, f.erased, 'evidenceFile')
    || ',"evidenceReference":' || sealed_value(f.salt, f.evidence_reference, f.erased, 'evidenceReference')
    || ',"externalId":' || sealed_value(f.salt, f.external_id, f.erased, 'externalId')
    || ',"factDate":"' || f.fact_date || '","format":1,"id":"' || f.id || '","import":'
    || coalesce('"' || f.import_id || '"', 'null') || ',"indicator":"' || f.indicator
    || '","indicatorVersion":' || f.indicator_version || ',"journal":"' || f.journal_id || '","kind":"fact","milieu":"'
    || f.milieu || '","note":' || sealed_value(f.salt, f.note, f.erased, 'note') || ',"quantity":' || f.quantity
    || ',"recordedAt":' || sealed_instant(f.recorded_at) || ',"recordedBy":' || sealed_text(f.recorded_by)
    || ',"refusal":' || sealed_text(f.refusal) || ',"revision":' || f.revision
    || ',"rowKey":"' || encode(f.row_key, 'hex') || '","segments":' || to_json(f.segments)::text || ',"sex":"' || f.sex
    || '","source":' || sealed_text(f.source) || ',"space":"' || f.space || '","subject":"' || f.subject_id
    || '","territory":' || coalesce('"' || f.territory_id || '"', 'null') || '}', 'UTF8'))
$$;

create function seal_of_entry(e fact_entries) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(
    '{"entry":"' || e.kind || '","evidence":' || coalesce(e.evidence::text, 'null') || ',"fact":"' || e.fact_id
    || '","format":1,"id":"' || e.id || '","journal":"' || e.journal_id || '","kind":"entry","matchedWith":'
    || sealed_text(e.matched_with) || ',"reason":' || sealed_text(e.reason) || ',"recordedAt":'
    || sealed_instant(e.recorded_at) || ',"recordedBy":' || sealed_text(e.recorded_by) || '}', 'UTF8'))
$$;

-- A merge as it was recorded; that it was undone stands in the journal.
create function seal_of_merge(m subject_merges) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(
    '{"format":1,"id":"' || m.id || '","into":"' || m.into_id || '","journal":"' || m.journal_id
    || '","kind":"merge","reason":' || sealed_text(m.reason) || ',"recordedAt":' || sealed_instant(m.recorded_at)
    || ',"recordedBy":' || sealed_text(m.recorded_by) || ',"subject":"' || m.subject_id || '"}', 'UTF8'))
$$;

-- `before` and `after` were written in canonical form, and a json column keeps its text as it was written.
create function seal_of_journal(j journal) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(
    '{"act":' || sealed_text(j.act) || ',"actor":' || sealed_text(j.actor) || ',"actorLabel":'
    || sealed_text(j.actor_label) || ',"after":' || coalesce(j.after::text, 'null') || ',"at":' || sealed_instant(j.at)
    || ',"before":' || coalesce(j.before::text, 'null') || ',"format":1,"id":"' || j.id
    || '","kind":"journal","objectId":' || sealed_text(j.object_id) || ',"objectKind":' || sealed_text(j.object_kind)
    || ',"reason":' || sealed_text(j.reason) || '}', 'UTF8'))
$$;

create table blocks (
  number bigint primary key check (number > 0),
  format smallint not null,
  previous bytea,
  hash bytea not null unique,
  -- a row each: F fact, E entry, M merge or J journal row, its id, its hash
  row_kinds text[] not null,
  row_ids uuid[] not null,
  row_hashes bytea[] not null,
  -- the last row's place in the order of transactions: the next block begins after it
  last_tx bigint not null,
  last_id uuid not null,
  sealed_at timestamptz not null,
  check (cardinality(row_kinds) = cardinality(row_ids) and cardinality(row_hashes) = cardinality(row_ids))
);
select guard_growing_table('blocks');
revoke insert on blocks from iltizam_app;

create function hash_of_block(number bigint, previous bytea, row_hashes bytea[]) returns bytea
language sql stable parallel safe as $$
  select sha256(convert_to('{"format":1,"number":' || number || ',"previous":'
    || coalesce('"' || encode(previous, 'hex') || '"', 'null') || ',"rows":' || cardinality(row_hashes)
    || ',"rowsHash":"' || encode(sha256((
         select string_agg(hash, ''::bytea order by place) from unnest(row_hashes) with ordinality r (hash, place)
       )), 'hex') || '"}', 'UTF8'))
$$;
