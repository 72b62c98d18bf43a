import { setTimeout as sleep } from "node:timers/promises";

export interface JobLog {
  error(about: object, text: string): void;
  info(about: object, text: string): void;
}

/**
 * Does something again and again, with a pause between two times, until it is stopped. A failure (the database is away)
 * is told in the log once, and once more when it is over; the next time comes all the same.
 */
export function repeat(
  job: string,
  act: () => Promise<void>,
  { every, log }: { readonly every: number; readonly log: JobLog },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const done = run();
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };

  async function run(): Promise<void> {
    let failing = false;
    // The first time comes soon: a server that is often started anew does its work too.
    let wait = Math.min(every, 500);
    while (await pause(wait, stopping.signal)) {
      wait = every;
      try {
        await act();
        if (failing) log.info({ job }, "works again");
        failing = false;
      } catch (error) {
        if (!failing)
          log.error({ job, error: error instanceof Error ? error.message : String(error) }, "failed");
        failing = true;
      }
    }
  }
}

/** False when it was ended before its time. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return sleep(milliseconds, undefined, { signal, ref: false }).then(
    () => true,
    () => false,
  );
}
