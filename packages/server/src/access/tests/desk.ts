// What lies on the desks around the four agreements: an account, a role and a key that hold there, a request to the
// partner, a text that waits for review; and an account for everybody who asks.
import { keepIntake } from "@iltizam/core/drafts";
import { grantRole, inviteUser, makeApiKey } from "@iltizam/core/identity";
import { type Context, nameActor, type Role, roles } from "@iltizam/core/kernel";
import { askDeclaration } from "@iltizam/core/requests";
import { agreementNames, type TwoAgreement, type TwoOfEach } from "@iltizam/testkit/two-of-each";
import { sql } from "kysely";

export interface Desk {
  /** A mail. */
  readonly account: string;
  /** Ids. */
  readonly grant: string;
  readonly key: string;
  readonly request: string;
  readonly intake: string;
}
/** An agreement with what lies on its desk. */
export type File = TwoAgreement & Desk;
export type Files = Readonly<Record<(typeof agreementNames)[number], File>>;

export async function layDesks({ ctx, agreements, id }: TwoOfEach): Promise<Files> {
  const laid: [string, File][] = [];
  for (const [number, name] of agreementNames.entries()) {
    const file = agreements[name];
    laid.push([name, { ...file, ...(await layDesk(ctx, file, id(file.region), number)) }]);
  }
  await openAccounts(ctx);
  return Object.fromEntries(laid) as Files;
}

async function layDesk(ctx: Context, file: TwoAgreement, territory: string, number: number): Promise<Desk> {
  const account = `${file.reference.toLowerCase()}@exemple.test`;
  const { user } = await inviteUser(ctx, { mail: account, name: file.reference, send: false });
  const { grant } = await grantRole(ctx, { user, role: "R2", territory });
  const { id: key } = await makeApiKey(ctx, { name: file.reference, roles: [{ role: "R2", territory }] });
  const asked = { agreement: file.reference, organisation: file.company, send: false };
  const { request } = await askDeclaration(ctx, {
    ...asked,
    period: { from: "2026-04-01", to: "2026-04-30" },
  });
  const { id: intake } = await keepIntake(ctx, {
    ...{
      space: "simulated",
      fileName: `${file.reference}.txt`,
      hash: String(number).repeat(64),
      publishedOn: null,
    },
  });
  return { account, grant, key, request, intake };
}

export const idOfRole = (role: Role) => `00000000-0000-7000-8000-0000000001${role.slice(1).padStart(2, "0")}`;

async function openAccounts(ctx: Context): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "test");
    await sql`
      insert into users (id, mail, mail_folded, name, language, state, recorded_at)
      select id, role || '@exemple.test', lower(role) || '@exemple.test', role, 'fr', 'active', ${ctx.clock.now()}
      from unnest(${roles.map(idOfRole)}::uuid[], ${[...roles]}::text[]) as r (id, role)`.execute(tx);
  });
}
