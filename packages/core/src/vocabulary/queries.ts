// Reads of the vocabulary for screens and exports.
import { foldName, glossary } from "@iltizam/reference";
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, keyText, plainDate, rows } from "../kernel/index.ts";
import { vocabularyErrors } from "./errors.ts";
import { indicator, indicatorVersion, label, nature, recordedIn } from "./model.ts";
import { asOf, readStored, resolveIndicator } from "./read-indicators.ts";

/** The catalogue with the definitions that hold on a day (default: the latest), by code. */
export const indicatorCatalogue = defineQuery({
  name: "vocabulary.indicators",
  permission: "vocabulary.read",
  scope: "somewhere",
  input: z.object({
    on: plainDate.optional(),
    state: z.enum(["defined", "undefined"]).optional(),
    nature: nature.optional(),
    recordedIn: recordedIn.optional(),
  }),
  output: z.array(indicator),
  run: async ({ tx }, wanted) => {
    const all = (await readStored(tx)).map((stored) => asOf(stored, wanted.on));
    return all.filter(
      (one) =>
        (wanted.state === undefined || one.definition.state === wanted.state) &&
        (wanted.nature === undefined || one.nature === wanted.nature) &&
        (wanted.recordedIn === undefined || one.recordedIn === wanted.recordedIn),
    );
  },
});

/** One indicator by its code or an alias, with every version of its definition. */
export const indicatorDetail = defineQuery({
  name: "vocabulary.indicator",
  permission: "vocabulary.read",
  scope: "somewhere",
  input: z.object({ code: keyText }),
  output: indicator.extend({ versions: z.array(indicatorVersion) }),
  run: async ({ tx }, { code }) => {
    const [stored] = await readStored(tx, [code]);
    if (stored === undefined) return resolveIndicator(tx, code).then((one) => ({ ...one, versions: [] }));
    return { ...asOf(stored, undefined), versions: stored.versions };
  },
});

const population = z.object({
  code: z.string(),
  label,
  definition: label,
  arReviewed: z.boolean(),
  sensitive: z.boolean(),
  ageFrom: z.int().nullable(),
  ageTo: z.int().nullable(),
  sex: z.string().nullable(),
  milieu: z.string().nullable(),
});

export const populationCatalogue = defineQuery({
  name: "vocabulary.populations",
  permission: "vocabulary.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(population),
  run: ({ tx }) =>
    rows(
      tx,
      sql<z.infer<typeof population>>`
        select code, jsonb_build_object('fr', label_fr, 'ar', label_ar, 'en', label_en) as label,
               jsonb_build_object('fr', definition_fr, 'ar', definition_ar, 'en', definition_en) as definition,
               ar_reviewed as "arReviewed", sensitive, age_from as "ageFrom", age_to as "ageTo", sex, milieu
        from populations order by code = 'other', code`,
    ),
});

const entry = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  level: z.int().nullable(),
  label: z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() }),
  arReviewed: z.boolean(),
  details: z.record(z.string(), z.unknown()),
});

/**
 * The entries of one scheme (`rome-3`, `isco-08`, `isic-4`, `isced-2011`, `contract_types`, `units` …) in their usual
 * order: all, those under a parent, or those whose label in any language contains the text, in any spelling.
 */
export const classification = defineQuery({
  name: "vocabulary.classification",
  permission: "vocabulary.read",
  scope: "somewhere",
  input: z.object({
    scheme: keyText,
    parent: keyText.optional(),
    level: z.int().min(0).max(99).optional(),
    text: z.string().trim().max(100).optional(),
    limit: z.int().min(1).max(2000).default(2000),
  }),
  output: z.array(entry),
  run: async ({ tx }, { scheme, parent = null, level = null, text = "", limit }) => {
    const found = await rows(
      tx,
      sql<z.infer<typeof entry>>`
        select code, parent, level, jsonb_build_object('fr', label_fr, 'ar', label_ar, 'en', label_en) as label,
               ar_reviewed as "arReviewed", details
        from classification_entries
        where scheme = ${scheme} and (${parent}::text is null or parent = ${parent})
          and (${level}::smallint is null or level = ${level})
          and (${text}::text = '' or code = ${text} or strpos(folded, ${foldName(text)}) > 0)
        order by position limit ${limit}`,
    );
    if (found.length > 0) return found;
    const schemes = await rows(
      tx,
      sql<{ scheme: string }>`select distinct scheme from classification_entries order by scheme`,
    );
    if (schemes.some((row) => row.scheme === scheme)) return [];
    throw vocabularyErrors.scheme_unknown({ scheme, schemes: schemes.map((row) => row.scheme) });
  },
});

const measure = z.object({
  code: z.string(),
  label,
  arReviewed: z.boolean(),
  parent: z.string().nullable(),
  kind: z.string(),
  operator: z.string().nullable(),
  startYear: z.int().nullable(),
  status: z.string().nullable(),
  source: z.string().nullable(),
  settings: z.array(
    z.object({
      setting: z.string(),
      value: z.string(),
      unit: z.string(),
      currency: z.string().nullable(),
      /** Null: not known since when. */
      from: z.string().nullable(),
      /** The last day; null: still in force. */
      to: z.string().nullable(),
      source: z.string(),
      confidence: z.string(),
    }),
  ),
});

/** The measures, each with the terms that hold on a day; without a day, with all its terms. */
export const measureCatalogue = defineQuery({
  name: "vocabulary.measures",
  permission: "vocabulary.read",
  scope: "somewhere",
  input: z.object({ on: plainDate.optional() }),
  output: z.array(measure),
  run: ({ tx }, { on = null }) =>
    rows(
      tx,
      sql<z.infer<typeof measure>>`
        select m.code, jsonb_build_object('fr', m.label_fr, 'ar', m.label_ar, 'en', m.label_en) as label,
               m.ar_reviewed or translation_read('measure', m.code, 'label', m.label_ar) as "arReviewed", m.parent, m.kind, m.operator, m.start_year as "startYear", m.status,
               m.source,
               array(select jsonb_build_object('setting', s.setting, 'value', s.value, 'unit', s.unit,
                                               'currency', s.currency, 'from', lower(s.valid),
                                               'to', upper(s.valid) - 1, 'source', s.source,
                                               'confidence', s.confidence)
                     from measure_settings s
                     where s.measure = m.code and (${on}::date is null or s.valid @> ${on}::date)
                     order by s.setting, s.valid) as settings
        from measures m order by m.code`,
    ),
});

const term = z.object({
  number: z.int(),
  fr: z.string(),
  ar: z.string(),
  en: z.string(),
  identifier: z.string(),
  arReviewed: z.boolean(),
});

/** The words of the field in three languages; those that contain the text, in any spelling, when one is given. */
export const glossaryTerms = defineQuery({
  name: "vocabulary.glossary",
  permission: "vocabulary.read",
  scope: "somewhere",
  input: z.object({ text: z.string().trim().max(100).optional() }),
  output: z.array(term),
  run: async (_ctx, { text = "" }) => {
    const wanted = foldName(text);
    return glossary().filter((one) =>
      [one.fr, one.ar, one.en].some((word) => foldName(word).includes(wanted)),
    );
  },
});
