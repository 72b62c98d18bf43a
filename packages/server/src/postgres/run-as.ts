// Which system user runs PostgreSQL: it refuses root.
import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { postgresErrors } from "./errors.ts";

export interface RunAs {
  readonly name: string;
  /** Present only when this process is root and must become somebody else. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/**
 * Chooses the user: oneself, unless one is root. Root becomes the owner of the data when it has one that is not root,
 * else the system's `iltizam` or `postgres`, else a system user `iltizam` that is created, else `nobody`.
 */
export function chooseUser(ownerOfData: number | undefined): RunAs {
  if (process.getuid?.() !== 0) return { name: ownName() };
  if (ownerOfData !== undefined && ownerOfData !== 0) {
    const owner = lookUp(String(ownerOfData));
    if (owner !== undefined) return owner;
  }
  const found = lookUp("iltizam") ?? lookUp("postgres") ?? createUser("iltizam") ?? lookUp("nobody");
  if (found !== undefined) return found;
  throw postgresErrors.no_user();
}

/** The options with which a process is started as that user. */
export function asUser(user: RunAs): { uid?: number; gid?: number } {
  return user.ids ?? {};
}

/** Whether that user can enter the folder and read the file in it; asked of the system, which knows every rule. */
export function canRead(user: RunAs, folder: string, file: string): boolean {
  if (user.ids === undefined) return true;
  const script = 'cd "$1" 2>/dev/null && test -r "$2"';
  return spawnSync("/bin/sh", ["-c", script, "sh", folder, file], { cwd: "/", ...user.ids }).status === 0;
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw postgresErrors.user_without_name({ number: process.getuid?.() ?? 0 });
  }
}

function lookUp(nameOrNumber: string): RunAs | undefined {
  const ask = (flags: string[]) => spawnSync("id", [...flags, nameOrNumber], { encoding: "utf8" });
  const uid = ask(["-u"]);
  if (uid.status !== 0) return undefined;
  const ids = { uid: Number(uid.stdout), gid: Number(ask(["-g"]).stdout) };
  // In a container root may lack the right to become another user, whatever the list of users says.
  const tried = spawnSync("id", ["-u"], { cwd: "/", encoding: "utf8", ...ids });
  if (Number(tried.stdout) !== ids.uid) return undefined;
  return { name: ask(["-un"]).stdout.trim(), ids };
}

function createUser(name: string): RunAs | undefined {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    name,
  ]);
  return lookUp(name);
}
