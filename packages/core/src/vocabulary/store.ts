// Writes to the vocabulary's tables, set-wise. Each returns what was written: a row that is the same already is not.
import { type RawBuilder, sql } from "kysely";
import { type Db, type PlainDate, rows } from "../kernel/index.ts";
import type { entryRows, measureRows, populationRows, settingRows, versionRows } from "./catalogue.ts";
import type { IndicatorRow, IndicatorVersion } from "./model.ts";

type Rows<Of extends () => readonly unknown[]> = ReturnType<Of>;

export interface Written {
  readonly added: number;
  readonly changed: number;
}

async function written(tx: Db, statement: RawBuilder<{ added: boolean }>): Promise<Written> {
  const done = await rows(tx, statement);
  const added = done.filter((row) => row.added).length;
  return { added, changed: done.length - added };
}

const given = (of: readonly unknown[]) => sql`jsonb_to_recordset(${JSON.stringify(of)}::jsonb)`;

export function upsertIndicators(tx: Db, indicators: readonly IndicatorRow[]): Promise<Written> {
  return written(
    tx,
    sql<{ added: boolean }>`
      insert into indicators as i (code, alias_of, alias_reason, label_fr, label_ar, label_en, ar_reviewed, unit,
                                   nature, subject, aggregation, recorded_in, numerator, numerator_filter, denominator,
                                   denominator_filter, applies_to)
      select code, "aliasOf", "aliasReason", label ->> 'fr', label ->> 'ar', label ->> 'en', "arReviewed", unit, nature,
             subject, aggregation, "recordedIn", numerator, "numeratorFilter", denominator, "denominatorFilter",
             "appliesTo"
      from ${given(indicators.map(withoutJsonNull))} as given
        (code text, "aliasOf" text, "aliasReason" jsonb, label jsonb, "arReviewed" boolean, unit text, nature text,
         subject text, aggregation text, "recordedIn" text, numerator text, "numeratorFilter" jsonb, denominator text,
         "denominatorFilter" jsonb, "appliesTo" text[])
      on conflict (code) do update
        set label_fr = excluded.label_fr, label_ar = excluded.label_ar, label_en = excluded.label_en,
            ar_reviewed = excluded.ar_reviewed, applies_to = excluded.applies_to
        where (i.label_fr, i.label_ar, i.label_en, i.ar_reviewed, i.applies_to) is distinct from
              (excluded.label_fr, excluded.label_ar, excluded.label_en, excluded.ar_reviewed, excluded.applies_to)
      returning old.code is null as added`,
  );
}

