// The demo: what was really announced, and an invented region beside it, in spaces that never meet.
import { loadRealAnnouncements, sayAnnouncements } from "@iltizam/core/drafts";
import { type Context, type ErrorParams, keepSetting, type Locale, systemActor } from "@iltizam/core/kernel";
import { sealPending } from "@iltizam/core/results";
import { loadTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { openContext } from "../compose/index.ts";
import { startWords } from "../start/words.ts";
import { demoSeed, loadFictionalRegion } from "./load-fictional-region.ts";

export interface DemoPlace {
  readonly appUrl: string;
  /** Files and keys lie in it. */
  readonly dataDir: string;
  readonly onMessage: (text: string) => void;
  readonly locale: Locale;
}

/** Fills a migrated database in which nothing has been recorded. */
export async function loadDemo({ appUrl, dataDir, onMessage, locale }: DemoPlace): Promise<void> {
  const place = { appUrl, dataDir, actor: systemActor, name: "iltizam demo", connections: 2 };
  const { ctx, close } = await openContext(place);
  try {
    const words = startWords(locale);
    await loadBothSpaces(ctx, (key, values) => onMessage(words(key, values)));
  } finally {
    await close();
  }
}

/** The two spaces on a context that has the vault's keys and every guard. */
export async function loadBothSpaces(
  ctx: Context,
  tell: (key: string, values?: ErrorParams) => void,
  seed: string = demoSeed,
): Promise<void> {
  await loadVocabulary(ctx, {});
  const { territories } = await loadTerritory(ctx, { space: "real" });
  tell("demo.vocabulary", { places: territories });
  const { recorded } = await loadRealAnnouncements(ctx);
  await sayAnnouncements(ctx);
  await keepSetting(ctx.db, "real_results_refused", true);
  tell("demo.announcements", { texts: recorded });
  await loadFictionalRegion(ctx, seed);
  tell("demo.region");
  await sealPending(ctx);
}
