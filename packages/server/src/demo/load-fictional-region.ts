// The fictional region, from its first day to its last: same seed, same life.
import type { Context } from "@iltizam/core/kernel";
import { actorOf, type Role } from "./actors.ts";
import { live } from "./live.ts";
import { openAccounts } from "./open-accounts.ts";
import { freezePapers, planEditions, publishLast } from "./publish-editions.ts";
import { chanceOf } from "./random.ts";
import { loadRegion } from "./region.ts";
import { scenarios, type Tale } from "./scenarios/index.ts";
import { seededIds, simulatedClock } from "./simulated-time.ts";
import { newStory } from "./story.ts";

export const demoSeed = "iltizam-1";

/** Loads the life of the region, or some of its situations, into the simulated space of an empty register with its vocabulary. */
export async function loadFictionalRegion(
  base: Context,
  seed: string = demoSeed,
  tales: readonly Tale[] = scenarios,
): Promise<void> {
  const chance = chanceOf(seed);
  const clock = simulatedClock();
  const ids = seededIds(clock, chance.sub("ids"));
  const as = (role: Role): Context => ({ ...base, clock, ids, actor: actorOf(role) });
  const region = await loadRegion(as("director"));
  const story = newStory(chance);
  for (const tell of tales) tell(story);
  const isWhole = tales === scenarios;
  if (isWhole) planEditions(story);
  await live(story, { as, region }, clock);
  if (isWhole) await publishLast(as("director"));
  await openAccounts(as("director"), region);
  if (isWhole) await freezePapers(as("director"));
}
