// The vault's keys live in a file beside the data (mode 0600) or in the environment, never in the database: whoever has
// only a copy of the database, or a backup, can read no person.
import { randomBytes } from "node:crypto";
import { chmod, chown, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Clock, KeyRing } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";

const key = z.base64().refine((text) => Buffer.from(text, "base64").length === 32, "32 bytes in base64");
const keyFile = z.object({
  format: z.literal("iltizam-keys/1"),
  current: z.int().min(1),
  keys: z
    .array(
      z.object({ number: z.int().min(1).max(32_000), lookup: key, master: key, madeAt: z.iso.datetime() }),
    )
    .min(1),
});

/** The keys that a text holds. @throws `people.keys_unreadable` */
export function parseKeys(text: string): KeyRing {
  const read = keyFile.safeParse(safeJson(text));
  const known = read.success && read.data.keys.some(({ number }) => number === read.data.current);
  if (!read.success || !known) throw peopleErrors.keys_unreadable();
  const bytes = (base64: string) => Buffer.from(base64, "base64");
  return {
    current: read.data.current,
    generations: new Map(
      read.data.keys.map(({ number, lookup, master, madeAt }) => [
        number,
        { lookup: bytes(lookup), master: bytes(master), madeAt },
      ]),
    ),
  };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys as text, for the file and for `keys export`. */
export function keysText(ring: KeyRing): string {
  const keys = [...ring.generations].map(([number, { lookup, master, madeAt }]) => ({
    number,
    lookup: lookup.toString("base64"),
    master: master.toString("base64"),
    madeAt,
  }));
  return `${JSON.stringify({ format: "iltizam-keys/1", current: ring.current, keys }, null, 2)}\n`;
}

/** A first generation of random keys. */
export function makeKeys(clock: Clock): KeyRing {
  const generation = { lookup: randomBytes(32), master: randomBytes(32), madeAt: clock.now().toISOString() };
  return { current: 1, generations: new Map([[1, generation]]) };
}

/** The keys of `given` (the environment's ILTIZAM_KEYS) or of the file, if there are any. @throws `people.keys_unreadable` */
export async function keysOfFile(file: string, given?: string): Promise<KeyRing | undefined> {
  const text = given || (await readIfThere(file));
  return text === undefined ? undefined : parseKeys(text);
}

/**
 * The installation's keys: from `given` (the environment's ILTIZAM_KEYS) or from the file, which is made when it is not
 * there yet. @throws `people.keys_unreadable`
 */
export async function openKeys(file: string, clock: Clock, given?: string): Promise<KeyRing> {
  const known = await keysOfFile(file, given);
  if (known !== undefined) return known;
  await writeNew(file, keysText(makeKeys(clock)));
  return parseKeys(await readFile(file, "utf8"));
}

/**
 * Puts exported keys in the place of the file. Keys that persons may be sealed under are never thrown away: a file that
 * holds others is refused. @throws `people.keys_exist`, `people.keys_unreadable`
 */
export async function importKeys(file: string, text: string): Promise<KeyRing> {
  const ring = parseKeys(text);
  const known = await readIfThere(file);
  if (known !== undefined && keysText(parseKeys(known)) !== keysText(ring))
    throw peopleErrors.keys_exist({ file });
  if (known === undefined) await writeNew(file, keysText(ring));
  return ring;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes the file whole or not at all; when two start at once, the first one's file stays. */
async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(half, text, { mode: 0o600, flush: true });
  await chmod(half, 0o600);
  // Root may start a folder that is somebody else's, who must still be able to read it tomorrow.
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(dirname(file));
    await chown(half, uid, gid);
  }
  try {
    await link(half, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(half, { force: true });
  }
}
