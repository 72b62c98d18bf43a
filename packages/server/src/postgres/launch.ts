// Starts the server process and waits for its answer; stops it.
import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Binaries, program } from "./binaries.ts";
import { postgresErrors } from "./errors.ts";
import { databaseFailure } from "./failures.ts";
import type { Place } from "./place.ts";
import { askServer, choosePort, disownPidFile, isServerAlive, readPidFile } from "./probe.ts";
import { asUser } from "./run-as.ts";
import { settingsFor, settingsText, thisMachine } from "./settings.ts";

const patience = { readySeconds: 120, orphanSeconds: 60, stopSeconds: 60 };

export interface Launched {
  readonly port: number;
  readonly version: string;
}

/** Starts the server of the place, on the remembered port or on a free one. */
export async function launch(
  place: Place,
  binaries: Binaries,
  options: { superuserPassword: string; durable: boolean; port: number | undefined },
): Promise<Launched> {
  const stale = readPidFile(place.pgdata);
  if (stale !== undefined && !isServerAlive(stale.pid, place.pgdata)) disownPidFile(place.pgdata);
  const giveUp = Date.now() + patience.orphanSeconds * 1000;
  let port = await choosePort(options.port);
  for (;;) {
    writeSettings(place, port, options.durable);
    const outcome = await attempt(place, binaries, port, options.superuserPassword);
    if (typeof outcome !== "string") return outcome;
    const portTaken = /could not bind|could not create any TCP/i.test(outcome);
    // Children of a killed server take a moment to see that it is gone.
    const orphans = /pre-existing shared memory block|is another postmaster/i.test(outcome);
    if (!(portTaken || orphans) || Date.now() > giveUp) throw databaseFailure("start", outcome, place.home);
    if (portTaken) port = await choosePort(undefined);
    await sleep(100);
  }
}

function writeSettings(place: Place, port: number, durable: boolean): void {
  if (place.socketDir !== undefined) {
    mkdirSync(place.socketDir, { recursive: true, mode: 0o700 });
    own(place, place.socketDir);
  }
  const { socketDir } = place;
  const file = join(place.pgdata, "iltizam.conf");
  writeFileSync(file, settingsText(settingsFor({ machine: thisMachine(), port, socketDir, durable })));
  own(place, file);
  const localFile = join(place.pgdata, "local.conf");
  if (!existsSync(localFile)) writeFileSync(localFile, "# Your own settings of PostgreSQL: they win.\n");
  own(place, localFile);
}

/** One try: the running server, or what it wrote before it died. */
async function attempt(
  place: Place,
  binaries: Binaries,
  port: number,
  password: string,
): Promise<Launched | string> {
  turnLog(place);
  const log = openSync(place.log, "a", 0o600);
  own(place, place.log);
  const logStart = statSync(place.log).size;
  // Detached: Ctrl-C in the terminal must reach the HTTP server first, and a killed parent must not take it along.
  const child = spawn(program(binaries, "postgres"), ["-D", place.pgdata], {
    cwd: place.home,
    detached: true,
    env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH },
    stdio: ["ignore", log, log],
    ...asUser(place.user),
  });
  closeSync(log);
  child.unref();
  const exited = exitOf(child);
  const giveUp = Date.now() + patience.readySeconds * 1000;
  while (Date.now() < giveUp) {
    const dead = await Promise.race([exited, sleep(10, undefined)]);
    if (dead !== undefined) return `${readFileSync(place.log, "utf8").slice(logStart)}${dead}`;
    const written = readPidFile(place.pgdata);
    if (written?.pid !== child.pid || !written?.ready) continue;
    const answer = await askServer(port, password, place.pgdata);
    if (answer.state === "ours") return { port, version: answer.version };
    if (answer.state === "foreign") {
      throw databaseFailure("reach", logTail(place), place.home);
    }
  }
  throw silentServer(place);
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((done) => {
    child.once("error", (error) => done(`${error.message}\n`));
    child.once("exit", (code, signal) =>
      done(signal === null || code !== null ? "" : `ended by ${signal}\n`),
    );
  });
}

/** Stops the server in its orderly way: open transactions are undone, everything is on the disk. */
export async function shutDown(place: Place, binaries: Binaries): Promise<void> {
  const child = spawn(
    program(binaries, "pg_ctl"),
    ["stop", "-s", "-w", "-m", "fast", "-t", String(patience.stopSeconds), "-D", place.pgdata],
    { cwd: place.home, stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C" }, ...asUser(place.user) },
  );
  let output = "";
  child.stderr?.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((done) => {
    child.once("error", () => done(null));
    child.once("close", done);
  });
  if (code !== 0 && existsSync(join(place.pgdata, "postmaster.pid"))) {
    throw databaseFailure("stop", output || logTail(place), place.home);
  }
}

export function silentServer(place: Place): Error {
  return postgresErrors.silent({
    folder: place.home,
    seconds: patience.readySeconds,
    lines: logTail(place),
  });
}

export function logTail(place: Place, lines = 6): string {
  if (!existsSync(place.log)) return "";
  return readFileSync(place.log, "utf8").trimEnd().split("\n").slice(-lines).join("\n  ");
}

/** Keeps one log and the one before it. */
function turnLog(place: Place): void {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10 * 1024 * 1024) renameSync(place.log, `${place.log}.1`);
}

function own(place: Place, path: string): void {
  if (place.user.ids !== undefined) chownSync(path, place.user.ids.uid, place.user.ids.gid);
}
