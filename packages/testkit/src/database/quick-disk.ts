// Where the tests put their databases and files aside: in memory where there is plenty, since a database is more than a
// thousand files and a disk takes four fifths of the time that it costs to make one. The disk otherwise.
import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memoryDisk = "/dev/shm";
const gigabyte = 1024 ** 3;

/** A whole run holds about one gigabyte at once; browsers and servers want memory beside it. */
const wanted = { onDisk: 2 * gigabyte, inMemory: 4 * gigabyte };

/** A new folder for all that a run puts aside, which everybody may enter. */
export function folderOnQuickDisk(): string {
  const folder = mkdtempSync(join(isRoomy(memoryDisk) ? memoryDisk : tmpdir(), "iltizam-tests-"));
  chmodSync(folder, 0o1777);
  return folder;
}

function isRoomy(disk: string): boolean {
  try {
    accessSync(disk, constants.W_OK);
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize >= wanted.onDisk && process.availableMemory() >= wanted.inMemory;
  } catch {
    return false;
  }
}
