import { sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { QuotedWords } from "./model.ts";
import type { ReadingDay } from "./read-targets.ts";

/** The words of each version of the signed targets, as they were known; by commitment and field (`signedField`). */
export async function signedWordsOf(
  db: Db,
  commitmentIds: readonly string[],
  day: Pick<ReadingDay, "knownOn" | "timeZone">,
): Promise<Map<string, QuotedWords[]>> {
  const found = await rows(
    db,
    sql<QuotedWords & { key: string }>`
      select link.commitment_id || ' ' || link.field as key, d.id as document, d.title, d.language, p.id as passage,
             p.content as words
      from commitment_assertions link
      join assertions a on a.id = link.assertion_id
      join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      where link.commitment_id = any(${commitmentIds}::uuid[]) and starts_with(link.field, 'signed_')
        and a.recorded_at < ${endOfDay(day.knownOn, day.timeZone)}
      order by link.commitment_id, a.recorded_at, p.start_offset, a.id`,
  );
  const groups = Map.groupBy(found, ({ key }) => key);
  return new Map([...groups].map(([key, list]) => [key, list.map(({ key: _, ...words }) => words)]));
}
