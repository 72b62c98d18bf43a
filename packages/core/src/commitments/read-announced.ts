import { sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { AnnouncedReading } from "./announced.ts";
import type { ReadingDay } from "./read-targets.ts";

interface Row {
  readonly commitment_id: string;
  readonly assertion: string;
  readonly value: number | null;
  readonly indicator: string | null;
  readonly counts_as: string | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly wording: string;
  readonly said_by: string | null;
  readonly populations: string[];
  readonly how: "literal" | "normalised" | "inferred";
  readonly why: string | null;
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly hash: string;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly passage: string;
  readonly start: number;
  readonly end: number;
}

/** What the sources announce of each commitment, as far as it was known; oldest source first. */
export async function announcedReadingsOf(
  db: Db,
  commitmentIds: readonly string[],
  day: Pick<ReadingDay, "knownOn" | "timeZone">,
): Promise<Map<string, AnnouncedReading[]>> {
  const found = await rows(
    db,
    sql<Row>`
      select link.commitment_id, a.id as assertion, a.quantity::float8 as value, a.indicator,
             coalesce(i.alias_of, i.code) as counts_as, a.unit, a.qualifier, p.content as wording,
             coalesce(h.name, a.said_by_text) as said_by, a.populations, a.how, a.why,
             d.id as document, d.title, d.publisher, d.file_hash as hash, d.published_year as year,
             d.published_month as month, d.published_day as day,
             p.id as passage, p.start_offset as start, p.end_offset as "end"
      from commitment_assertions link
      join assertions a on a.id = link.assertion_id
      join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      left join indicators i on i.code = a.indicator
      left join office_holders h on h.id = a.said_by
      where link.commitment_id = any(${commitmentIds}::uuid[]) and link.field = 'target'
        and a.recorded_at < ${endOfDay(day.knownOn, day.timeZone)}
      order by link.commitment_id, a.recorded_at, p.start_offset, a.id`,
  );
  const groups = Map.groupBy(found, (row) => row.commitment_id);
  return new Map([...groups].map(([id, readings]) => [id, readings.map(asReading)]));
}

function asReading(row: Row): AnnouncedReading {
  const { assertion, value, indicator, unit, qualifier, wording, populations, how, why } = row;
  const { document, title, publisher, hash, year, month, day } = row;
  return {
    ...{ assertion, value, indicator, unit, qualifier, wording, populations, how, why },
    countsAs: row.counts_as,
    saidBy: row.said_by,
    source: { document, title, publisher, hash, published: { year, month, day } },
    passage: { id: row.passage, start: row.start, end: row.end, text: row.wording },
  };
}

/** The reading that a person adopted for each commitment, as decided by `asOf` and known then; absent: none yet. */
export async function adoptedReadingsOf(
  db: Db,
  commitmentIds: readonly string[],
  day: ReadingDay,
): Promise<Map<string, string>> {
  const found = await rows(
    db,
    sql<{ object_id: string; assertion_id: string | null }>`
      select distinct on (object_id) object_id, assertion_id from adopted_readings
      where object_kind = 'commitment' and object_id = any(${commitmentIds}::uuid[]) and decided_on <= ${day.asOf}
        and recorded_at < ${endOfDay(day.knownOn, day.timeZone)}
      order by object_id, decided_on desc, id desc`,
  );
  return new Map(
    found.flatMap((row) => (row.assertion_id === null ? [] : [[row.object_id, row.assertion_id]])),
  );
}
