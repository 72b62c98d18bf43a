// Reads of the register: the tree, one territory with everything above it, search, and the index for imports.
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, firstRow, keyText, rows, type Space, space } from "../kernel/index.ts";
import { territoryErrors } from "./errors.ts";
import {
  comparable,
  type PlaceName,
  type Places,
  placesOf,
  type Territory,
  territory,
  territoryKind,
  territoryKinds,
} from "./model.ts";

const columns = sql`
  t.id, t.scheme, t.code, t.kind, t.type, t.parent_id as "parentId",
  jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar, 'en', t.name_en, 'zgh', t.name_zgh) as name,
  t.ar_reviewed as "arReviewed"`;

const branch = territory.extend({ parentCode: z.string().nullable(), children: z.int() });

/**
 * The tree from the nation down to `depth` (default: provinces), parents before children, each with the number of its
 * children; under `under`, only what lies directly in it.
 */
export const territoryTree = defineQuery({
  name: "territory.tree",
  permission: "territory.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    depth: z.enum(["region", "province", "commune"]).default("province"),
    under: keyText.optional(),
    /** The foreign countries too, which stand beside the tree. */
    beside: z.literal("abroad").optional(),
  }),
  output: z.array(branch),
  run: ({ tx }, { space: where, depth, under, beside }) => {
    const kinds = [
      ...territoryKinds.slice(0, territoryKinds.indexOf(depth) + 1),
      ...(beside ? [beside] : []),
    ];
    const chosen = under === undefined ? sql`t.kind = any(${kinds}::text[])` : sql`p.code = ${under}`;
    return rows(
      tx,
      sql<z.infer<typeof branch>>`
        select ${columns}, p.code as "parentCode", count(c.id)::int as children
        from territories t
        left join territories p on p.id = t.parent_id
        left join territories c on c.parent_id = t.id
        where t.space = ${where} and ${chosen}
        group by t.id, p.code
        order by array_position(${[...territoryKinds]}::text[], t.kind), t.code`,
    );
  },
});

const detail = territory.extend({
  path: z.array(territory),
  names: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      kind: z.string(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
    }),
  ),
  statistics: z.array(
    z.object({
      measure: z.string(),
      method: z.string(),
      year: z.int(),
      sex: z.string(),
      milieu: z.string(),
      value: z.number(),
      source: z.string(),
    }),
  ),
});

/** One territory, everything above it (itself first), its names with their days, and its figures with their method. */
export const territoryDetail = defineQuery({
  name: "territory.detail",
  permission: "territory.read",
  scope: "somewhere",
  input: z.object({ space: space.default("real"), code: keyText }),
  output: detail,
  run: async ({ tx }, { space: where, code }) => {
    const found = await requireTerritory(tx, where, code);
    const [path, names, statistics] = [
      await territoryUp(tx, found.id),
      await rows(
        tx,
        sql<z.infer<typeof detail>["names"][number]>`
          select name, language, kind, valid_from as "validFrom", valid_to as "validTo" from territory_names
          where territory_id = ${found.id} order by kind, language, valid_from nulls first, name`,
      ),
      await rows(
        tx,
        sql<z.infer<typeof detail>["statistics"][number]>`
          select measure, method, year, sex, milieu, value::float8 as value, source from territory_statistics
          where territory_id = ${found.id} order by measure, method, year, sex, milieu`,
      ),
    ];
    return { ...found, path, names, statistics };
  },
});

/**
 * Territories whose name, former name or spelling resembles the text, best first: the same name, a beginning, a part,
 * then the same consonants; wider territories before narrower ones.
 */
export const searchTerritories = defineQuery({
  name: "territory.search",
  permission: "territory.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    text: z.string().trim().min(1).max(100),
    kind: territoryKind.optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.array(territory.extend({ matched: z.string() })),
  run: ({ tx }, { space: where, text, kind, limit }) => {
    const { folded, consonants } = comparable(text);
    return rows(
      tx,
      sql<Territory & { matched: string }>`
        with named as (
          select distinct on (n.territory_id) n.territory_id, n.name as matched,
                 case when n.folded = ${folded} then 1 when starts_with(n.folded, ${folded}) then 2
                      when strpos(n.folded, ${folded}) > 0 then 3 else 4 end as rank
          from territory_names n
          where strpos(n.folded, ${folded}) > 0 or n.consonants = ${consonants}
          order by n.territory_id, rank, n.kind)
        select ${columns}, coalesce(named.matched, t.code) as matched
        from territories t left join named on named.territory_id = t.id
        where t.space = ${where} and (named.rank is not null or t.code = ${text})
          and (${kind ?? null}::text is null or t.kind = ${kind ?? null})
        order by coalesce(named.rank, 0), array_position(${[...territoryKinds]}::text[], t.kind), t.code
        limit ${limit}`,
    );
  },
});

/** The territory of this code in any scheme. @throws `territory.unknown` with names that come near. */
export async function requireTerritory(tx: Db, where: Space, code: string): Promise<Territory> {
  const found = await firstRow(
    tx,
    sql<Territory>`select ${columns} from territories t where t.space = ${where} and t.code = ${code}`,
  );
  if (found !== undefined) return found;
  throw territoryErrors.unknown({ place: code, near: (await nearTo(tx, where, code)) || "none" });
}

async function nearTo(tx: Db, where: Space, text: string): Promise<string> {
  const near = await rows(
    tx,
    sql<{ code: string; name: string }>`
      select t.code, t.name_fr as name from territory_names n join territories t on t.id = n.territory_id
      where t.space = ${where} and n.folded = ${foldName(text)} group by t.id order by t.code limit 3`,
  );
  return near.map(({ code, name }) => `${code} ${name}`).join(", ");
}

/** The territory and everything above it, itself first: commune, province, region, nation. */
export function territoryUp(tx: Db, id: string): Promise<Territory[]> {
  return rows(
    tx,
    sql<Territory>`
      select ${columns} from unnest(territory_path(${id}::uuid)) with ordinality as up (id, depth)
      join territories t on t.id = up.id order by up.depth`,
  );
}

/** The same path as identifiers only, for scopes and visibility. */
export async function territoryPath(tx: Db, id: string): Promise<string[]> {
  const row = await firstRow(tx, sql<{ path: string[] | null }>`select territory_path(${id}::uuid) as path`);
  return row?.path ?? [];
}

/** Every territory of a space with all its names, as an index in memory (about 1,600 territories, read once a file). */
export async function readPlaces(tx: Db, where: Space): Promise<Places> {
  const territories = await rows(
    tx,
    sql<Territory>`select ${columns} from territories t where t.space = ${where}`,
  );
  const names = await rows(
    tx,
    sql<PlaceName>`
      select distinct n.territory_id as "territoryId", n.folded from territory_names n
      join territories t on t.id = n.territory_id where t.space = ${where}`,
  );
  return placesOf(territories, names);
}
