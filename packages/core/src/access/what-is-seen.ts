// GET /access/of: what somebody with these roles and places can see, asked of the database itself and said in words.
import { sql } from "kysely";
import { z } from "zod";
import {
  type Actor,
  actorOf,
  type Context,
  type Db,
  defineQuery,
  inReading,
  maySomewhere,
  onlyRow,
  permissionsOfRole,
  type QueryContext,
  type RoleGrant,
  roles,
} from "../kernel/index.ts";
import { type FoundGrant, findPlaces } from "./find-places.ts";
import { areasOf, readGrant } from "./model.ts";
import { type Counts, inWords } from "./say.ts";

const count = z.object({ seen: z.int(), all: z.int() });
const counts = z.object({
  agreements: count,
  commitments: count,
  contributions: count,
  events: count,
  documents: count,
  declarations: count,
  facts: count,
});
const words = z.array(z.string());

export const whatIsSeen = defineQuery({
  name: "access.of",
  permission: "access.read",
  input: z.object({
    /** `R7@territory=03`, `R5@organisation=ALFA`, `R10`; several roles are seen together. */
    grants: z.array(z.string().max(200)).min(1).max(50),
  }),
  output: z.object({
    grants: z.array(
      z.object({
        role: z.enum(roles),
        /** The names of its places; none: everywhere. */
        places: words,
        reads: words,
        acts: words,
      }),
    ),
    /** What the database shows, of what the asker sees herself. */
    counts,
    identities: z.boolean(),
    sensitivePopulations: z.boolean(),
    changesSomething: z.boolean(),
    words: z.object({ fr: words, ar: words, en: words }),
  }),
  async run(ctx, asked) {
    const found: FoundGrant[] = [];
    for (const written of asked.grants) found.push(await findPlaces(ctx.tx, readGrant(written)));
    const actor = somebodyWith(ctx, found);
    const seen = {
      grants: found.map(({ role, names }) => ({
        ...{ role, places: [...names] },
        ...areasOf(permissionsOfRole(role, ctx.permissions)),
      })),
      counts: await countsOf(ctx, actor),
      identities: maySomewhere(actor, "people.find"),
      sensitivePopulations: maySomewhere(actor, "results.read_sensitive"),
    };
    const changesSomething = seen.grants.some(({ acts }) => acts.length > 0);
    return { ...seen, changesSomething, words: inWords({ ...seen, changesSomething }) };
  },
});

/** Nobody in particular: what a person recorded herself she sees besides. */
const somebodyWith = (ctx: Context, grants: readonly RoleGrant[]): Actor =>
  actorOf({ id: ctx.ids.random(), kind: "user", label: "somebody" }, grants, ctx.permissions);

async function countsOf(ctx: QueryContext, actor: Actor): Promise<Counts> {
  const { transaction: _, ...outside } = ctx;
  const [all, seen] = [await countAll(ctx.tx), await inReading({ ...outside, actor }, countAll)];
  const names = Object.keys(all) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, { seen: seen[name], all: all[name] }])) as Counts;
}

const countAll = (db: Db) =>
  onlyRow(
    db,
    sql<Record<keyof Counts, number>>`
      select (select count(*) from agreements) as agreements, (select count(*) from commitments) as commitments,
             (select count(*) from contributions) as contributions, (select count(*) from events) as events,
             (select count(*) from documents) as documents, (select count(*) from declarations) as declarations,
             (select count(*) from facts) as facts`,
  );
