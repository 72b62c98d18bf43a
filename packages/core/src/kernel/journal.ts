import { sql } from "kysely";
import { canonicalJson } from "./canonical-json.ts";
import type { Context } from "./context.ts";
import type { Db } from "./database.ts";

/** What an act did to one object. `before` and `after` hold the fields that changed, as plain JSON values. */
export interface JournalEntry {
  readonly object: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  /** Why, in the words of the person who acts. */
  readonly reason?: string | null;
}

/** Appends one journal row in the act's transaction; returns its id. Called through `ctx.journal` only. */
export async function writeJournal(tx: Db, ctx: Context, act: string, entry: JournalEntry): Promise<string> {
  const json = (value: unknown) => (value === undefined || value === null ? null : canonicalJson(value));
  const id = ctx.ids.next();
  await sql`
      insert into journal (id, at, actor, actor_label, act, object_kind, object_id, before, after, reason)
      values (${id}, ${ctx.clock.now()}, ${ctx.actor.id}, ${ctx.actor.label}, ${act},
              ${entry.object.kind}, ${entry.object.id}, ${json(entry.before)}::json, ${json(entry.after)}::json,
              ${entry.reason ?? null})`.execute(tx);
  return id;
}
