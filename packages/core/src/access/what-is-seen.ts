// GET /access/of: what somebody with these roles and places can see, asked of the database itself and said in words.
import { z } from "zod";
import {
  type Actor,
  actorOf,
  type Context,
  defineQuery,
  maySomewhere,
  plainDate,
  type QueryContext,
  roles,
} from "../kernel/index.ts";
import { agreementsSeen, counts, countsOf } from "./count-seen.ts";
import { accessErrors } from "./errors.ts";
import { type FoundGrant, findPlaces } from "./find-places.ts";
import { type Holder, heldGrants, holderOf } from "./held-grants.ts";
import { areasOf, changesFiles, ownRightsOf, place, readGrant } from "./model.ts";
import { inWords } from "./say.ts";

const words = z.array(z.string());
const grant = z.object({
  role: z.enum(roles),
  /** None: everywhere. */
  places: z.array(place),
  /** The last day on which it holds. */
  until: plainDate.nullable(),
  /** Held by the account that is asked about; false: asked about before it is given. */
  held: z.boolean(),
  reads: words,
  acts: words,
  /** How many agreements this role shows there, alone. */
  agreements: z.int(),
});

interface AskedGrant extends FoundGrant {
  readonly until: string | null;
  readonly held: boolean;
}

export const whatIsSeen = defineQuery({
  name: "access.of",
  permission: "access.read",
  input: z.object({
    /** `R7@territory=03`, `R5@organisation=ALFA`, `R10`; several roles are seen together. */
    grants: z.array(z.string().max(200)).max(50).default([]),
    /** An account: what it holds today, and `grants` besides, as if they were given. */
    user: z.uuid().optional(),
  }),
  output: z.object({
    user: z.object({ id: z.uuid(), name: z.string(), state: z.string() }).nullable(),
    grants: z.array(grant),
    /** What the database shows, of all there is. */
    counts,
    identities: z.boolean(),
    sensitivePopulations: z.boolean(),
    changesSomething: z.boolean(),
    words: z.object({ fr: words, ar: words, en: words }),
  }),
  async run(ctx, { grants, user }) {
    if (user === undefined && grants.length === 0)
      throw accessErrors.nothing_asked({ form: "R5@organisation=ALFA" });
    const holder = user === undefined ? null : await holderOf(ctx.tx, user);
    const asked = [...(await heldBy(ctx, holder)), ...(await given(ctx, grants))];
    const actor = somebodyWith(ctx, asked, holder);
    const seen = {
      grants: await describeEach(ctx, asked),
      counts: await countsOf(ctx, actor),
      identities: maySomewhere(actor, "people.find"),
      sensitivePopulations: maySomewhere(actor, "results.read_sensitive"),
      changesSomething: asked.some(({ role }) => changesFiles(ownRightsOf(role, ctx.permissions))),
    };
    return { ...seen, user: holder, words: inWords(seen) };
  },
});

async function heldBy(ctx: QueryContext, holder: Holder | null): Promise<AskedGrant[]> {
  if (holder === null) return [];
  const held = await heldGrants(ctx, ctx.tx, holder.id);
  const found: AskedGrant[] = [];
  for (const { grant: one, until } of held)
    found.push({ ...(await findPlaces(ctx.tx, one)), until, held: true });
  return found;
}

async function given(ctx: QueryContext, grants: readonly string[]): Promise<AskedGrant[]> {
  const found: AskedGrant[] = [];
  for (const written of grants)
    found.push({ ...(await findPlaces(ctx.tx, readGrant(written))), until: null, held: false });
  return found;
}

/** One after the other: each is asked as somebody else, on the one connection of this reading. */
async function describeEach(ctx: QueryContext, asked: readonly AskedGrant[]) {
  const described: z.output<typeof grant>[] = [];
  for (const one of asked) {
    const { role, places, until, held } = one;
    described.push({
      ...{ role, places: [...places], until, held },
      ...areasOf(ownRightsOf(role, ctx.permissions)),
      agreements: await agreementsSeen(ctx, somebodyWith(ctx, [one], null)),
    });
  }
  return described;
}

/** Nobody in particular, or the account itself, which sees besides what it recorded. */
const somebodyWith = (ctx: Context, grants: readonly FoundGrant[], holder: Holder | null): Actor =>
  actorOf(
    { id: holder?.id ?? ctx.ids.random(), kind: "user", label: holder?.name ?? "somebody" },
    grants,
    ctx.permissions,
  );
