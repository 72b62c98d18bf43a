import { createTestDatabase, stopOwnTestServer } from "@iltizam/testkit/database";
import { createContext, folderFileStore, openDatabase, systemActor } from "@iltizam/core/kernel";
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { loadRealAnnouncements } from "@iltizam/core/drafts";
import { standings } from "@iltizam/core/standings";
import { readIndicators } from "@iltizam/core/vocabulary";
import { showStandings } from "./packages/cli/src/standings/show-standings.ts";
import { sayIn } from "./packages/cli/src/say.ts";
const d = await createTestDatabase();
const o = openDatabase(d.appUrl);
const ctx = createContext({ db: o.db, actor: systemActor, files: folderFileStore("/tmp/admin/files") });
await loadTerritory(ctx, { space: "real" });
await loadVocabulary(ctx, {});
await loadRealAnnouncements(ctx);
const rows = await standings(ctx, {});
const known = await readIndicators(ctx.db);
for (const [l, w] of [["en",100],["fr",140],["ar",120]] as const) {
  const say = sayIn(l);
  console.log(showStandings(rows, { say, indicator: (c) => known.get(c)?.label[l] ?? c }, w));
}
console.log(JSON.stringify(rows[0], null, 1));
await o.close(); await d.drop(); await stopOwnTestServer();
