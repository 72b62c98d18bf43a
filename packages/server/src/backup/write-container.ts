// The file is written under a temporary name and is given its own name only when it is whole and on the disk.
import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, link, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Pack, pack } from "tar-stream";
import { codeOf } from "../postgres/index.ts";
import { backupErrors } from "./errors.ts";
import { sealBytes, sealText } from "./format.ts";

export interface Container {
  /** Appends one entry; waits until the disk has taken what came before. */
  add(name: string, content: Buffer): Promise<void>;
}

/**
 * Writes FILE through `fill`; nothing is left when that fails.
 * @throws `backup.file_exists`, `backup.file_unreachable`, `backup.disk_full`
 */
export async function writeContainer(
  file: string,
  fill: (container: Container) => Promise<void>,
): Promise<{ bytes: number }> {
  await refuseExisting(file);
  const unfinished = `${file}.unfinished-${randomUUID().slice(0, 8)}`;
  try {
    const handle = await open(unfinished, "wx", 0o600);
    try {
      const bytes = await writeArchive(handle, fill);
      await handle.sync();
      await handle.close();
      await giveName(unfinished, file);
      return { bytes };
    } finally {
      await handle.close().catch(() => undefined);
    }
  } catch (error) {
    await rm(unfinished, { force: true });
    throw sayWriteFailure(error, file);
  }
}

async function writeArchive(
  handle: FileHandle,
  fill: (container: Container) => Promise<void>,
): Promise<number> {
  const hash = createHash("sha256");
  let bytes = 0;
  const archive = pack();
  const written = pipeline(archive, async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.appendFile(chunk);
    }
  });
  written.catch(() => undefined);
  const mtime = new Date();
  const add = (name: string, content: Buffer) =>
    Promise.race([addEntry(archive, name, content, mtime), written]);
  try {
    await fill({ add });
    archive.finalize();
  } catch (error) {
    archive.destroy();
    throw error;
  }
  await written;
  const seal = Buffer.alloc(sealBytes);
  seal.write(sealText(bytes, hash.digest("hex")));
  await handle.appendFile(seal);
  return bytes + sealBytes;
}

function addEntry(archive: Pack, name: string, content: Buffer, mtime: Date): Promise<void> {
  return new Promise((done, fail) => {
    const entry = archive.entry({ name, size: content.length, mode: 0o600, mtime }, (error) =>
      error ? fail(error) : done(),
    );
    entry.end(content);
  });
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

function sayWriteFailure(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return backupErrors.disk_full({ file });
  const reasons = ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "EISDIR"];
  return reasons.includes(code)
    ? backupErrors.file_unreachable({ file: dirname(file), reason: code })
    : error;
}
