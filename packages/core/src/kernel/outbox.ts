import { sql } from "kysely";
import { canonicalJson } from "./canonical-json.ts";
import type { Context } from "./context.ts";
import type { Db } from "./database.ts";

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
