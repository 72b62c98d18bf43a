import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, seeingAll, withClient } from "@iltizam/testkit/database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Context,
  createContext,
  fixedClock,
  folderFileStore,
  openDatabase,
  rows,
  systemActor,
} from "../kernel/index.ts";
import { addTerritory } from "./add-territory.ts";
import { labourFigures } from "./labour.ts";
import { loadTerritory } from "./load-territory.ts";
import {
  readPlaces,
  searchTerritories,
  territoryDetail,
  territoryPath,
  territoryTree,
  territoryUp,
} from "./queries.ts";
import { registerRows } from "./register.ts";
import { requirePlace } from "./require-place.ts";

const database = await createTestDatabase();
const opened = openDatabase(seeingAll(database.appUrl));
const ctx: Context = createContext({
  db: opened.db,
  actor: systemActor,
  files: folderFileStore(join(tmpdir(), "iltizam-no-file-is-kept")),
  clock: fixedClock("2026-11-21T10:00:00Z"),
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

type Given = Parameters<typeof addTerritory>[1];
const real = { space: "real" } as const;
const codeOf = (found: readonly { code: string }[]) => found.map((one) => one.code);

beforeAll(async () => {
  expect(await loadTerritory(ctx, real)).toEqual({ territories: 1838, added: 1838, changed: 0, renamed: 0 });
});

describe("the register, loaded", () => {
  test("is unchanged by a second load", async () => {
    expect(await loadTerritory(ctx, real)).toEqual({ territories: 1838, added: 0, changed: 0, renamed: 0 });
    const [count] = await rows(
      ctx.db,
      sql<{ open: number }>`
        select count(*) as open from territory_names where kind = 'official' and valid_to is null`,
    );
    const named = registerRows().flatMap(({ fr, ar, en, zgh }) =>
      [fr, ar, en, zgh].filter((name) => name !== null),
    );
    expect(count?.open).toBe(named.length);
  });

  test("writes one journal row a load, in the name of its actor", async () => {
    const journal = await rows(
      ctx.db,
      sql<{ actor_label: string; after: { added: number } }>`
        select actor_label, after from journal where act = 'territory.load' order by at, id`,
    );
    expect(journal[0]).toMatchObject({ actor_label: "system", after: { added: 1838 } });
  });

  test("reads as a tree: nation, 12 regions, 75 provinces", async () => {
    const tree = await territoryTree(ctx, {});
    expect(tree).toHaveLength(88);
    expect(tree[0]).toMatchObject({ code: "MA", kind: "nation", parentCode: null, children: 12 });
    expect(tree.find((one) => one.code === "03")).toMatchObject({ parentCode: "MA", children: 9 });
    const communes = await territoryTree(ctx, { under: "03.231" });
    expect(communes.every((one) => one.kind === "commune" && one.parentCode === "03.231")).toBe(true);
  });

  test("holds the foreign countries beside the tree, for placements abroad", async () => {
    const places = await readPlaces(ctx.db, "real");
    const belgium = requirePlace(places, "abroad:BE");
    expect(belgium).toMatchObject({ kind: "abroad", parentId: null, name: { fr: "Belgique" } });
    expect(requirePlace(places, "بلجيكا").id).toBe(belgium.id);
    expect(places.path(belgium.id)).toEqual([belgium]);
  });

  test("leads from a commune up to the nation", async () => {
    const places = await readPlaces(ctx.db, "real");
    const commune = requirePlace(places, "Mohammadia", "commune");
    const up = await territoryUp(ctx.db, commune.id);
    expect(up.map((one) => one.kind)).toEqual(["commune", "province", "region", "nation"]);
    expect(await territoryPath(ctx.db, commune.id)).toEqual(up.map((one) => one.id));
    expect(codeOf(places.path(commune.id))).toEqual(codeOf(up));
  });

  test("tells a province with its path, names and figures", async () => {
    const fes = await territoryDetail(ctx, { code: "03.231" });
    expect(fes.path.map((one) => one.name.fr)).toEqual(["Fès", "Fès-Meknès", "Maroc"]);
    expect(fes.names.map((one) => one.name)).toContain("فاس");
    expect(fes.statistics.find((one) => one.measure === "population")).toMatchObject({
      method: "census",
      year: 2024,
    });
    await expect(territoryDetail(ctx, { code: "Fès" })).rejects.toMatchObject({
      code: "territory.unknown",
      params: { near: expect.stringContaining("03.231 Fès") },
    });
  });
});

test("who seeks work is told by the census for each region, by the survey for some, and for no province", async () => {
  const figures = await labourFigures(ctx, {});
  const of = (method: string, measure: string, year = 2024) =>
    figures.filter(
      (one) => one.method === method && one.measure === measure && one.year === year && one.sex === "all",
    );
  expect(of("census", "active").filter(({ milieu }) => milieu === "all")).toHaveLength(13);
  expect(of("survey", "unemployment_rate").map(({ territory }) => territory)).toEqual(
    expect.arrayContaining(["MA", "01", "06"]),
  );
  expect(of("survey", "active")).toEqual([]);
  expect(figures.filter(({ territory }) => territory.includes("."))).toEqual([]);
  const known = new Set(figures.map(({ method, source }) => `${method}: ${source.slice(0, 9)}`));
  expect(known).toEqual(new Set(["census: HCP, RGPH", "survey: press dig"]));
});

test("what is read is what the schemas promise", async () => {
  const outputs = [
    [territoryTree, await territoryTree(ctx, { depth: "commune" })],
    [labourFigures, await labourFigures(ctx, {})],
    [territoryDetail, await territoryDetail(ctx, { code: "03" })],
    [searchTerritories, await searchTerritories(ctx, { text: "Fès" })],
  ] as const;
  for (const [query, output] of outputs) expect(query.output.parse(output)).toEqual(output);
});

test("foreign countries stand beside the tree, for whoever asks for them", async () => {
  const union = { fr: "Union européenne", ar: "الاتحاد الأوروبي" };
  const place = { space: "real", scheme: "iso3166", code: "EU", kind: "abroad" } as const;
  await addTerritory(ctx, { ...place, name: union });
  const codes = async (beside?: "abroad") =>
    (await territoryTree(ctx, { depth: "region", beside })).map(({ code }) => code);
  expect(await codes()).not.toContain("EU");
  expect(await codes("abroad")).toEqual(expect.arrayContaining(["MA", "03", "EU"]));
});

describe("a search tolerant of spelling", () => {
  test.each([
    ["fes meknes", "03"],
    ["L'Oriental", "02"],
    ["Mohammedia", "06.371"],
    ["Mohamedia", "06.371"],
    ["Tangier", "01"],
    ["Taroudant", "09.541"],
    ["اڭادير إدا وتنان", "09.001"],
    ["الداخلة", "12"],
    ["03.231", "03.231"],
    ["Laayoun", "11.321"],
  ])("finds %s as %s", async (text, code) => {
    const found = await searchTerritories(ctx, { text });
    expect(codeOf(found)).toContain(code);
  });

  test("puts the same name first, then wider territories", async () => {
    const found = await searchTerritories(ctx, { text: "Fès" });
    expect(codeOf(found).slice(0, 2)).toEqual(["03.231", expect.stringMatching(/^03\.231\./)]);
    const communes = await searchTerritories(ctx, { text: "Fès", kind: "commune", limit: 1 });
    expect(communes.map((one) => one.kind)).toEqual(["commune"]);
  });

  test("finds nothing for what is nowhere", async () => {
    expect(await searchTerritories(ctx, { text: "Bruxelles" })).toEqual([]);
  });
});

test("a name that the register changes keeps its days, and is still found", async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'test', false)");
    await client.query("update territories set name_fr = 'Salé-Ancienne' where code = '04.441'");
    await client.query(
      `update territory_names set name = 'Salé-Ancienne', folded = 'sale anciene', consonants = 'sl ancn'
       where name = 'Salé' and language = 'fr'
         and territory_id = (select id from territories where code = '04.441')`,
    );
  });
  expect(await loadTerritory(ctx, { space: "real", since: "2025-01-01" })).toMatchObject({
    added: 0,
    changed: 1,
    renamed: 1,
  });
  const sale = await territoryDetail(ctx, { code: "04.441" });
  expect(sale.name.fr).toBe("Salé");
  expect(sale.names.filter((one) => one.language === "fr" && one.kind === "official")).toEqual([
    { name: "Salé-Ancienne", language: "fr", kind: "official", validFrom: null, validTo: "2024-12-31" },
    { name: "Salé", language: "fr", kind: "official", validFrom: "2025-01-01", validTo: null },
  ]);
  expect(codeOf(await searchTerritories(ctx, { text: "Salé Ancienne" }))).toEqual(["04.441"]);
});

