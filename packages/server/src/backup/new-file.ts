// A file is written under a temporary name and is given its own name only when it is whole and on the disk.
import { randomUUID } from "node:crypto";
import { type FileHandle, link, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "../postgres/index.ts";
import { backupErrors } from "./errors.ts";

/**
 * Makes FILE through `write`, readable by its owner alone; nothing is left when that fails, and no file is replaced.
 * @throws `backup.file_exists`, `backup.file_unreachable`, `backup.disk_full`
 */
export async function newFile<Result>(
  file: string,
  write: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  await refuseExisting(file);
  const unfinished = `${file}.unfinished-${randomUUID().slice(0, 8)}`;
  try {
    const result = await writeWhole(unfinished, write);
    await giveName(unfinished, file);
    return result;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw sayWriteFailure(error, file);
  }
}

async function writeWhole<Result>(
  path: string,
  write: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, "wx", 0o600);
  try {
    const result = await write(handle);
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined) throw backupErrors.file_exists({ file });
}

/** A link never replaces a file; where a disk knows no links, a name that is still free is taken. */
async function giveName(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file);
    await rm(unfinished);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw backupErrors.file_exists({ file });
    await refuseExisting(file);
    await rename(unfinished, file);
  }
}

const unreachable = new Set(["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "EISDIR"]);

function sayWriteFailure(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return backupErrors.disk_full({ file });
  return unreachable.has(code) ? backupErrors.file_unreachable({ file: dirname(file), reason: code }) : error;
}
