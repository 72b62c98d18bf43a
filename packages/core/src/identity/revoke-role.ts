// Takes a role back. It stops holding at once; the last administrator stays.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, type Db, defineAct, firstRow, onlyRow } from "../kernel/index.ts";
import { territoryPath } from "../territory/index.ts";
import { identityErrors } from "./errors.ts";
import { renewSessions } from "./store.ts";

/** Where a role is held. */
export interface HeldAt {
  readonly organisation_id: string | null;
  readonly territory_id: string | null;
  readonly agreement_id: string | null;
}

interface GrantRow extends HeldAt {
  readonly user_id: string | null;
  readonly api_key_id: string | null;
  readonly role: string;
}

export async function scopeOf(ctx: ActContext, { organisation_id, territory_id, agreement_id }: HeldAt) {
  return {
    ...(organisation_id !== null && { organisations: [organisation_id] }),
    ...(territory_id !== null && { territoryPath: await territoryPath(ctx.tx, territory_id) }),
    ...(agreement_id !== null && { agreementPath: [agreement_id] }),
  };
}

/** How many people who can sign in administer everything. */
export async function countAdministrators(db: Db): Promise<number> {
  const { n } = await onlyRow(db, sql<{ n: number }>`select count_administrators() as n`);
  return n;
}

/** Asked after the change, in its transaction. @throws `identity.last_administrator` */
export async function keepAnAdministrator(tx: Db, before: number): Promise<void> {
  if (before > 0 && (await countAdministrators(tx)) === 0) throw identityErrors.last_administrator();
}

export const revokeRole = defineAct({
  name: "identity.revoke_role",
  permission: "identity.manage_users",
  scope: "object",
  input: z.object({ grant: z.uuid(), reason: z.string().trim().min(1).max(500).nullish() }),
  output: z.object({}),
  async run(ctx, { grant, reason }) {
    await sql`select pg_advisory_xact_lock(hashtextextended('identity.administrators', 0))`.execute(ctx.tx);
    const before = await countAdministrators(ctx.tx);
    const found = await firstRow(
      ctx.tx,
      sql<GrantRow>`
        select user_id, api_key_id, role, organisation_id, territory_id, agreement_id from role_grants
        where id = ${grant} and revoked_at is null for update`,
    );
    if (found === undefined) throw identityErrors.grant_unknown({ grant });
    ctx.authorise(await scopeOf(ctx, found));
    const { user_id, api_key_id, role } = found;
    // before: without her last role here she is nobody that a region's administrator sees
    if (user_id !== null) await renewSessions(ctx.tx, user_id);
    await sql`update role_grants set revoked_at = ${ctx.clock.now()}, revoked_by = ${ctx.actor.id}
              where id = ${grant}`.execute(ctx.tx);
    await keepAnAdministrator(ctx.tx, before);
    const object =
      user_id === null ? { kind: "api_key", id: api_key_id ?? "" } : { kind: "user", id: user_id };
    await ctx.journal({ object, before: { granted: { id: grant, role } }, reason });
    return {};
  },
});
