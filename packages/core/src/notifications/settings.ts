// When somebody wants to be reminded: her own to say.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, defineQuery, firstRow } from "../kernel/index.ts";
import { notificationErrors } from "./errors.ts";

const wish = z.object({
  wanted: z.boolean(),
  /** From which hour of the installation's day, 6 to 19. */
  hour: z.int().min(6).max(19),
  weekends: z.boolean(),
});
const defaults = { wanted: true, hour: 8, weekends: false };

export const readSettings = defineQuery({
  name: "notifications.settings",
  permission: "door.own_account",
  scope: "somewhere",
  input: z.object({}),
  output: wish,
  run: async (ctx) =>
    (await firstRow(
      ctx.tx,
      sql<z.infer<typeof wish>>`
        select wanted, hour, weekends from notification_settings where user_id::text = ${ctx.actor.id}`,
    )) ?? defaults,
});

/** @throws `notifications.no_account` */
export const setSettings = defineAct({
  name: "notifications.set_settings",
  permission: "door.own_account",
  scope: "somewhere",
  input: wish,
  output: wish,
  async run(ctx, given) {
    const kept = await firstRow(
      ctx.tx,
      sql`
        insert into notification_settings (user_id, wanted, hour, weekends)
        select id, ${given.wanted}, ${given.hour}, ${given.weekends} from users where id::text = ${ctx.actor.id}
        on conflict (user_id) do update
        set wanted = excluded.wanted, hour = excluded.hour, weekends = excluded.weekends returning user_id`,
    );
    if (kept === undefined) throw notificationErrors.no_account();
    await ctx.journal({ object: { kind: "user", id: ctx.actor.id }, after: { reminders: given } });
    return given;
  },
});
