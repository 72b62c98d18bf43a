// A durable PostgreSQL of the benchmark's own, in a temporary folder, with one filled database a size.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, folderFileStore, migrate, openDatabase, systemActor } from "@iltizam/core/kernel";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import type { RunningServer } from "@iltizam/server/http";
import { ensurePostgres, openDataDir } from "@iltizam/server/postgres";
import pg from "pg";
import { fillFacts } from "./facts.ts";
import { fillPromises } from "./promises.ts";
import { type Size, sizeOf } from "./sizes.ts";

export interface Stage {
  readonly size: Size;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  /** The HTTP server in a process of its own, on a free port. */
  serve(): Promise<RunningServer>;
  /** A plain connection as the owner of the tables. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** Opens a stage with so many facts; takes about 40 s a million to fill. */
export async function openStage(facts: number, tell: (text: string) => void): Promise<Stage> {
  const folder = await mkdtemp(join(process.env.ILTIZAM_BENCH_DIR ?? tmpdir(), "iltizam-bench-"));
  const dataDir = openDataDir(folder);
  const postgres = await ensurePostgres({ dataDir, onMessage: tell });
  const { ownerUrl, appUrl } = postgres;
  const size = sizeOf(facts);
  await migrate({ ownerUrl });
  await loadWords(ownerUrl, folder);
  const connect = async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    return client;
  };
  const client = await connect();
  await client.query("select set_config('iltizam.actor', 'bench', false)");
  await fillPromises(client, size);
  await fillFacts(client, size, tell);
  await client.end();
  return {
    size,
    ownerUrl,
    appUrl,
    dataDir: folder,
    connect,
    serve: () => serveAlone({ appUrl, dataDir: folder }),
    close: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function loadWords(ownerUrl: string, folder: string): Promise<void> {
  const opened = openDatabase(ownerUrl, { max: 1 });
  const ctx = createContext({
    db: opened.db,
    actor: systemActor,
    files: folderFileStore(join(folder, "files")),
  });
  await loadVocabulary(ctx, {});
  await opened.close();
}

async function serveAlone(given: { appUrl: string; dataDir: string }): Promise<RunningServer> {
  const program = new URL("./serve-alone.ts", import.meta.url);
  const child = fork(program, [JSON.stringify(given)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [address] = (await once(child, "message")) as [string];
  return {
    address,
    close: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
