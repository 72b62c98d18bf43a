// One's own sessions: listed with device and place, ended one by one or all at once.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, defineQuery, rows } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { later, lifetimes, sessionMethod } from "./model.ts";
import { endSessions } from "./store.ts";

const ownSession = z.object({
  id: z.uuid(),
  method: sessionMethod,
  device: z.string(),
  /** The network of the last use: `this machine`, 203.0.113.0/24. */
  place: z.string().nullable(),
  startedAt: z.date(),
  lastUsedAt: z.date(),
});

export const listSessions = defineQuery({
  name: "identity.list_sessions",
  permission: "door.own_account",
  input: z.object({}),
  output: z.array(ownSession),
  run: (ctx) => {
    const at = ctx.clock.now();
    return rows(
      ctx.tx,
      sql<z.output<typeof ownSession>>`
        select id, method, device, place, started_at as "startedAt", last_used_at as "lastUsedAt" from sessions
        where user_id = ${ctx.actor.id} and ended_at is null and expires_at > ${at}
          and last_used_at > ${later(at, -lifetimes.idle)}
        order by last_used_at desc`,
    );
  },
});

/** Ends one of one's own sessions: signing out is ending the one that asks. */
export const endSession = defineAct({
  name: "identity.end_session",
  permission: "door.own_account",
  input: z.object({ session: z.uuid() }),
  output: z.object({ providerHint: z.string().nullable() }),
  async run(ctx, { session }) {
    const ended = await rows(
      ctx.tx,
      sql<{ hint: string | null }>`
        update sessions set ended_at = ${ctx.clock.now()}, place = null
        where id = ${session} and user_id = ${ctx.actor.id} and ended_at is null returning provider_hint as hint`,
    );
    const [one] = ended;
    if (one === undefined) throw identityErrors.session_unknown({ session });
    await ctx.journal({ object: { kind: "user", id: ctx.actor.id }, after: { sessionEnded: session } });
    return { providerHint: one.hint };
  },
});

export const endOtherSessions = defineAct({
  name: "identity.end_other_sessions",
  permission: "door.own_account",
  input: z.object({ session: z.uuid().optional() }),
  output: z.object({ ended: z.int() }),
  async run(ctx, { session }) {
    const ended = await endSessions(ctx.tx, ctx.actor.id, ctx.clock.now(), session);
    await ctx.journal({ object: { kind: "user", id: ctx.actor.id }, after: { sessionsEnded: ended } });
    return { ended };
  },
});
