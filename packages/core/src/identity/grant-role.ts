// Gives a role to somebody, where it holds and until when. Who may give it, may give it there and nowhere else.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, firstRow, plainDate, rows, type Scope } from "../kernel/index.ts";
import { organisationKey, organisationOf } from "../organisations/index.ts";
import { territoryErrors, territoryPath } from "../territory/index.ts";
import { identityErrors } from "./errors.ts";
import { role } from "./model.ts";
import { renewSessions, userOf } from "./store.ts";

/** Where a role is held. Nothing given: everywhere. */
export const grantPlace = z.object({
  role,
  organisation: organisationKey.nullish(),
  /** The id of a place of any level; what lies below is included. */
  territory: z.uuid().nullish(),
  /** The id of an agreement; what lies below is included. */
  agreement: z.uuid().nullish(),
  /** The last day on which it holds. */
  until: plainDate.nullish(),
});
type Place = z.output<typeof grantPlace>;

export interface ReadGrant {
  readonly role: Place["role"];
  readonly organisation: string | null;
  readonly territory: string | null;
  readonly agreement: string | null;
  readonly until: string | null;
}

/** The grant with ids, and where it lies. @throws `organisations.unknown`, `territory.unknown`, `identity.grant_over` */
export async function readGrant(ctx: ActContext, given: Place): Promise<{ grant: ReadGrant; scope: Scope }> {
  const { role, territory = null, agreement = null, until = null } = given;
  const organisation = given.organisation ? (await organisationOf(ctx.tx, given.organisation)).id : null;
  if (territory !== null) {
    const known = await firstRow(ctx.tx, sql`select 1 from territories where id = ${territory}`);
    if (known === undefined) throw territoryErrors.unknown({ place: territory, near: "none" });
  }
  if (until !== null && until < dayOf(ctx.clock.now(), ctx.timeZone))
    throw identityErrors.grant_over({ until });
  const scope = {
    ...(organisation !== null && { organisations: [organisation] }),
    ...(territory !== null && { territoryPath: await territoryPath(ctx.tx, territory) }),
    ...(agreement !== null && { agreementPath: [agreement] }),
  };
  return { grant: { role, organisation, territory, agreement, until }, scope };
}

/** Writes the grant of a user or of a key. @throws `identity.grant_exists` when the same one holds already */
export async function insertGrant(
  ctx: ActContext,
  holder: { readonly user: string } | { readonly key: string },
  { role, organisation, territory, agreement, until }: ReadGrant,
): Promise<string> {
  const user = "user" in holder ? holder.user : null;
  const key = "key" in holder ? holder.key : null;
  const [same] = await rows(
    ctx.tx,
    sql`
      select 1 from role_grants
      where user_id is not distinct from ${user}::uuid and api_key_id is not distinct from ${key}::uuid
        and role = ${role} and organisation_id is not distinct from ${organisation}::uuid
        and territory_id is not distinct from ${territory}::uuid
        and agreement_id is not distinct from ${agreement}::uuid and revoked_at is null
        and coalesce(until_on, 'infinity') >= coalesce(${until}::date, 'infinity')`,
  );
  if (same !== undefined) throw identityErrors.grant_exists({ role });
  const id = ctx.ids.next();
  await sql`
    insert into role_grants (id, user_id, api_key_id, role, organisation_id, territory_id, agreement_id, until_on,
                             granted_by, granted_at)
    values (${id}, ${user}, ${key}, ${role}, ${organisation}, ${territory}, ${agreement}, ${until},
            ${ctx.actor.id}, ${ctx.clock.now()})`.execute(ctx.tx);
  return id;
}

export const grantRole = defineAct({
  name: "identity.grant_role",
  permission: "identity.manage_users",
  scope: "object",
  input: grantPlace.extend({
    user: z.string().min(1).max(254),
    reason: z.string().trim().min(1).max(500).nullish(),
  }),
  output: z.object({ grant: z.uuid() }),
  async run(ctx, { user: key, reason, ...place }) {
    const { grant, scope } = await readGrant(ctx, place);
    ctx.authorise(scope);
    const user = await userOf(ctx.tx, key);
    const id = await insertGrant(ctx, { user: user.id }, grant);
    await renewSessions(ctx.tx, user.id);
    await ctx.journal({
      object: { kind: "user", id: user.id },
      after: { granted: { id, ...grant } },
      reason,
    });
    return { grant: id };
  },
});
