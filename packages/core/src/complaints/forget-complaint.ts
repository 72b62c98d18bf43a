import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { destroyBoxes } from "../people/index.ts";
import { complaintOf, entriesOf } from "./store.ts";

/** Destroys the words of a complaint at their term; its number, days and decision stay. @throws `complaints.unknown` */
export const forgetComplaint = defineAct({
  name: "complaints.forget",
  permission: "people.erase",
  input: z.object({ number: z.string().min(1).max(40), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ destroyed: z.int() }),
  async run(ctx, { number, reason }) {
    const { id, box } = await complaintOf(ctx.tx, number);
    const boxes = [box, ...(await entriesOf(ctx.tx, id)).map((entry) => entry.box)].filter(
      (one) => one !== null,
    );
    await destroyBoxes(ctx, boxes);
    await sql`update complaints set box_id = null where id = ${id}`.execute(ctx.tx);
    await sql`update complaint_entries set box_id = null where complaint_id = ${id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "complaint", id: number },
      after: { destroyed: boxes.length },
      reason,
    });
    return { destroyed: boxes.length };
  },
});