/** A missing key becomes SQL's null; a JSON null in a jsonb column would not. */
function withoutJsonNull(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** First versions only: a version that exists is never rewritten. */
export function addFirstVersions(tx: Db, versions: Rows<typeof versionRows>, at: Date): Promise<Written> {
  return written(
    tx,
    sql<{ added: boolean }>`
      insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                      definition_en, proof_level, parameters, evidence, pitfalls, recorded_at)
      select code, version, "effectiveFrom", state, definition ->> 'fr', definition ->> 'ar', definition ->> 'en',
             "proofLevel", parameters, evidence, pitfalls, ${at}
      from ${given(versions.map(withoutJsonNull))} as given
        (code text, version smallint, "effectiveFrom" date, state text, definition jsonb, "proofLevel" smallint,
         parameters jsonb, evidence jsonb, pitfalls jsonb)
      on conflict (indicator, version) do nothing
      returning true as added`,
  );
}

export async function addVersion(tx: Db, code: string, version: IndicatorVersion, at: Date): Promise<void> {
  const { definition, evidence, pitfalls } = version;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await sql`
    insert into indicator_versions (indicator, version, effective_from, state, definition_fr, definition_ar,
                                    definition_en, proof_level, parameters, evidence, pitfalls, reason, recorded_at)
    values (${code}, ${version.version}, ${version.effectiveFrom}, ${version.state}, ${definition.fr}, ${definition.ar},
            ${definition.en}, ${version.proofLevel}, ${json(version.parameters)}::jsonb, ${json(evidence)}::jsonb,
            ${json(pitfalls)}::jsonb, ${version.reason}, ${at})`.execute(tx);
}

export function upsertPopulations(tx: Db, populations: Rows<typeof populationRows>): Promise<Written> {
  return written(
    tx,
    sql<{ added: boolean }>`
      insert into populations as p (code, label_fr, label_ar, label_en, ar_reviewed, definition_fr, definition_ar,
                                    definition_en, sensitive, age_from, age_to, sex, milieu)
      select code, label ->> 'fr', label ->> 'ar', label ->> 'en', "arReviewed", definition ->> 'fr',
             definition ->> 'ar', definition ->> 'en', sensitive, "ageMin", "ageMax", sex, milieu
      from ${given(populations)} as given
        (code text, label jsonb, "arReviewed" boolean, definition jsonb, sensitive boolean, "ageMin" smallint,
         "ageMax" smallint, sex text, milieu text)
      on conflict (code) do update
        set label_fr = excluded.label_fr, label_ar = excluded.label_ar, label_en = excluded.label_en,
            ar_reviewed = excluded.ar_reviewed, definition_fr = excluded.definition_fr,
            definition_ar = excluded.definition_ar, definition_en = excluded.definition_en,
            sensitive = p.sensitive or excluded.sensitive
        where (p.label_fr, p.label_ar, p.label_en, p.ar_reviewed, p.definition_fr, p.definition_ar, p.definition_en,
               p.sensitive) is distinct from
              (excluded.label_fr, excluded.label_ar, excluded.label_en, excluded.ar_reviewed, excluded.definition_fr,
               excluded.definition_ar, excluded.definition_en, p.sensitive or excluded.sensitive)
      returning old.code is null as added`,
  );
}

export function upsertEntries(tx: Db, entries: Rows<typeof entryRows>): Promise<Written> {
  return written(
    tx,
    sql<{ added: boolean }>`
      insert into classification_entries as e (scheme, code, position, parent, level, label_fr, label_ar, label_en,
                                               ar_reviewed, folded, details)
      select scheme, code, position, parent, level, fr, ar, en, "arReviewed", folded, details
      from ${given(entries)} as given
        (scheme text, code text, position integer, parent text, level smallint, fr text, ar text, en text,
         "arReviewed" boolean, folded text, details jsonb)
      on conflict (scheme, code) do update
        set position = excluded.position, parent = excluded.parent, level = excluded.level,
            label_fr = excluded.label_fr, label_ar = excluded.label_ar, label_en = excluded.label_en,
            ar_reviewed = excluded.ar_reviewed, folded = excluded.folded, details = excluded.details
        where (e.position, e.parent, e.level, e.label_fr, e.label_ar, e.label_en, e.ar_reviewed, e.folded, e.details)
              is distinct from
              (excluded.position, excluded.parent, excluded.level, excluded.label_fr, excluded.label_ar,
               excluded.label_en, excluded.ar_reviewed, excluded.folded, excluded.details)
      returning old.code is null as added`,
  );
}

export function upsertMeasures(tx: Db, measures: Rows<typeof measureRows>): Promise<Written> {
  return written(
    tx,
    sql<{ added: boolean }>`
      insert into measures as m (code, label_fr, label_ar, label_en, ar_reviewed, parent, kind, operator, start_year,
                                 status, target_fr, instrument_fr, source)
      select code, label ->> 'fr', label ->> 'ar', label ->> 'en', "arReviewed", parent, kind, operator, "startYear",
             status, "targetFr", "instrumentFr", source
      from ${given(measures)} as given
        (code text, label jsonb, "arReviewed" boolean, parent text, kind text, operator text, "startYear" smallint,
         status text, "targetFr" text, "instrumentFr" text, source text)
      on conflict (code) do update
        set label_fr = excluded.label_fr, label_ar = excluded.label_ar, label_en = excluded.label_en,
            ar_reviewed = excluded.ar_reviewed, operator = excluded.operator, status = excluded.status,
            target_fr = excluded.target_fr, instrument_fr = excluded.instrument_fr, source = excluded.source
        where (m.label_fr, m.label_ar, m.label_en, m.ar_reviewed, m.operator, m.status, m.target_fr, m.instrument_fr,
               m.source) is distinct from
              (excluded.label_fr, excluded.label_ar, excluded.label_en, excluded.ar_reviewed, excluded.operator,
               excluded.status, excluded.target_fr, excluded.instrument_fr, excluded.source)
      returning old.code is null as added`,
  );
}

/** Adds the terms that nobody has set: a measure's setting that has a value already is left to the office. */
export function addSettings(tx: Db, settings: Rows<typeof settingRows>): Promise<Written> {
  return written(
    tx,
    sql<{ added: boolean }>`
      insert into measure_settings (measure, setting, value, unit, currency, valid, source, confidence)
      select measure, setting, value, unit, currency, daterange("validFrom", "validTo", '[]'), source, confidence
      from ${given(settings)} as given
        (measure text, setting text, value text, unit text, currency text, "validFrom" date, "validTo" date,
         source text, confidence text)
      where not exists (select from measure_settings s
                        where s.measure = given.measure and s.setting = given.setting)
      returning true as added`,
  );
}

/** Ends the term in force on the day before `day`. */
export async function endSetting(tx: Db, measure: string, setting: string, day: PlainDate): Promise<void> {
  await sql`
    update measure_settings set valid = daterange(lower(valid), ${day}::date)
    where measure = ${measure} and setting = ${setting} and valid @> ${day}::date`.execute(tx);
}

/** A term that holds from a day on. */
export async function addSettingFrom(
  tx: Db,
  row: {
    measure: string;
    setting: string;
    value: string;
    unit: string;
    currency: string | null;
    from: PlainDate;
    source: string;
    confidence: string;
  },
): Promise<void> {
  await sql`
    insert into measure_settings (measure, setting, value, unit, currency, valid, source, confidence)
    values (${row.measure}, ${row.setting}, ${row.value}, ${row.unit}, ${row.currency},
            daterange(${row.from}::date, null), ${row.source}, ${row.confidence})`.execute(tx);
}
