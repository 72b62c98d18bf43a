// The demo: what was really announced, and an invented region beside it, in spaces that never meet.
import { loadRealAnnouncements } from "@iltizam/core/drafts";
import { type Context, keepSetting, systemActor } from "@iltizam/core/kernel";
import { sealPending } from "@iltizam/core/results";
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { openContext } from "../compose/index.ts";
import { demoSeed, loadFictionalRegion } from "./load-fictional-region.ts";

export interface DemoPlace {
  readonly appUrl: string;
  /** Files and keys lie in it. */
  readonly dataDir: string;
  readonly onMessage: (text: string) => void;
}

/** Fills a migrated database in which nothing has been recorded. */
export async function loadDemo({ appUrl, dataDir, onMessage }: DemoPlace): Promise<void> {
  const place = { appUrl, dataDir, actor: systemActor, name: "iltizam demo", connections: 2 };
  const { ctx, close } = await openContext(place);
  try {
    await loadBothSpaces(ctx, onMessage);
  } finally {
    await close();
  }
}

/** The two spaces on a context that has the vault's keys and every guard. */
export async function loadBothSpaces(
  ctx: Context,
  onMessage: (text: string) => void,
  seed: string = demoSeed,
): Promise<void> {
  await loadVocabulary(ctx, {});
  const { territories } = await loadTerritory(ctx, { space: "real" });
  onMessage(`territory (${territories} places) and vocabulary`);
  const { recorded } = await loadRealAnnouncements(ctx);
  await keepSetting(ctx.db, "real_results_refused", true);
  onMessage(`real announcements: ${recorded} texts, no result is ever accepted about them`);
  await loadFictionalRegion(ctx, seed);
  onMessage("fictional region: three and a half simulated years, up to 30 June 2026");
  await sealPending(ctx);
}
