// A full disk and a read-only file system that are real for one process and its children, and for nobody else: a small
// tmpfs in a mount namespace of their own. Needs no right that an ordinary Linux user lacks, where the system lets him
// make user namespaces.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Wrapped {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * The command, run where the shell lines `mounts` were run before it as the namespace's administrator.
 * @example inOwnMounts("mount -t tmpfs -o size=4m tmpfs /tmp/x", "node", ["main.ts"])
 */
export function inOwnMounts(mounts: string, command: string, args: readonly string[]): Wrapped {
  const uid = process.getuid?.() ?? 0;
  if (uid === 0) {
    return { command: "unshare", args: ["-m", "sh", "-c", `${mounts}\nexec "$@"`, "sh", command, ...args] };
  }
  // Inside, the user is himself again: as the namespace's root he would be refused by PostgreSQL.
  const again = `exec unshare -U --map-user=${uid} --map-group=${process.getgid?.() ?? uid} "$@"`;
  return { command: "unshare", args: ["-Urm", "sh", "-c", `${mounts}\n${again}`, "sh", command, ...args] };
}

const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];

/**
 * The command as an ordinary user runs it: as it is, or, when root runs the tests, as `nobody`. A checkout under root's
 * private home would be closed to him, so that he sees it at `window`.
 */
export function asOrdinaryUser(
  checkout: string,
  window: string,
  command: string,
  args: readonly string[],
): Wrapped {
  if (process.getuid?.() !== 0) return { command, args };
  const seen = (path: string) =>
    path.startsWith(`${checkout}/`) ? window + path.slice(checkout.length) : path;
  const mounts = `mkdir -p ${window} && mount --bind ${checkout} ${window} || exit 92`;
  return inOwnMounts(mounts, "setpriv", [...nobody, seen(command), ...args.map(seen)]);
}

/** Why such a place cannot be made here; undefined when it can. */
export function whyNoOwnMounts(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "iltizam-mount-"));
  const { command, args } = inOwnMounts(`mount -t tmpfs -o size=1m tmpfs ${folder} || exit 1`, "true", []);
  const tried = spawnSync(command, [...args], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  if (tried.status === 0) return undefined;
  return `this system lets the user make no mount of his own (${tried.error?.message ?? tried.stderr.trim()})`;
}

/** Shell lines: a small disk at `folder`. */
export function smallDisk(folder: string, megabytes: number): string {
  return `mkdir -p ${folder} && mount -t tmpfs -o size=${megabytes}m,mode=755 tmpfs ${folder} || exit 90`;
}

/** Shell lines: a file system at `folder` that nobody can write, not even root. */
export function readOnlyDisk(folder: string): string {
  return `${smallDisk(folder, 1)}\nmount -o remount,bind,ro ${folder} || exit 91`;
}

/** Shell lines: what was left of the disk at `folder` is taken. */
export function fillUp(folder: string): string {
  return `cat /dev/zero > ${folder}/filler 2>/dev/null || true`;
}
