// The editions of the region: one for the year that ended, and one at the end of the story.
import { type Context, space } from "@iltizam/core/kernel";
import { publish } from "@iltizam/core/publishing";
import { lastDay } from "./simulated-time.ts";
import type { Story } from "./story.ts";

const simulated = space.enum.simulated;

/** Head office publishes how the year ended, once January's reports are in. */
export function planEditions(story: Story): void {
  story.on("2026-01-31", "director", (ctx) => publish(ctx, { space: simulated, asOf: "2025-12-31" }));
}

/** The edition that stands when somebody opens the demo: everything up to the last day. */
export async function publishLast(ctx: Context): Promise<void> {
  await publish(ctx, { space: simulated, asOf: lastDay });
}
