// One-time links for partners who have no account to remember (US-19). A folder above makes one for its own object in
// its own act; the first browser that opens it keeps a narrow session until the answer is given or the time is over.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, type Context, type Db, defineAct, firstRow, onlyRow } from "../kernel/index.ts";
import { onAsOwner } from "./as-owner.ts";
import { identityErrors } from "./errors.ts";
import { from, later, networkOf, tokenText } from "./model.ts";
import { hashToken, newToken } from "./secrets.ts";

export interface AccessLink {
  readonly objectKind: string;
  readonly objectId: string;
  readonly organisation: string;
  /** To whom it goes: a function at a partner. */
  readonly label: string;
  readonly days: number;
}

/** Makes a link inside an act of a folder above; earlier ones for the same object are over. Returns its token. */
export async function makeAccessLink(
  ctx: ActContext,
  link: AccessLink,
): Promise<{ id: string; token: string }> {
  const at = ctx.clock.now();
  const id = ctx.ids.next();
  const { token, hash } = newToken();
  await sql`select end_links_of(${link.objectId}, ${at})`.execute(ctx.tx);
  await sql`
    insert into access_links (id, token_hash, object_kind, object_id, organisation_id, label, made_by, recorded_at,
                              expires_at)
    values (${id}, ${hash}, ${link.objectKind}, ${link.objectId}, ${link.organisation}, ${link.label}, ${ctx.actor.id},
            ${at}, ${later(at, link.days * 86_400_000)})`.execute(ctx.tx);
  return { id, token };
}

/** For what a link was made. Nothing for an actor who is none. */
export function linkOf(
  db: Db,
  actor: Context["actor"],
): Promise<{ objectKind: string; objectId: string } | undefined> {
  if (actor.kind !== "link") return Promise.resolve(undefined);
  return firstRow(
    db,
    sql<{ objectKind: string; objectId: string }>`
      select object_kind as "objectKind", object_id as "objectId" from access_links where id = ${actor.id}`,
  );
}

/** Nothing more can be done through the link; what was done can be read again in the same browser. */
export async function spendLink(tx: Db, link: string, at: Date): Promise<void> {
  await sql`update access_links set spent_at = ${at} where id = ${link} and spent_at is null`.execute(tx);
}

interface LinkRow {
  readonly id: string;
  readonly label: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly expires_at: Date;
  readonly opened_at: Date | null;
}

/**
 * Opens a link in a browser, once; the same browser may open it again with its session (`session`).
 * @throws `identity.link_over`, `identity.link_elsewhere`
 */
export const openLink = defineAct({
  name: "identity.open_link",
  permission: "door.enter",
  input: z.object({ token: tokenText, from, session: z.uuid().nullish() }),
  output: z.object({
    link: z.uuid(),
    objectKind: z.string(),
    objectId: z.uuid(),
    /** Null when the browser has its session already. */
    opened: z.object({ token: z.string(), expiresAt: z.date() }).nullable(),
  }),
  async run(ctx, { token, from: { address, device }, session }) {
    const at = ctx.clock.now();
    const { id } = await onlyRow(
      ctx.tx,
      sql<{ id: string | null }>`select link_at_door(${hashToken(token)}, ${at}) as id`,
    );
    if (id === null) throw identityErrors.link_over();
    const asLink = <T>(write: () => Promise<T>) => onAsOwner(ctx.tx, ctx.actor, id, write);
    const link = await asLink(() =>
      onlyRow(
        ctx.tx,
        sql<LinkRow>`
          select id, label, object_kind, object_id, expires_at, opened_at from access_links where id = ${id}
          for update`,
      ),
    );
    const told = { link: link.id, objectKind: link.object_kind, objectId: link.object_id };
    await ctx.journal({
      object: { kind: "access_link", id: link.id },
      after: { opened: link.opened_at === null ? "first" : "again", label: link.label },
    });
    if (link.opened_at !== null) {
      const own = await asLink(() =>
        firstRow(
          ctx.tx,
          sql`select 1 from sessions where id = ${session ?? null}::uuid and link_id = ${id} and ended_at is null`,
        ),
      );
      if (own === undefined) throw identityErrors.link_elsewhere();
      return { ...told, opened: null };
    }
    const { token: own, hash } = newToken();
    await asLink(async () => {
      await sql`update access_links set opened_at = ${at} where id = ${id}`.execute(ctx.tx);
      await sql`
        insert into sessions (id, token_hash, link_id, method, device, place, started_at, last_used_at, expires_at)
        values (${ctx.ids.next()}, ${hash}, ${id}, 'link', ${device}, ${networkOf(address)}, ${at}, ${at},
                ${link.expires_at})`.execute(ctx.tx);
    });
    return { ...told, opened: { token: own, expiresAt: link.expires_at } };
  },
});
