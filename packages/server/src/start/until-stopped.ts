import type { Locale } from "@iltizam/core/kernel";
import type { Started } from "./start.ts";
import type { Say } from "./steps.ts";
import { startWords } from "./words.ts";

const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Starts, tells, and stays until Ctrl-C or the system's request to end, then stops in order; a second request leaves at
 * once. A request that comes during the start is kept until everything stands: half a start would leave the database
 * behind.
 */
export async function stayUntilStopped(
  begin: () => Promise<Started>,
  tell: (started: Started) => void,
  { say, locale }: { readonly say: Say; readonly locale: Locale },
): Promise<void> {
  const words = startWords(locale);
  const asked = new Promise<void>((done) => {
    let requests = 0;
    const onSignal = () => {
      requests += 1;
      if (requests > 1) process.exit(130);
      say(words("stopping"));
      done();
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
  const started = await begin();
  tell(started);
  if (started.alreadyRunning) return;
  await asked;
  await started.stop();
  say(words("stopped"));
}
