// Every scenario, in the order in which docs/demo.md lists them. Each tells a situation that a reader can look up.
import type { Story } from "../story.ts";
import { inForceOnTrack } from "./in-force-on-track.ts";

export const scenarios: readonly ((story: Story) => void)[] = [inForceOnTrack];
