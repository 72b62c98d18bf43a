// Keys of machines: the whole key is shown once, its roles are given with it, and it has an end.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, defineQuery, rows } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { grantPlace, insertGrant, readGrant } from "./grant-role.ts";
import { heldGrant, heldGrantJson } from "./held-grant.ts";
import { later, lifetimes } from "./model.ts";
import { type HeldAt, scopeOf } from "./revoke-role.ts";
import { newToken, randomLetters } from "./secrets.ts";

const day = 86_400_000;

/** @throws `identity.key_lasts_too_long`; `kernel.not_allowed` for a role somewhere that the maker does not administer */
export const makeApiKey = defineAct({
  name: "identity.make_api_key",
  permission: "identity.manage_keys",
  scope: "object",
  input: z.object({
    /** Which machine, for what: «monthly import of CNSS». */
    name: z.string().trim().min(2).max(120),
    days: z.int().min(1).default(90),
    roles: z.array(grantPlace).min(1).max(20),
  }),
  output: z.object({ id: z.uuid(), key: z.string(), expiresAt: z.date() }),
  async run(ctx, { name, days, roles }) {
    const most = lifetimes.apiKeyAtMost / day;
    if (days > most) throw identityErrors.key_lasts_too_long({ days: most });
    const id = ctx.ids.next();
    const prefix = randomLetters(10);
    const { token, hash } = newToken();
    const at = ctx.clock.now();
    const expiresAt = later(at, days * day);
    await sql`
      insert into api_keys (id, prefix, secret_hash, name, made_by, expires_at, recorded_at)
      values (${id}, ${prefix}, ${hash}, ${name}, ${ctx.actor.id}, ${expiresAt}, ${at})`.execute(ctx.tx);
    for (const place of roles) {
      const { grant, scope } = await readGrant(ctx, place);
      ctx.authorise(scope);
      await insertGrant(ctx, { key: id }, grant);
    }
    await ctx.journal({ object: { kind: "api_key", id }, after: { name, prefix, expiresAt, roles } });
    return { id, key: `itz_${prefix}_${token}`, expiresAt };
  },
});

const listedKey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The part that is shown: enough to know which key it is, and not to use it. */
  prefix: z.string(),
  recordedAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  revokedAt: z.coerce.date().nullable(),
  grants: z.array(heldGrant),
});

export const listApiKeys = defineQuery({
  name: "identity.list_api_keys",
  permission: "identity.manage_keys",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(listedKey),
  async run(ctx) {
    const found = await rows(
      ctx.tx,
      sql<z.input<typeof listedKey>>`
        select k.id, k.name, 'itz_' || k.prefix as prefix, k.recorded_at as "recordedAt", k.expires_at as "expiresAt",
               k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt",
               ${heldGrantJson(sql`g.api_key_id = k.id`)} as grants
        from api_keys k order by k.revoked_at is not null, k.recorded_at desc limit 500`,
    );
    return z.array(listedKey).parse(found);
  },
});

/** @throws `identity.key_unknown`; `kernel.not_allowed` when it holds a role where the actor administers nothing */
export const revokeApiKey = defineAct({
  name: "identity.revoke_api_key",
  permission: "identity.manage_keys",
  scope: "object",
  input: z.object({ key: z.uuid(), reason: z.string().trim().min(1).max(500).nullish() }),
  output: z.object({}),
  async run(ctx, { key, reason }) {
    const held = await rows(ctx.tx, sql<HeldAt>`select * from places_of_key(${key})`);
    for (const place of held) ctx.authorise(await scopeOf(ctx, place));
    const revoked = await rows(
      ctx.tx,
      sql`update api_keys set revoked_at = ${ctx.clock.now()}
          where id = ${key} and revoked_at is null returning id`,
    );
    if (revoked.length === 0) throw identityErrors.key_unknown({ key });
    await ctx.journal({ object: { kind: "api_key", id: key }, after: { revoked: true }, reason });
    return {};
  },
});
