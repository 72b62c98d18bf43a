// The doubts about agreements and what belongs to them (a promise, an amount, an event), in one list.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, rows, space } from "../kernel/index.ts";
import { doubt, doubtColumns } from "../sources/index.ts";

const listed = doubt.extend({
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** Of the commitment that it is about; null: the agreement itself, or another thing of it. */
  commitment: z.int().nullable(),
});

const most = 500;

/** The latest first; open ones alone, unless those that are settled are asked for. At most 500. */
export const listedDoubts = defineQuery({
  name: "commitments.doubts",
  permission: "commitments.read",
  scope: "somewhere",
  input: z.object({ space: space.default("real"), state: z.enum(["open", "settled"]).default("open") }),
  output: z.array(listed),
  run: (ctx, given) =>
    rows(
      ctx.tx,
      sql<z.infer<typeof listed>>`
        select ${doubtColumns()}, a.reference as agreement, a.title, a.title_ar as "titleAr", a.title_en as "titleEn",
               c.number as commitment
        from doubts b
        left join commitments c on c.id = b.object_id
        join lateral (
          select * from agreements a
          where a.id = b.object_id
             or a.id in (select through_id from visibility where object_id = b.object_id and reason = 'through')
          order by a.reference limit 1) a on true
        left join lateral (
          select reading from doubt_decisions s where s.doubt_id = b.id
          order by s.decided_on desc, s.recorded_at desc, s.id desc limit 1) s on true
        where b.space = ${given.space} and (s.reading is not null) = ${given.state === "settled"}
        order by b.recorded_at desc, b.id desc limit ${most}`,
    ),
});
