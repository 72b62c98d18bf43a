// The embedded PostgreSQL of a data folder: found running, or made and started.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locale } from "@iltizam/core/kernel";
import { type Binaries, binariesFor, findBinaries } from "./binaries.ts";
import { createCluster, hasCluster } from "./create.ts";
import { sayPostgres } from "./errors.ts";
import { fileFailure } from "./failures.ts";
import { launch, shutDown, silentServer } from "./launch.ts";
import { takeLease } from "./lease.ts";
import { withLock } from "./lock.ts";
import { openDataDir, openPlace, type Place, recall, remember } from "./place.ts";
import { askServer, isConnectionLost, isServerAlive, readPidFile, superuserUrl } from "./probe.ts";
import { databaseName, makeRolesAndDatabase } from "./roles.ts";
import { readOrMakeSecrets, type Secrets } from "./secrets.ts";

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly onMessage?: (text: string) => void;
  /** The language of what is told; default English. */
  readonly locale?: Locale;
  /** Called when the running server ends without being asked to. */
  readonly onLost?: () => void;
  /** False only for tests: faster, and a crash of the machine may lose data. */
  readonly durable?: boolean;
}

export interface RunningPostgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Of the embedded server only; undefined on a server of one's own. */
  readonly superuserUrl?: string;
  readonly version: string;
  readonly startedHere: boolean;
  /** The system user who runs the server, or the server's address when it is not ours. */
  readonly runsAs: string;
  /** Leaves the database; the last one to leave stops it. */
  stop(): Promise<void>;
}

/** Connects to the database that serves this folder, or starts it, or makes it first. */
export async function embeddedPostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  const dataDir = openDataDir(options.dataDir);
  try {
    return await withLock(dataDir, () => findOrStart(dataDir, options));
  } catch (error) {
    throw fileFailure(error, dataDir);
  }
}

async function findOrStart(dataDir: string, options: EmbeddedOptions): Promise<RunningPostgres> {
  const place = openPlace(dataDir);
  const binaries = binariesFor(place.user, findBinaries(), place.home);
  const secrets = readOrMakeSecrets(dataDir);
  const { server, url, lease, startedHere } = await reach(place, binaries, secrets, options);
  const urlFor = (role: string, password: string) => roleUrl(place, server.port, role, password);
  return {
    ownerUrl: urlFor("iltizam_owner", secrets.owner),
    appUrl: urlFor("iltizam_app", secrets.app),
    superuserUrl: url,
    version: server.version,
    startedHere,
    runsAs: place.user.name,
    stop: () =>
      withLock(dataDir, async () => {
        if (await lease.end()) await shutDown(place, binaries);
      }),
  };
}

/** Finds or starts the server and takes a lease; a server that dies in between is found dead the next time. */
async function reach(place: Place, binaries: Binaries, secrets: Secrets, options: EmbeddedOptions) {
  for (let attempt = 1; ; attempt++) {
    const running = await findRunning(place, secrets);
    const server = running ?? (await startHere(place, binaries, secrets, options));
    const url = superuserUrl(server.port, secrets.superuser);
    try {
      if (recall(place.dataDir)?.prepared !== true) {
        await makeRolesAndDatabase(url, secrets);
        remember(place.dataDir, { prepared: true });
      }
      const lease = await takeLease(url, () => options.onLost?.());
      return { server, url, lease, startedHere: running === undefined };
    } catch (error) {
      if (attempt === 5 || !isConnectionLost(error)) throw error;
      await sleep(100);
    }
  }
}

/** Through the local socket where there is one: a third faster than TCP. Host and port stay true for other programs. */
function roleUrl({ socketDir }: Place, port: number, role: string, password: string): string {
  const url = new URL(`postgresql://${role}:${password}@127.0.0.1:${port}/${databaseName}`);
  if (socketDir !== undefined && existsSync(join(socketDir, `.s.PGSQL.${port}`))) {
    url.searchParams.set("host", socketDir);
  }
  return url.href;
}

async function startHere(place: Place, binaries: Binaries, secrets: Secrets, options: EmbeddedOptions) {
  const durable = options.durable ?? true;
  const given = { superuserPassword: secrets.superuser, durable };
  if (!hasCluster(place)) {
    options.onMessage?.(sayPostgres(options.locale ?? "en", "creating", { folder: place.home }));
    await createCluster(place, binaries, given);
    remember(place.dataDir, { prepared: false });
  }
  const server = await launch(place, binaries, { ...given, port: recall(place.dataDir)?.port });
  remember(place.dataDir, { port: server.port });
  return server;
}

/** The server that already serves this folder, if one answers; waits for one that is still recovering. */
async function findRunning(place: Place, secrets: Secrets) {
  const giveUp = Date.now() + 120_000;
  for (;;) {
    const file = readPidFile(place.pgdata);
    if (file === undefined) return undefined;
    const answer = await askServer(file.port, secrets.superuser, place.pgdata);
    if (answer.state === "ours") return { port: file.port, version: answer.version };
    if (!isServerAlive(file.pid, place.pgdata)) return undefined;
    if (Date.now() > giveUp) throw silentServer(place);
    await sleep(50);
  }
}
