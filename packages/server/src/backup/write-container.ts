import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Pack, pack } from "tar-stream";
import { sealBytes, sealText } from "./format.ts";
import { newFile } from "./new-file.ts";

export interface Container {
  /** Appends one entry; waits until the disk has taken what came before. */
  add(name: string, content: Buffer): Promise<void>;
}

type Fill = (container: Container) => Promise<void>;

/**
 * Writes FILE through `fill`: the archive, then the block that seals it. Gives its size in bytes.
 * @throws `backup.file_exists`, `backup.file_unreachable`, `backup.disk_full`
 */
export function writeContainer(file: string, fill: Fill): Promise<number> {
  return newFile(file, (handle) => writeArchive(handle, fill));
}

async function writeArchive(handle: FileHandle, fill: Fill): Promise<number> {
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
