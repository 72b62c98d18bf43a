// A new cluster is made beside its place and moved there whole, so that an interrupted creation leaves nothing that
// could be taken for data.
import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Binaries, program } from "./binaries.ts";
import { postgresErrors } from "./errors.ts";
import { databaseFailure } from "./failures.ts";
import { type Place, requireRoom } from "./place.ts";
import { asUser } from "./run-as.ts";

export const majorVersion = "18";

/** Whether the folder holds a cluster; refuses a folder that holds something else or another version's data. */
export function hasCluster(place: Place): boolean {
  if (!existsSync(place.pgdata)) return false;
  if (readdirSync(place.pgdata).length === 0) {
    rmdirSync(place.pgdata);
    return false;
  }
  const versionFile = join(place.pgdata, "PG_VERSION");
  if (!existsSync(versionFile) || !existsSync(join(place.pgdata, "global", "pg_control"))) {
    throw postgresErrors.folder_foreign({ folder: place.pgdata });
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version === majorVersion) return true;
  throw postgresErrors.folder_other_version({ folder: place.pgdata, made: version, runs: majorVersion });
}

/** Makes the cluster. `durable: false`, for tests, does not wait for the disk. */
export async function createCluster(
  place: Place,
  binaries: Binaries,
  options: { superuserPassword: string; durable: boolean },
): Promise<void> {
  requireRoom(place);
  const unfinished = clearUnfinished(place);
  const passwordFile = join(place.home, "password.txt");
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  if (place.user.ids !== undefined) chownSync(passwordFile, place.user.ids.uid, place.user.ids.gid);
  try {
    await initdb(place, binaries, unfinished, passwordFile, options.durable);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  const settings = "include 'iltizam.conf'\ninclude 'local.conf'\n";
  writeFileSync(join(unfinished, "postgresql.conf"), settings);
  renameSync(unfinished, place.pgdata);
}

/** Removes what an interrupted creation left, which no server ever opened: a server leaves `postmaster.opts`. */
function clearUnfinished(place: Place): string {
  const unfinished = `${place.pgdata}.unfinished`;
  if (existsSync(join(unfinished, "postmaster.opts"))) {
    throw postgresErrors.folder_opened({ folder: unfinished });
  }
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (place.user.ids !== undefined) chownSync(unfinished, place.user.ids.uid, place.user.ids.gid);
  return unfinished;
}

async function initdb(
  place: Place,
  binaries: Binaries,
  folder: string,
  passwordFile: string,
  durable: boolean,
) {
  const flags = [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Sorts by code point on every platform and in every release: an index never breaks with a system's locale.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const child = spawn(program(binaries, "initdb"), flags, {
    cwd: place.home,
    env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
    ...asUser(place.user),
  });
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((done) => {
    child.once("error", (error) => {
      output += String(error);
      done(null);
    });
    child.once("close", done);
  });
  if (code !== 0) throw databaseFailure("create", output, place.home);
}
