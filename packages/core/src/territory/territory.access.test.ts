import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, expect, test } from "vitest";
import {
  type Context,
  createContext,
  fixedClock,
  folderFileStore,
  type Grant,
  openDatabase,
  systemActor,
} from "../kernel/index.ts";
import { addTerritory } from "./add-territory.ts";
import { labourFigures } from "./labour.ts";
import { loadTerritory } from "./load-territory.ts";
import { searchTerritories, territoryDetail, territoryTree } from "./queries.ts";
import { territoryShapes } from "./shapes.ts";

const database = await createTestDatabase();
const opened = openDatabase(database.appUrl);
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

const union = {
  space: "real",
  scheme: "iso3166",
  code: "EU",
  kind: "abroad",
  name: { fr: "Union européenne", ar: "الاتحاد الأوروبي" },
} as const;

/** Every call with an input that it accepts, and the right that it asks for. */
const calls: readonly (readonly [string, string, (ctx: Context) => Promise<unknown>])[] = [
  ["loadTerritory", "territory.load", (ctx) => loadTerritory(ctx, { space: "real" })],
  ["addTerritory", "territory.load", (ctx) => addTerritory(ctx, union)],
  ["territoryTree", "territory.read", (ctx) => territoryTree(ctx, {})],
  ["searchTerritories", "territory.read", (ctx) => searchTerritories(ctx, { text: "Fès" })],
  ["territoryDetail", "territory.read", (ctx) => territoryDetail(ctx, { code: "03" })],
  ["labourFigures", "territory.read", (ctx) => labourFigures(ctx, {})],
  ["territoryShapes", "territory.read", (ctx) => territoryShapes(ctx, {})],
];
const actorWith = (grant: Grant): Context => ({
  ...ctx,
  actor: { ...systemActor, label: "somebody", grants: [grant] },
});

test.each(calls)("%s is for whoever holds %s", async (_name, permission, call) => {
  await expect(call(actorWith({ permissions: [permission] }))).resolves.toBeDefined();
});

test.each(calls)("%s is refused without %s", async (_name, permission, call) => {
  const refused = { code: "kernel.not_allowed", params: { permission, actor: "somebody" } };
  await expect(call(actorWith({ permissions: ["agreements.read"] }))).rejects.toMatchObject(refused);
});

const id = "00000000-0000-7000-8000-000000000002";
test.each(calls)(
  "%s with %s in one place: everybody reads what is the same for all, nobody there changes it",
  async (_name, permission, call) => {
    for (const where of [{ territory: id }, { organisation: id }]) {
      const asked = call(actorWith({ permissions: [permission], ...where }));
      if (permission.endsWith(".read")) await expect(asked).resolves.toBeDefined();
      else await expect(asked).rejects.toMatchObject({ code: "kernel.not_allowed", params: { permission } });
    }
  },
);
