// A house of a run's own: a real database with the fictional region in it, people of every kind, and a server.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdministrator } from "@iltizam/core/identity";
import { type Context, systemActor } from "@iltizam/core/kernel";
import { sealPending } from "@iltizam/core/results";
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { openContext } from "@iltizam/server/compose";
import { demoSeed, fewScenarios, loadBothSpaces, loadFictionalRegion } from "@iltizam/server/demo";
import { createTestDatabase, stopOwnTestServer } from "@iltizam/testkit/database";
import { readApi } from "../requests/read-api.ts";
import { readKnownThings } from "./known-things.ts";
import { serve } from "./serving.ts";
import { gatherAskers } from "./who-asks.ts";

export type House = Awaited<ReturnType<typeof openHouse>>;

/** `whole`: the whole demo, both spaces; else a few situations of the fictional region, in a few seconds. */
export async function openHouse({ whole, tell }: { whole: boolean; tell: (text: string) => void }) {
  const dataDir = mkdtempSync(join(tmpdir(), "iltizam-fuzz-"));
  const webFolder = join(dataDir, "web");
  mkdirSync(join(webFolder, "assets"), { recursive: true });
  writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>Iltizam</title>");
  const database = await createTestDatabase();
  const { ctx, close } = await openContext({
    ...{ appUrl: database.appUrl, dataDir, actor: systemActor, name: "fuzz", connections: 4 },
  });
  tell(whole ? "loading the demo…" : "loading a few situations of the fictional region…");
  await (whole ? loadBothSpaces(ctx, () => undefined) : loadFew(ctx));
  await createAdministrator(ctx, {
    ...{ mail: "premiere@exemple.test", name: "Première", password: "un figuier devant la gare" },
  });
  let address = "http://127.0.0.1";
  const askers = await gatherAskers(ctx, () => address);
  const known = await readKnownThings(database.superuserUrl, askers.spared);
  const server = await serve({ appUrl: database.appUrl, dataDir, webFolder });
  address = server.address;
  const api = readApi(await (await fetch(`${address}/api/v1/openapi.json`)).json());
  return {
    ...{ ctx, api, askers, known, server, address, dataDir, superuserUrl: database.superuserUrl },
    async close() {
      await server.stop();
      await close();
      await database.drop();
      await stopOwnTestServer();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function loadFew(ctx: Context): Promise<void> {
  await loadVocabulary(ctx, {});
  await loadTerritory(ctx, { space: "real" });
  await loadFictionalRegion(ctx, demoSeed, fewScenarios);
  await sealPending(ctx);
}
