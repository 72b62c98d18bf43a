// Adds one territory by hand: a region of the fictional nation, a new commune, a foreign country.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, firstRow, lineText, space } from "../kernel/index.ts";
import { territoryErrors } from "./errors.ts";
import { parentKind, type TerritoryKind, territoryKind, territoryType, typeFits } from "./model.ts";
import {
  addSpellings,
  officialNames,
  renameTerritories,
  upsertStatistics,
  upsertTerritories,
} from "./store.ts";

const codeText = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,31}$/, "letters, digits, dots and hyphens");
const name = z.string().trim().min(1).max(200);
const place = z.object({ scheme: codeText, code: codeText });

const statistic = z.object({
  measure: z.enum([
    "population",
    "households",
    "active",
    "employed",
    "unemployed",
    "activity_rate",
    "unemployment_rate",
  ]),
  method: z.enum(["census", "survey"]),
  year: z.int().min(1900).max(2200),
  sex: z.enum(["F", "M", "all"]).default("all"),
  milieu: z.enum(["urban", "rural", "all"]).default("all"),
  value: z.number().nonnegative(),
  source: lineText.min(1),
});

const input = z.object({
  space,
  ...place.shape,
  kind: territoryKind,
  parent: place.nullable().default(null),
  type: territoryType.nullable().default(null),
  name: z.object({
    fr: name,
    ar: name,
    en: name.nullable().default(null),
    zgh: name.nullable().default(null),
  }),
  arReviewed: z.boolean().default(false),
  spellings: z.array(z.object({ language: z.enum(["fr", "ar", "en", "zgh"]), name })).default([]),
  statistics: z.array(statistic).default([]),
});
type Input = z.output<typeof input>;

/**
 * @throws `territory.code_taken`, `territory.nation_exists`, `territory.parent_kind_wrong` (a region lies in the nation,
 *         a province in a region, a commune in a province), `territory.type_wrong`, `territory.unknown` (the parent).
 */
export const addTerritory = defineAct({
  name: "territory.add",
  permission: "territory.load",
  input,
  output: z.object({ id: z.uuid() }),
  run: async (ctx, given) => {
    await refuseTaken(ctx, given);
    if (!typeFits(given.kind, given.type))
      throw territoryErrors.type_wrong({ type: given.type, kind: given.kind });
    const parentId = await parentOf(ctx, given);
    const { space: where, name: names, parent, spellings, statistics, ...rest } = given;
    const row = { ...rest, ...names, id: ctx.ids.next(), parentId, seat: null };
    await upsertTerritories(ctx.tx, where, [row]);
    await renameTerritories(ctx.tx, officialNames(row), dayOf(ctx.clock.now(), ctx.timeZone));
    await addSpellings(
      ctx.tx,
      spellings.map((spelling) => ({ ...spelling, id: row.id })),
    );
    await upsertStatistics(
      ctx.tx,
      where,
      statistics.map((figure) => ({ ...figure, scheme: given.scheme, code: given.code })),
    );
    await ctx.journal({ object: { kind: "territory", id: row.id }, after: given });
    return { id: row.id };
  },
});

async function refuseTaken(ctx: ActContext, given: Input): Promise<void> {
  const taken = await firstRow(
    ctx.tx,
    sql<{ kind: TerritoryKind; code: string; name: string }>`
      select kind, code, name_fr as name from territories
      where space = ${given.space}
        and ((scheme = ${given.scheme} and code = ${given.code}) or (kind = 'nation' and ${given.kind} = 'nation'))
      order by code <> ${given.code} limit 1`,
  );
  if (taken === undefined) return;
  if (taken.code === given.code) throw territoryErrors.code_taken({ code: given.code, name: taken.name });
  throw territoryErrors.nation_exists({ code: taken.code, name: taken.name });
}

async function parentOf(ctx: ActContext, given: Input): Promise<string | null> {
  const expected = parentKind[given.kind];
  const { parent } = given;
  if (parent === null && expected === null) return null;
  if (parent === null || expected === null) throw wrongParent(given.kind, "none");
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string; kind: TerritoryKind }>`
      select id, kind from territories
      where space = ${given.space} and scheme = ${parent.scheme} and code = ${parent.code}`,
  );
  if (found === undefined) throw territoryErrors.unknown({ place: parent.code, near: "none" });
  if (found.kind !== expected) throw wrongParent(given.kind, found.kind);
  return found.id;
}

function wrongParent(kind: TerritoryKind, given: string) {
  return territoryErrors.parent_kind_wrong({ kind, expected: parentKind[kind] ?? "none", given });
}
