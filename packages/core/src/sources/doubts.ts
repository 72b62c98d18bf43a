// Doubts as screens read them: what is doubtful, the readings, their passages, and which reading a person settled on.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { type Db, dbOf, defineQuery, rows, space } from "../kernel/index.ts";
import { passage } from "./queries.ts";
import { inThree } from "./sentences.ts";

export const doubt = z.object({
  id: z.uuid(),
  space,
  objectKind: z.string(),
  objectId: z.uuid(),
  about: z.string(),
  readings: z.array(z.string()),
  /** Why it is doubtful, as who raised it by hand says. */
  reason: z.string().nullable(),
  /** The same in the three languages, where it is known in them; the readings in their order. */
  inThree: z.object({ about: inThree.nullable(), readings: z.array(inThree.nullable()) }),
  passages: z.array(passage.extend({ documentId: z.uuid() })),
  /** The last decision; null: nobody has decided. */
  decision: z
    .object({
      /** From 1; null: none of them yet, the doubt is open again. */
      reading: z.int().nullable(),
      decidedOn: z.string(),
      decidedBy: z.string(),
      reason: z.string(),
    })
    .nullable(),
});
export type DoubtRow = z.infer<typeof doubt>;

/** For a query over `doubts b`. */
export const doubtColumns = (): RawBuilder<DoubtRow> => sql<DoubtRow>`
  b.id, b.space, b.object_kind as "objectKind", b.object_id as "objectId", b.about, b.readings, b.reason,
  jsonb_build_object('about', said_in_three(b.about), 'readings', (
    select jsonb_agg(said_in_three(r.reading) order by r.n)
    from unnest(b.readings) with ordinality r (reading, n))) as "inThree",
  coalesce((
    select json_agg(json_build_object('id', p.id, 'start', p.start_offset, 'end', p.end_offset, 'page', p.page,
                                      'content', p.content, 'documentId', p.document_id)
                    order by p.document_id, p.start_offset)
    from doubt_passages l join passages p on p.id = l.passage_id where l.doubt_id = b.id), '[]') as passages,
  (select json_build_object('reading', s.reading, 'decidedOn', s.decided_on, 'decidedBy', s.decided_by_label,
                            'reason', s.reason)
   from doubt_decisions s where s.doubt_id = b.id
   order by s.decided_on desc, s.recorded_at desc, s.id desc limit 1) as decision`;

/** The doubts about these objects, in the order in which they were written down. */
export function doubtsOf(db: Db, objectIds: readonly string[]): Promise<DoubtRow[]> {
  return rows(
    db,
    sql<DoubtRow>`
      select ${doubtColumns()} from doubts b
      where b.object_id = any(${objectIds}::uuid[])
      order by b.recorded_at, b.id`,
  );
}

export const listDoubts = defineQuery({
  name: "sources.doubts",
  permission: "sources.read",
  scope: "somewhere",
  input: z.object({ object: z.uuid() }),
  output: z.array(doubt),
  run: (ctx, input) => doubtsOf(dbOf(ctx), [input.object]),
});
