// Writes to the table of this folder, and its rows.
import { sql } from "kysely";
import { type ActContext, type Db, firstRow, rows } from "../kernel/index.ts";
import type { Translation } from "./model.ts";

export interface Noted extends Translation {
  readonly reviewedAt: string | null;
  readonly reviewedBy: string | null;
}

const noted = sql`
  kind, key, field, place, original, content, to_json(reviewed_at) #>> '{}' as "reviewedAt",
  reviewed_by_label as "reviewedBy"`;

export function notedTranslations(db: Db): Promise<Noted[]> {
  return rows(db, sql<Noted>`select ${noted} from translations order by kind, place, field, key`);
}

export function notedTranslation(
  db: Db,
  { kind, key, field }: Pick<Translation, "kind" | "key" | "field">,
): Promise<Noted | undefined> {
  return firstRow(
    db,
    sql<Noted>`select ${noted} from translations where kind = ${kind} and key = ${key} and field = ${field}`,
  );
}

/** Writes the text with its reader, or as one that waits; it takes the place of the text before. */
export async function writeTranslation(
  ctx: ActContext,
  { kind, key, field, place, original, content }: Translation,
  reviewed: boolean,
): Promise<void> {
  const at = ctx.clock.now();
  const [by, label] = reviewed ? [ctx.actor.id, ctx.actor.label] : [null, null];
  await sql`
    insert into translations (kind, key, field, place, original, content, noted_at, reviewed_at, reviewed_by,
                              reviewed_by_label)
    values (${kind}, ${key}, ${field}, ${place}, ${original}, ${content}, ${at}, ${reviewed ? at : null}, ${by}, ${label})
    on conflict (kind, key, field) do update
      set place = excluded.place, original = excluded.original, content = excluded.content,
          reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by,
          reviewed_by_label = excluded.reviewed_by_label`.execute(ctx.tx);
}
