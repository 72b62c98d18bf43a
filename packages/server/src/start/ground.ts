// The database under a running server: migrated, filled with the demo on a first run, started again when it is lost.
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@iltizam/core/kernel";
import { refuseInterruptedRestore } from "../backup/index.ts";
import { ensurePostgres, type RunningPostgres } from "../postgres/index.ts";
import { demoState, type LoadDemo, loadDemoOnce } from "./first-run.ts";
import { type Say, seconds, step } from "./steps.ts";

export interface Ground {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Leaves the database, which stops when nobody else uses it. */
  stop(): Promise<void>;
}

export interface GroundOptions {
  readonly dataDir: string;
  readonly onMessage: Say;
  /** Fills an empty database; undefined leaves it empty. */
  readonly loadDemo: LoadDemo | undefined;
}

export async function layGround(options: GroundOptions): Promise<Ground> {
  const postgres = await keepPostgres(options.dataDir, options.onMessage);
  try {
    const ground = { ...options, ...postgres };
    await refuseInterruptedRestore(ground.ownerUrl);
    await step(options.onMessage, "migrations", async () => {
      const result = await migrate({ ownerUrl: ground.ownerUrl });
      return { result, told: result.applied === 0 ? "nothing new" : `${result.applied} applied` };
    });
    if (options.loadDemo !== undefined) await loadOnFirstRun(ground, options.loadDemo);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The database, for as long as this process wants it: a server that ends unasked is started again on its port. */
async function keepPostgres(dataDir: string, say: Say): Promise<Ground> {
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const onLost = () => {
    if (!stopping) restarting = startAgain();
  };
  const ensure = () => ensurePostgres({ dataDir, onMessage: (text) => say(`  ${text}`), onLost });
  const startAgain = async () => {
    const lost = performance.now();
    while (!stopping) {
      try {
        postgres = await ensure();
        say(`PostgreSQL ended unasked and was started again (${seconds(performance.now() - lost)}).`);
        return;
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        await sleep(2_000);
      }
    }
  };
  let postgres = await step(say, "database", async () => {
    const result = await ensure();
    return { result, told: describe(result) };
  });
  const { ownerUrl, appUrl } = postgres;
  const stop = async () => {
    stopping = true;
    await restarting;
    await postgres.stop();
  };
  return { ownerUrl, appUrl, stop };
}

function describe({ version, startedHere, runsAs, superuserUrl }: RunningPostgres): string {
  if (superuserUrl === undefined) return `PostgreSQL ${version} at ${runsAs}, as DATABASE_URL says`;
  const how = startedHere ? "started" : "found running and shared";
  return `PostgreSQL ${version} ${how}, runs as the system user ${runsAs}`;
}

async function loadOnFirstRun(ground: GroundOptions & Ground, loadDemo: LoadDemo): Promise<void> {
  if ((await demoState(ground.ownerUrl)) === "present") return;
  const onMessage = (text: string) => ground.onMessage(`  ${text}`);
  await step(ground.onMessage, "demo", async () => {
    await loadDemoOnce({ ...ground, onMessage }, loadDemo);
    return { result: undefined, told: "loaded, once" };
  });
}
