// The database under a running server: migrated, filled with the demo on a first run, started again when it is lost.
import { setTimeout as sleep } from "node:timers/promises";
import { DomainError, errorMessage, type Locale, migrate } from "@iltizam/core/kernel";
import { refuseInterruptedRestore } from "../backup/index.ts";
import { ensurePostgres, type RunningPostgres } from "../postgres/index.ts";
import { demoState, type LoadDemo, loadDemoOnce } from "./first-run.ts";
import { type Say, seconds, step } from "./steps.ts";
import { startWords, type Words } from "./words.ts";

export interface Ground {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Leaves the database, which stops when nobody else uses it. */
  stop(): Promise<void>;
}

export interface GroundOptions {
  readonly dataDir: string;
  readonly onMessage: Say;
  readonly locale: Locale;
  /** Fills an empty database; undefined leaves it empty. */
  readonly loadDemo: LoadDemo | undefined;
}

export async function layGround(options: GroundOptions): Promise<Ground> {
  const words = startWords(options.locale);
  const postgres = await keepPostgres(options, words);
  try {
    const ground = { ...options, ...postgres };
    await refuseInterruptedRestore(ground.ownerUrl);
    await step(options.onMessage, words("step.migrations"), async () => {
      const result = await migrate({ ownerUrl: ground.ownerUrl });
      return { result, told: words("migrations.applied", { n: result.applied }) };
    });
    if (options.loadDemo !== undefined) await loadOnFirstRun(ground, options.loadDemo, words);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The database, for as long as this process wants it: a server that ends unasked is started again on its port. */
async function keepPostgres(options: GroundOptions, words: Words): Promise<Ground> {
  const { dataDir, locale, onMessage: say } = options;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const onLost = () => {
    if (!stopping) restarting = startAgain();
  };
  const ensure = () => ensurePostgres({ dataDir, locale, onMessage: (text) => say(`  ${text}`), onLost });
  const startAgain = async () => {
    const lost = performance.now();
    while (!stopping) {
      try {
        postgres = await ensure();
        say(words("database.again", { duration: seconds(performance.now() - lost) }));
        return;
      } catch (error) {
        say(error instanceof DomainError ? errorMessage(locale, error) : String(error));
        await sleep(2_000);
      }
    }
  };
  let postgres = await step(say, words("step.database"), async () => {
    const result = await ensure();
    return { result, told: describe(result, words) };
  });
  const { ownerUrl, appUrl } = postgres;
  const stop = async () => {
    stopping = true;
    await restarting;
    await postgres.stop();
  };
  return { ownerUrl, appUrl, stop };
}

function describe({ version, startedHere, runsAs, superuserUrl }: RunningPostgres, words: Words): string {
  if (superuserUrl === undefined) return words("database.external", { version, address: runsAs });
  return words(startedHere ? "database.started" : "database.shared", { version, user: runsAs });
}

async function loadOnFirstRun(
  ground: GroundOptions & Ground,
  loadDemo: LoadDemo,
  words: Words,
): Promise<void> {
  if ((await demoState(ground.ownerUrl)) === "present") return;
  const onMessage = (text: string) => ground.onMessage(`  ${text}`);
  onMessage(words("demo.begins"));
  await step(ground.onMessage, words("step.demo"), async () => {
    await loadDemoOnce({ ...ground, onMessage }, loadDemo);
    return { result: undefined, told: words("demo.loaded") };
  });
}
