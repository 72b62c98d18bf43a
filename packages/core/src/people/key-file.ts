// The vault's keys live in a file beside the data (mode 0600) or in the environment, never in the database: whoever has
// only a copy of the database, or a backup, can read no person.
import { randomBytes } from "node:crypto";
import { chmod, chown, link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Clock, KeyGeneration, KeyRing } from "../kernel/index.ts";
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

const makeGeneration = (clock: Clock): KeyGeneration => ({
  lookup: randomBytes(32),
  master: randomBytes(32),
  madeAt: clock.now().toISOString(),
});

/** A first generation of random keys. */
export function makeKeys(clock: Clock): KeyRing {
  return { current: 1, generations: new Map([[1, makeGeneration(clock)]]) };
}

/** Puts a new generation into the file, beside those that are there. */
export async function addGeneration(
  file: string,
  { current, generations }: KeyRing,
  number: number,
  clock: Clock,
): Promise<KeyRing> {
  const ring = { current, generations: new Map([...generations, [number, makeGeneration(clock)]]) };
  await replace(file, keysText(ring));
  return ring;
}

/**
 * Takes a generation out of the file, into a file of its own beside it: nothing of this database needs it any more, but
 * a backup made before does. Gives that file's path.
 */
export async function retireGeneration(file: string, number: number, current: number): Promise<string> {
  const retiredFile = file.replace(/(\.json)?$/, `.retired-${number}.json`);
  const ring = await keysOfFile(file);
  const retired = ring?.generations.get(number);
  if (ring === undefined || retired === undefined) return retiredFile;
  await replace(retiredFile, keysText({ current: number, generations: new Map([[number, retired]]) }));
  const kept = [...ring.generations].filter(([one]) => one !== number);
  await replace(file, keysText({ current, generations: new Map(kept) }));
  return retiredFile;
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
 * Puts exported keys in the place of the file, or adds the generations that it lacks. Keys that persons may be sealed
 * under are never thrown away: a file that holds another key under the same number is refused.
 * @throws `people.keys_exist`, `people.keys_unreadable`
 */
export async function importKeys(file: string, text: string): Promise<KeyRing> {
  const given = parseKeys(text);
  const there = await readIfThere(file);
  if (there === undefined) {
    await writeNew(file, keysText(given));
    return given;
  }
  const known = parseKeys(there);
  for (const [number, { lookup, master }] of given.generations) {
    const own = known.generations.get(number);
    if (own !== undefined && !(own.lookup.equals(lookup) && own.master.equals(master)))
      throw peopleErrors.keys_exist({ file });
  }
  const generations = new Map([...given.generations, ...known.generations].sort(([one], [two]) => one - two));
  const ring = { current: Math.max(known.current, given.current), generations };
  if (keysText(ring) !== keysText(known)) await replace(file, keysText(ring));
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
  const half = await writeHalf(file, text);
  try {
    await link(half, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(half, { force: true });
  }
}

/** Puts the text in the file's place in one moment. */
async function replace(file: string, text: string): Promise<void> {
  await rename(await writeHalf(file, text), file);
}

async function writeHalf(file: string, text: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(half, text, { mode: 0o600, flush: true });
  await chmod(half, 0o600);
  // Root may start a folder that is somebody else's, who must still be able to read it tomorrow.
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(dirname(file));
    await chown(half, uid, gid);
  }
  return half;
}
