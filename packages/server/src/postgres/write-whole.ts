import { chownSync, closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a value as JSON so that a reader sees the old text or the new one, never half of it. The file belongs to the
 * owner of its folder: root may start a folder that is somebody else's, who must still be able to read it tomorrow.
 */
export function writeWhole(file: string, value: unknown, mode = 0o644): void {
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, "w", mode);
  try {
    writeSync(handle, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(dirname(file));
    chownSync(unfinished, uid, gid);
  }
  renameSync(unfinished, file);
}
