// The accounts with the roles that they hold, for those who give roles and those who audit them.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, rows } from "../kernel/index.ts";
import { heldGrant, heldGrantJson } from "./held-grant.ts";
import { language, userState } from "./model.ts";

const listedUser = z.object({
  id: z.uuid(),
  mail: z.string(),
  name: z.string(),
  language,
  state: userState,
  demo: z.boolean(),
  hasSecondFactor: z.boolean(),
  recordedAt: z.date(),
  lastUsedAt: z.date().nullable(),
  grants: z.array(heldGrant),
});

export const listUsers = defineQuery({
  name: "identity.list_users",
  permission: "accounts.read_users",
  // who administers a region is shown by the database those who hold a role there
  scope: "somewhere",
  input: z.object({
    /** Words of the name or of the mail. */
    text: z.string().max(200).optional(),
    state: userState.optional(),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), users: z.array(listedUser) }),
  async run(ctx, { text, state, limit, offset }) {
    const words = `%${(text ?? "").toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    const found = await rows(
      ctx.tx,
      sql<z.input<typeof listedUser> & { total: number }>`
        select count(*) over () as total, u.id, u.mail, u.name, u.language, u.state, u.demo,
               u.recorded_at as "recordedAt",
               coalesce(a.has_second_factor, false) as "hasSecondFactor", a.last_used_at as "lastUsedAt",
               ${heldGrantJson(sql`g.user_id = u.id`)} as grants
        from users u cross join lateral account_use(u.id) a
        where (${state ?? null}::text is null or u.state = ${state ?? null})
          and (lower(u.name) like ${words} or u.mail_folded like ${words})
        order by lower(u.name), u.id limit ${limit} offset ${offset}`,
    );
    return {
      total: found[0]?.total ?? 0,
      users: found.map(({ total: _, ...user }) => listedUser.parse(user)),
    };
  },
});
