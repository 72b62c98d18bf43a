// How acts of higher floors read the catalogue: by code or alias, with the definition that holds on a day.
import { sql } from "kysely";
import { type Db, type PlainDate, rows } from "../kernel/index.ts";
import { vocabularyErrors } from "./errors.ts";
import { type Indicator, type IndicatorVersion, versionOn } from "./model.ts";

type Stored = Omit<Indicator, "definition"> & { versions: IndicatorVersion[] };

const versionColumns = sql`
  jsonb_build_object(
    'version', v.version, 'effectiveFrom', v.effective_from, 'state', v.state,
    'definition', jsonb_build_object('fr', v.definition_fr, 'ar', v.definition_ar, 'en', v.definition_en),
    'proofLevel', v.proof_level, 'parameters', v.parameters, 'evidence', v.evidence, 'pitfalls', v.pitfalls,
    'reason', v.reason)`;

/** Indicators with all their versions, aliases left out; only those of `codes` (canonical or alias) when given. */
export function readStored(tx: Db, codes: readonly string[] | null = null): Promise<Stored[]> {
  const list = codes === null ? null : [...codes];
  return rows(
    tx,
    sql<Stored>`
      select i.code, jsonb_build_object('fr', i.label_fr, 'ar', i.label_ar, 'en', i.label_en) as label,
             i.ar_reviewed or translation_read('indicator', i.code, 'label', i.label_ar) as "arReviewed", i.unit, i.nature, i.subject, i.aggregation,
             i.recorded_in as "recordedIn", i.numerator, i.numerator_filter as "numeratorFilter", i.denominator,
             i.denominator_filter as "denominatorFilter", i.applies_to as "appliesTo",
             array(select a.code from indicators a where a.alias_of = i.code order by a.code) as aliases,
             array(select ${versionColumns} from indicator_versions v where v.indicator = i.code
                   order by v.version) as versions
      from indicators i
      where i.alias_of is null
        and (${list}::text[] is null or i.code = any(${list}::text[])
             or i.code in (select alias_of from indicators where code = any(${list}::text[])))
      order by i.code`,
  );
}

/** The indicator as its definition read on a day (default: the latest); before the first version, as that one reads. */
export function asOf(stored: Stored, day: PlainDate | undefined): Indicator {
  const { versions, ...rest } = stored;
  const definition = versionOn(versions, day ?? "9999-12-31") ?? versions[0];
  if (definition === undefined) throw new Error(`indicator ${stored.code} has no definition`);
  return { ...rest, definition };
}

/**
 * The indicator that a code stands for, aliases followed, with the definition that holds on `day` (default: the latest).
 * The result's `code` is the one to record: no fact is posted under an alias.
 * @throws `vocabulary.indicator_unknown` with codes that come near.
 */
export async function resolveIndicator(tx: Db, code: string, day?: PlainDate): Promise<Indicator> {
  const [stored] = await readStored(tx, [code]);
  if (stored === undefined) throw await unknownIndicator(tx, code);
  return asOf(stored, day);
}

/** The whole catalogue by code, aliases included, for files of many rows. */
export async function readIndicators(tx: Db, day?: PlainDate): Promise<ReadonlyMap<string, Indicator>> {
  const found = (await readStored(tx)).map((stored) => asOf(stored, day));
  return new Map(found.flatMap((one) => [one.code, ...one.aliases].map((code) => [code, one] as const)));
}

async function unknownIndicator(tx: Db, code: string) {
  const words = code.split(/[^a-z0-9]+/).filter((word) => word.length > 2);
  const near = await rows(
    tx,
    sql<{ code: string }>`
      select code from indicators
      where code like any (select '%' || word || '%' from unnest(${words}::text[]) word) order by code limit 5`,
  );
  return vocabularyErrors.indicator_unknown({ code, near: near.map((row) => row.code).join(", ") || "none" });
}
