// Where everything of one installation lies: the data folder, and PostgreSQL's own folder inside it.
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { openFolder } from "./binaries.ts";
import { postgresErrors } from "./errors.ts";
import { because, fileFailure } from "./failures.ts";
import { canRead, chooseUser, type RunAs } from "./run-as.ts";
import { writeWhole } from "./write-whole.ts";

export interface Place {
  readonly dataDir: string;
  /** PostgreSQL's own folder; outside the data folder only when its system user cannot reach that. */
  readonly home: string;
  readonly pgdata: string;
  readonly log: string;
  readonly socketDir: string | undefined;
  readonly user: RunAs;
}

/** What the data folder remembers of its database, in `postgres.json`. */
export interface Remembered {
  readonly home: string;
  readonly port?: number;
  /** True once the roles and the database were made. */
  readonly prepared?: boolean;
}

/** Makes the data folder where it is missing and finds PostgreSQL's folder and user. */
export function openPlace(folder: string): Place {
  const dataDir = openDataDir(folder);
  const before = recall(dataDir);
  const home = before === undefined ? join(dataDir, "postgres") : resolve(dataDir, before.home);
  const user = chooseUser(ownerOf(join(home, "data")) ?? ownerOf(dataDir));
  return before === undefined ? claimHome(dataDir, user) : placeAt(dataDir, home, user);
}

/** Makes the folder, proves that it can be written, and gives its real path. */
export function openDataDir(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const trial = join(path, `.trial-${process.pid}`);
    try {
      writeFileSync(trial, Buffer.alloc(16_384));
    } finally {
      rmSync(trial, { force: true });
    }
    return realpathSync(path);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

export function recall(dataDir: string): Remembered | undefined {
  const file = join(dataDir, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Remembered) : undefined;
}

export function remember(dataDir: string, news: Partial<Remembered>): void {
  const before = recall(dataDir) ?? { home: "postgres" };
  writeWhole(join(dataDir, "postgres.json"), { ...before, ...news });
}

/** A new installation needs room for the cluster, its log of changes and the demo. */
export function requireRoom(place: Place): void {
  const { bavail, bsize } = statfsSync(place.home);
  if (bavail * bsize < 200 * 1024 * 1024) throw postgresErrors.disk_full({ folder: place.home });
}

function claimHome(dataDir: string, user: RunAs): Place {
  const inside = join(dataDir, "postgres");
  makeHome(inside, user);
  letThrough(dataDir, user);
  if (canRead(user, inside, ".")) {
    remember(dataDir, { home: "postgres" });
    return placeAt(dataDir, inside, user);
  }
  rmSync(inside, { recursive: true });
  const outside = join(openFolder, randomBytes(6).toString("hex"));
  try {
    makeHome(outside, user);
    writeFileSync(join(outside, "belongs-to.txt"), `${dataDir}\n`);
  } catch (error) {
    throw because(postgresErrors.no_place, { user: user.name, folder: dataDir, other: openFolder }, error);
  }
  remember(dataDir, { home: outside });
  return placeAt(dataDir, outside, user);
}

/** PostgreSQL's user must reach his part of root's private folder: his group may pass, and nobody else. */
function letThrough(dataDir: string, user: RunAs): void {
  const { uid, mode } = statSync(dataDir);
  if (user.ids === undefined || uid !== 0 || (mode & 0o077) !== 0) return;
  chownSync(dataDir, 0, user.ids.gid);
  chmodSync(dataDir, 0o710);
}

function makeHome(home: string, user: RunAs): void {
  mkdirSync(join(home, ".."), { recursive: true, mode: 0o711 });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user.ids !== undefined) chownSync(home, user.ids.uid, user.ids.gid);
}

function placeAt(dataDir: string, home: string, user: RunAs): Place {
  const socketDir = join(home, "socket");
  return {
    dataDir,
    home,
    pgdata: join(home, "data"),
    log: join(home, "postgresql.log"),
    // The system allows 107 characters for a socket's whole path.
    socketDir: process.platform !== "win32" && socketDir.length < 85 ? socketDir : undefined,
    user,
  };
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}
