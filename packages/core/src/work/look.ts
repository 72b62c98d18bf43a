// She has seen what changed: from here on only what comes later is a change for her.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, space } from "../kernel/index.ts";

export const look = defineAct({
  name: "work.look",
  permission: "work.read",
  scope: "somewhere",
  input: z.object({ space }),
  output: z.object({ lookedAt: z.string() }),
  async run(ctx, { space: where }) {
    const at = ctx.clock.now();
    await sql`
      insert into work_looks (actor, space, looked_at) values (${ctx.actor.id}, ${where}, ${at})
      on conflict (actor, space) do update set looked_at = excluded.looked_at`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "actor", id: ctx.actor.id }, after: { looked: where } });
    return { lookedAt: at.toISOString() };
  },
});
