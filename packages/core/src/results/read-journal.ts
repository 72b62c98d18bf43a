import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, rows } from "../kernel/index.ts";

const journalRow = z.object({
  id: z.uuid(),
  at: z.string(),
  actor: z.string(),
  act: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
});

/** GET: what was done to an object (an agreement, a commitment, a fact, a subject), in the order of time. */
export const journalOf = defineQuery({
  name: "results.journal_of",
  permission: "journal.read",
  scope: "somewhere",
  input: z.object({ object: z.string().min(1).max(80) }),
  output: z.object({ rows: z.array(journalRow) }),
  async run(ctx, { object }) {
    const found = await rows(
      ctx.tx,
      sql<z.infer<typeof journalRow>>`
        select id, to_json(at) #>> '{}' as at, actor_label as actor, act, before, after, reason
        from journal where object_id = ${object} order by at, id limit 1000`,
    );
    return { rows: found };
  },
});
