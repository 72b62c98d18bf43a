import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, endOfDay, plainDate, rows } from "../kernel/index.ts";

const unmasking = z.object({
  id: z.uuid(),
  at: z.string(),
  actor: z.string(),
  subject: z.string(),
  processing: z.string(),
  reason: z.string(),
});

const pageRows = 100;

/** Who has seen whom, when, for what: the data officer's list, the latest first. */
export const listUnmaskings = defineQuery({
  name: "people.unmaskings",
  permission: "unmaskings.read",
  input: z.object({
    from: plainDate.optional(),
    to: plainDate.optional(),
    subject: z.uuid().optional(),
    /** The id of the last row that was seen. */
    after: z.uuid().optional(),
  }),
  output: z.object({ unmaskings: z.array(unmasking), after: z.uuid().nullable() }),
  async run(ctx, { from, to, subject, after }) {
    const found = await rows(
      ctx.tx,
      sql<z.infer<typeof unmasking>>`
        select id, to_json(at) #>> '{}' as at, actor_label as actor, object_id as subject,
               after ->> 'processing' as processing, reason
        from journal
        where act = 'people.unmask' and (${subject ?? null}::text is null or object_id = ${subject ?? null})
          and (${from ?? null}::date is null or at >= (${from ?? null}::date)::timestamp at time zone ${ctx.timeZone})
          and at < ${endOfDay(to, ctx.timeZone)}
          and (${after ?? null}::uuid is null
               or (at, id) < (select l.at, l.id from journal l where l.id = ${after ?? null}))
        order by journal.at desc, journal.id desc limit ${pageRows + 1}`,
    );
    const page = found.slice(0, pageRows);
    return { unmaskings: page, after: found.length > pageRows ? (page.at(-1)?.id ?? null) : null };
  },
});
