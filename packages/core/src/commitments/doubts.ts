// The doubts about agreements and what belongs to them (a promise, an amount, an event), in one list.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, onlyRow, rows, space } from "../kernel/index.ts";
import { doubt, doubtColumns } from "../sources/index.ts";

const listed = doubt.extend({
  /** Those that it touches, by reference: an event may concern several. */
  agreements: z
    .array(
      z.object({
        reference: z.string(),
        title: z.string(),
        titleAr: z.string().nullable(),
        titleEn: z.string().nullable(),
      }),
    )
    .min(1),
  /** Of the commitment that it is about; null: the agreement itself, or another thing of it. */
  commitment: z.int().nullable(),
});

/** The agreements that the doubt `b` touches, as far as the reader sees them. */
const touched = sql`
  from agreements a
  where a.id = b.object_id
     or a.id in (select through_id from visibility where object_id = b.object_id and reason = 'through')`;

/** The latest first; open ones alone, unless those that are settled are asked for. */
export const listedDoubts = defineQuery({
  name: "commitments.doubts",
  permission: "commitments.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    state: z.enum(["open", "settled"]).default("open"),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), doubts: z.array(listed) }),
  async run(ctx, { state, limit, offset, ...given }) {
    const kept = sql`
      from doubts b
      left join lateral (
        select reading from doubt_decisions s where s.doubt_id = b.id
        order by s.decided_on desc, s.recorded_at desc, s.id desc limit 1) s on true
      where b.space = ${given.space} and (s.reading is not null) = ${state === "settled"}
        and exists (select ${touched})`;
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const doubts = await rows(
      ctx.tx,
      sql<z.infer<typeof listed>>`
        select ${doubtColumns()},
               (select number from commitments c where c.id = b.object_id) as commitment,
               (select json_agg(json_build_object('reference', a.reference, 'title', a.title, 'titleAr', a.title_ar,
                                                  'titleEn', a.title_en) order by a.reference) ${touched}) as agreements
        ${kept} order by b.recorded_at desc, b.id desc limit ${limit} offset ${offset}`,
    );
    return { total, doubts };
  },
});
