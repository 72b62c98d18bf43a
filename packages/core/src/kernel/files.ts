import { createHash, randomUUID } from "node:crypto";
import { mkdir, opendir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { kernelErrors } from "./errors.ts";

/** Files by the SHA-256 of their bytes: the same file is kept once, and a file cannot change under its name. */
export interface FileStore {
  /** Keeps the bytes; returns their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws `kernel.file_unknown` */
  get(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
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
      if (await has(hash)) return hash;
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
  };
}

async function* namesBelow(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for await (const entry of entries) {
    if (entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)) yield entry.name;
  }
}
