import { createHash, randomUUID } from "node:crypto";
import { mkdir, opendir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { kernelErrors } from "./errors.ts";

/** Files by the SHA-256 of their bytes: the same file is kept once, and a file cannot change under its name. */
export interface FileStore {
  /** Keeps the bytes, or the file that is kept already for longer; returns their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws `kernel.file_unknown` */
  get(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
  /** The files that nobody has put since. */
  untouchedSince(before: Date): AsyncGenerator<string>;
  /** Removes a file unless somebody puts it again at this very moment: then it stays, and the answer is false. */
  removeUntouched(hash: string, before: Date): Promise<boolean>;
  /** The names of all files that are kept, in no order. */
  hashes(): AsyncGenerator<string>;
}

/** A file store in a folder, two levels deep: ab/abcdef… */
export function folderFileStore(folder: string): FileStore {
  const place = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw kernelErrors.file_unknown({ hash });
    return join(folder, hash.slice(0, 2), hash);
  };
  const has = (hash: string) =>
    stat(place(hash)).then(
      () => true,
      () => false,
    );
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (await touch(place(hash))) return hash;
      await mkdir(dirname(place(hash)), { recursive: true });
      const half = `${place(hash)}.${randomUUID()}`;
      await writeFile(half, bytes, { flush: true });
      await rename(half, place(hash));
      return hash;
    },
    get: (hash) =>
      readFile(place(hash)).catch(() => {
        throw kernelErrors.file_unknown({ hash });
      }),
    has,
    remove: (hash) => rm(place(hash), { force: true }),
    hashes: () => namesBelow(folder),
    async *untouchedSince(before) {
      await putBack(folder);
      for await (const hash of namesBelow(folder)) if (await isOlder(place(hash), before)) yield hash;
    },
    removeUntouched: (hash, before) => removeUntouched(place(hash), before),
  };
}

const touch = (file: string) => {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () => false,
  );
};

const isOlder = (file: string, before: Date) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs < before.getTime(),
    () => false,
  );

const leaving = ".leaving";

/**
 * Moved aside first: who puts the same bytes from then on writes them anew, and who put them a moment before has left its
 * time on the file, which then comes back.
 */
async function removeUntouched(file: string, before: Date): Promise<boolean> {
  const aside = `${file}${leaving}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return false;
  if (await isOlder(aside, before)) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, file).catch(() => undefined);
  return false;
}

/** What a sweep that broke off had moved aside. */
async function putBack(folder: string): Promise<void> {
  for await (const file of filesBelow(folder)) {
    if (file.endsWith(leaving)) await rename(file, file.slice(0, -leaving.length)).catch(() => undefined);
  }
}

async function* namesBelow(folder: string): AsyncGenerator<string> {
  for await (const file of filesBelow(folder))
    if (/^[0-9a-f]{64}$/.test(basename(file))) yield basename(file);
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for await (const entry of entries) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}
