// The file is read twice: first whole, to know that not a byte of it is missing or changed, then to load it.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Entry, extract } from "tar-stream";
import { codeOf } from "../postgres/index.ts";
import { backupErrors } from "./errors.ts";
import {
  backupFormat,
  headName,
  type Manifest,
  manifest,
  manifestName,
  readSeal,
  sealBytes,
} from "./format.ts";

export interface CheckedContainer {
  readonly manifest: Manifest;
  /** Bytes of the archive, without the closing block. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Hears how many bytes of how many were read. */
export type Tell = (done: number, total: number) => void;

/**
 * Reads the whole file and gives what it says that it holds.
 * @throws `backup.not_a_backup`, `backup.cut_short`, `backup.altered`, `backup.format_newer`
 */
export async function checkContainer(file: string, tell: Tell = () => undefined): Promise<CheckedContainer> {
  const { bytes, sha256 } = await readEnds(file);
  const hash = createHash("sha256");
  let content: Buffer | undefined;
  try {
    await eachEntry(
      file,
      bytes,
      async (name, body) => {
        if (name === manifestName) content = await wholeOf(body);
      },
      (chunk, done) => {
        hash.update(chunk);
        tell(done, bytes);
      },
    );
  } catch {
    throw backupErrors.altered({ file });
  }
  if (hash.digest("hex") !== sha256 || content === undefined) throw backupErrors.altered({ file });
  return { manifest: manifest.parse(JSON.parse(content.toString())), bytes, sha256 };
}

/**
 * Looks at the first and the last block only.
 * @throws `backup.file_unreachable`, `backup.not_a_backup`, `backup.cut_short`, `backup.format_newer`
 */
export async function readEnds(file: string): Promise<{ bytes: number; sha256: string }> {
  const handle = await open(file).catch((error) => {
    throw backupErrors.file_unreachable({ file, reason: codeOf(error) });
  });
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(sealBytes);
    await handle.read(head, 0, sealBytes, 0);
    if (!head.toString("latin1").startsWith(`${headName}\0`)) throw backupErrors.not_a_backup({ file });
    const end = Buffer.alloc(sealBytes);
    await handle.read(end, 0, sealBytes, Math.max(0, size - sealBytes));
    const seal = readSeal(end);
    if (seal === undefined) throw backupErrors.cut_short({ file });
    if (seal.format !== backupFormat) throw backupErrors.format_newer({ file, format: seal.format });
    if (seal.bytes !== size - sealBytes) throw backupErrors.altered({ file });
    return { bytes: seal.bytes, sha256: seal.sha256 };
  } finally {
    await handle.close();
  }
}

/** Goes through the entries in their order; `read` need not read an entry's body. */
export async function eachEntry(
  file: string,
  bytes: number,
  read: (name: string, body: Entry) => Promise<void>,
  hear: (chunk: Buffer, done: number) => void = () => undefined,
): Promise<void> {
  const archive = extract();
  let done = 0;
  const heard = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      done += chunk.length;
      hear(chunk, done);
      yield chunk;
    }
  };
  const fed = pipeline(createReadStream(file, { end: bytes - 1, highWaterMark: 1 << 18 }), heard, archive);
  fed.catch(() => undefined);
  for await (const entry of archive) {
    await read(entry.header.name, entry);
    entry.resume();
  }
  await fed;
}

export async function wholeOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
