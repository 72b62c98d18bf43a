import { sql } from "kysely";
import { canonicalJson } from "./canonical-json.ts";
import { type Context, nameActor } from "./context.ts";
import { type Db, firstRow } from "./database.ts";

/** Something that happened, for the folders above. `type` is `<folder>.<past participle>`. */
export interface OutboxEvent {
  readonly type: string;
  readonly objectId: string;
  readonly payload?: unknown;
}

/** Queues the event in the act's transaction. Called through `ctx.emit` only. */
export async function writeOutbox(tx: Db, ctx: Context, event: OutboxEvent): Promise<void> {
  await sql`
    insert into outbox (id, at, type, object_id, payload)
    values (${ctx.ids.next()}, ${ctx.clock.now()}, ${event.type}, ${event.objectId},
            ${canonicalJson(event.payload ?? {})}::jsonb)`.execute(tx);
}

export interface TakenEvent {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly objectId: string;
  readonly payload: unknown;
}

/**
 * Hands waiting events of these types to `handle`, one after the other, the oldest first. An event is taken when its
 * handling ended well; another server takes it neither meanwhile nor afterwards. One that failed stays for the next time
 * and keeps no other back; what went wrong is given back.
 */
export async function takeEvents(
  ctx: Context,
  types: readonly string[],
  handle: (event: TakenEvent) => Promise<void>,
): Promise<readonly unknown[]> {
  const failed = new Map<string, unknown>();
  const tried = async (event: TakenEvent) => {
    try {
      await handle(event);
      return true;
    } catch (error) {
      failed.set(event.id, error);
      return false;
    }
  };
  while (await takeOne(ctx, types, [...failed.keys()], tried));
  return [...failed.values()];
}

function takeOne(
  ctx: Context,
  types: readonly string[],
  passedOver: readonly string[],
  handle: (event: TakenEvent) => Promise<boolean>,
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "kernel.take_events");
    const event = await firstRow(
      tx,
      sql<TakenEvent>`
        select id, at, type, object_id as "objectId", payload from outbox
        where taken_at is null and type = any(${types}::text[]) and id <> all(${passedOver}::uuid[])
        order by id limit 1 for update skip locked`,
    );
    if (event === undefined) return false;
    // What a person wrote into it (a mail) is needed no longer.
    if (await handle(event)) {
      await sql`update outbox set taken_at = ${ctx.clock.now()}, payload = '{}'::jsonb
                where id = ${event.id}`.execute(tx);
    }
    return true;
  });
}
