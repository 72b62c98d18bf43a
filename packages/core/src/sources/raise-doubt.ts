// Writes down two readings that a careful person would both accept (eight conventions announced, nine parties named).
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, objectScope, rows, space } from "../kernel/index.ts";
import { sourceErrors } from "./errors.ts";
import { objectKind } from "./model.ts";

const input = z.object({
  space,
  objectKind,
  objectId: z.uuid(),
  about: z.string().trim().min(1).max(500),
  readings: z.array(z.string().trim().min(1).max(1000)).min(2, "at least two readings"),
  passageIds: z.array(z.uuid()).default([]),
  /** Why it is doubtful, where a person says so. */
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type Doubt = z.output<typeof input>;

export const raiseDoubt = defineAct({
  name: "sources.raise_doubt",
  permission: "sources.record",
  scope: "object",
  input,
  output: z.object({ id: z.uuid() }),
  async run(ctx, given) {
    ctx.authorise(await objectScope(ctx.tx, given.objectId));
    const id = await writeDoubt(ctx, given);
    await ctx.journal({ object: { kind: "doubt", id }, after: given, reason: given.reason });
    return { id };
  },
});

/** Writes one doubt for the act that calls it, which journals. @throws `sources.passage_unknown` */
export async function writeDoubt(ctx: ActContext, doubt: Doubt): Promise<string> {
  const id = ctx.ids.next();
  await sql`
    insert into doubts (id, space, object_kind, object_id, about, readings, reason, recorded_at)
    values (${id}, ${doubt.space}, ${doubt.objectKind}, ${doubt.objectId}, ${doubt.about}, ${doubt.readings}::text[],
            ${doubt.reason ?? null}, ${ctx.clock.now()})`.execute(ctx.tx);
  const linked = await rows(
    ctx.tx,
    sql<{ passage_id: string }>`
      insert into doubt_passages (doubt_id, passage_id)
      select ${id}, p.id from passages p join documents d on d.id = p.document_id
      where p.id = any(${doubt.passageIds}::uuid[]) and d.space = ${doubt.space}
      returning passage_id`,
  );
  const missing = doubt.passageIds.find((passage) => !linked.some((row) => row.passage_id === passage));
  if (missing) throw sourceErrors.passage_unknown({ passage: missing, document: null });
  return id;
}