test("a name that would end before it began is refused, and nothing is changed", async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'test', false)");
    await client.query(
      `update territory_names set name = 'Tazza', valid_from = '2026-01-01'
       where name = 'Taza' and language = 'fr' and territory_id = (select id from territories where code = '03.561')`,
    );
  });
  await expect(loadTerritory(ctx, { space: "real", since: "2026-01-01" })).rejects.toMatchObject({
    code: "territory.loaded_later",
    params: { name: "Tazza", from: "2026-01-01" },
  });
  await loadTerritory(ctx, { space: "real", since: "2026-01-02" });
});

describe("a territory added by hand", () => {
  const fictional = { space: "simulated", scheme: "fiction", arReviewed: false } as const;
  const nation: Given = {
    ...fictional,
    code: "XX",
    kind: "nation",
    name: { fr: "Pays fictif", ar: "بلد خيالي" },
  };
  const region: Given = {
    ...fictional,
    code: "90",
    kind: "region",
    parent: { scheme: "fiction", code: "XX" },
    name: { fr: "Région fictive", ar: "جهة خيالية", en: "Fictional region" },
    spellings: [{ language: "fr", name: "La Fictive" }],
    statistics: [
      { measure: "population", method: "census", year: 2024, value: 1_200_000, source: "simulation" },
    ],
  };

  test("lies in its space only, and is found by its spellings", async () => {
    await addTerritory(ctx, nation);
    const { id } = await addTerritory(ctx, region);
    const [found] = await searchTerritories(ctx, { space: "simulated", text: "fictive" });
    expect(found).toMatchObject({ id, code: "90", kind: "region" });
    expect(await searchTerritories(ctx, { text: "La Fictive" })).toEqual([]);
    const detail = await territoryDetail(ctx, { space: "simulated", code: "90" });
    expect(detail.path.map((one) => one.code)).toEqual(["90", "XX"]);
    expect(detail.statistics).toEqual([expect.objectContaining({ value: 1_200_000, source: "simulation" })]);
  });

  test("is refused under a code that is taken, as a second nation, in a wrong parent or with a wrong type", async () => {
    await expect(addTerritory(ctx, region)).rejects.toMatchObject({ code: "territory.code_taken" });
    await expect(addTerritory(ctx, { ...nation, code: "YY" })).rejects.toMatchObject({
      code: "territory.nation_exists",
    });
    const province: Given = { ...region, code: "90.001", kind: "province", spellings: [], statistics: [] };
    await expect(addTerritory(ctx, province)).rejects.toMatchObject({
      code: "territory.parent_kind_wrong",
      params: { kind: "province", expected: "region", given: "nation" },
    });
    const inside: Given = { ...province, parent: { scheme: "fiction", code: "90" } };
    await expect(addTerritory(ctx, { ...inside, type: "rural" })).rejects.toMatchObject({
      code: "territory.type_wrong",
    });
    await expect(
      addTerritory(ctx, { ...inside, parent: { scheme: "fiction", code: "99" } }),
    ).rejects.toMatchObject({
      code: "territory.unknown",
    });
    await expect(addTerritory(ctx, { ...inside, parent: null })).rejects.toMatchObject({
      code: "territory.parent_kind_wrong",
    });
    await expect(addTerritory(ctx, { ...inside, type: "province" })).resolves.toHaveProperty("id");
  });

  test("may be a foreign country, which lies in nothing", async () => {
    await addTerritory(ctx, {
      ...fictional,
      code: "YY",
      kind: "abroad",
      name: { fr: "Ailleurs", ar: "خارج البلاد" },
    });
    expect(requirePlace(await readPlaces(ctx.db, "simulated"), "abroad:YY").kind).toBe("abroad");
  });
});
