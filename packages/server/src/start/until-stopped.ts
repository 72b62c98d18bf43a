import type { Started } from "./start.ts";
import type { Say } from "./steps.ts";

/** Waits for Ctrl-C or the system's request to end, then stops in order; a second request leaves at once. */
export async function untilStopped(started: Started, say: Say): Promise<void> {
  const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  await new Promise<void>((done) => {
    for (const signal of signals) {
      process.once(signal, () => done());
    }
  });
  for (const signal of signals) process.once(signal, () => process.exit(130));
  say("Stopping …");
  await started.stop();
  say("Stopped.");
}
