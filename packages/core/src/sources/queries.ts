// Readings of documents and decisions.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, onlyRow, rows, space } from "../kernel/index.ts";
import { documentKind, documentLanguage, objectKind, publicationDate } from "./model.ts";
import { assertion, assertionsOf } from "./readings.ts";
import { documentOf } from "./store.ts";

const documentSummary = z.object({
  id: z.uuid(),
  space,
  kind: documentKind,
  title: z.string(),
  publisher: z.string().nullable(),
  language: documentLanguage,
  address: z.string().nullable(),
  published: publicationDate,
  hash: z.string(),
});
export const passage = z.object({
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  content: z.string(),
});

const summary = sql.raw(`id, space, kind, title, publisher, language, address, file_hash as hash,
  json_build_object('year', published_year, 'month', published_month, 'day', published_day) as published`);

export const listDocuments = defineQuery({
  name: "sources.documents",
  permission: "sources.read",
  scope: "somewhere",
  input: z.object({
    space,
    kind: documentKind.optional(),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), documents: z.array(documentSummary) }),
  async run(ctx, input) {
    const kept = sql`
      from documents
      where space = ${input.space} and (${input.kind ?? null}::text is null or kind = ${input.kind ?? null})`;
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const documents = await rows(
      ctx.tx,
      sql<z.infer<typeof documentSummary>>`
        select ${summary} ${kept}
        order by published_year desc nulls last, published_month desc nulls last, published_day desc nulls last, title
        limit ${input.limit} offset ${input.offset}`,
    );
    return { total, documents };
  },
});

export const getDocument = defineQuery({
  name: "sources.document",
  permission: "sources.read",
  scope: "somewhere",
  input: z.object({ document: z.uuid() }),
  output: documentSummary.extend({
    text: z.string(),
    passages: z.array(passage),
    assertions: z.array(assertion),
  }),
  async run(ctx, input) {
    const row = await documentOf(ctx.tx, input.document);
    const { id, kind, title, publisher, language, address } = row;
    return {
      ...{ id, kind, title, publisher, language, address, space: row.space, hash: row.file_hash },
      published: { year: row.published_year, month: row.published_month, day: row.published_day },
      text: row.content,
      passages: await passagesOf(ctx.tx, id),
      assertions: await assertionsOf(ctx, await assertionIdsOf(ctx.tx, id)),
    };
  },
});

const passagesOf = (db: Db, documentId: string) =>
  rows(
    db,
    sql<z.infer<typeof passage>>`
      select id, start_offset as start, end_offset as "end", page, content from passages
      where document_id = ${documentId}
      order by start_offset, end_offset`,
  );

async function assertionIdsOf(db: Db, documentId: string): Promise<string[]> {
  const query = sql<{ id: string }>`select id from assertions where document_id = ${documentId}`;
  return (await rows(db, query)).map((row) => row.id);
}

const decision = z.object({
  id: z.uuid(),
  assertionId: z.uuid().nullable(),
  decidedOn: z.string(),
  decidedBy: z.string(),
  reason: z.string(),
});

/** GET /adopted-readings: every decision on one figure, the last one first. */
export const listDecisions = defineQuery({
  name: "sources.decisions",
  permission: "sources.read",
  scope: "somewhere",
  input: z.object({ objectKind, object: z.uuid() }),
  output: z.array(decision),
  run: (ctx, input) =>
    rows(
      ctx.tx,
      sql<z.infer<typeof decision>>`
        select id, assertion_id as "assertionId", decided_on as "decidedOn", decided_by_label as "decidedBy", reason
        from adopted_readings
        where object_kind = ${input.objectKind} and object_id = ${input.object}
        order by decided_on desc, recorded_at desc, id desc`,
    ),
});
