// The keys and the database belong together: under other keys the same document gives another hash, and everybody would
// count a second time. So the database remembers a fingerprint of each generation of keys that it has been opened with.
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import {
  type Clock,
  type Database,
  type Db,
  type KeyGeneration,
  type KeyRing,
  nameActor,
  onlyRow,
  rows,
  systemActor,
} from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { keysOfFile, openKeys } from "./key-file.ts";

export interface KeyPlace {
  readonly db: Database;
  /** The key file, outside the database. */
  readonly file: string;
  readonly clock: Clock;
  /** The environment's ILTIZAM_KEYS, which replaces the file. */
  readonly given?: string | undefined;
}

/** A generation as the database knows it. */
export interface KnownGeneration {
  readonly number: number;
  readonly fingerprint: string;
  readonly isCurrent: boolean;
  readonly isRetired: boolean;
}

/**
 * The keys under which this database's persons are registered; `renew` reads them again after a rotation. The file is
 * made only for a database that has never had any: lost keys are never replaced silently.
 * @throws `people.keys_lost`, `people.keys_differ`, `people.generation_missing`, `people.keys_unreadable`
 */
export async function openKeysOf(place: KeyPlace): Promise<KeyRing> {
  const { db, file, clock } = place;
  const known = await knownGenerations(db);
  const there = await keysOfFile(file, place.given);
  if (there === undefined && (known.length > 0 || (await holdsPersons(db)))) {
    throw peopleErrors.keys_lost({ file });
  }
  const keys = there ?? (await openKeys(file, clock));
  if (known.length === 0) await keepGenerations(db, clock, keys);
  let ring = ringOf(keys, known.length > 0 ? known : await knownGenerations(db), file);
  return {
    get current() {
      return ring.current;
    },
    get generations() {
      return ring.generations;
    },
    async renew() {
      const again = await keysOfFile(file, place.given);
      if (again === undefined) throw peopleErrors.keys_lost({ file });
      ring = ringOf(again, await knownGenerations(db), file);
    },
  };
}

/**
 * The keys of the file, of which the database says which generation is current.
 * @throws `people.generation_missing`, `people.keys_differ`
 */
export function ringOf(keys: KeyRing, known: readonly KnownGeneration[], file: string): KeyRing {
  for (const { number, fingerprint, isRetired } of known) {
    const own = keys.generations.get(number);
    if (own === undefined && !isRetired) throw peopleErrors.generation_missing({ number, file });
    if (own !== undefined && fingerprintOf(own) !== fingerprint) throw peopleErrors.keys_differ({ file });
  }
  const current = Math.max(...known.filter(({ isCurrent }) => isCurrent).map(({ number }) => number));
  return { current, generations: keys.generations };
}

/** After a restore: a database in which nobody is registered may have new keys. */
export async function forgetUnusedKeys(db: Database): Promise<void> {
  if (await holdsPersons(db)) return;
  await db.transaction().execute(async (tx) => {
    await nameActor(tx, systemActor, "people.forget_keys");
    await sql`delete from vault_generations`.execute(tx);
  });
}

async function holdsPersons(db: Database): Promise<boolean> {
  const { held } = await onlyRow(db, sql<{ held: boolean }>`select vault_in_use() as held`);
  return held;
}

/** Every generation that this database has been opened with, from the first on. */
export function knownGenerations(db: Db): Promise<KnownGeneration[]> {
  return rows(
    db,
    sql<KnownGeneration>`
      select number, lookup_fingerprint || '.' || master_fingerprint as fingerprint,
             current_since is not null as "isCurrent", retired_at is not null as "isRetired"
      from vault_generations order by number`,
  );
}

/** Tells keys apart without telling anything about them. */
export function fingerprintsOf({ lookup, master }: KeyGeneration): readonly [lookup: string, master: string] {
  const of = (key: Buffer) => createHmac("sha256", key).update("iltizam key fingerprint").digest("hex");
  return [of(lookup), of(master)];
}

const fingerprintOf = (generation: KeyGeneration) => fingerprintsOf(generation).join(".");

/** The first to open an empty database wins: two servers that start at once cannot work under different keys. */
async function keepGenerations(db: Database, clock: Clock, { current, generations }: KeyRing): Promise<void> {
  const numbers = [...generations.keys()];
  const prints = [...generations.values()].map(fingerprintsOf);
  await db.transaction().execute(async (tx) => {
    await nameActor(tx, systemActor, "people.keep_generations");
    await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.keys', 0))`.execute(tx);
    await sql`
      insert into vault_generations (number, lookup_fingerprint, master_fingerprint, recorded_at, current_since)
      select g.number, g.lookup, g.master, ${clock.now()},
             case when g.number <= ${current} then ${clock.now()}::timestamptz end
      from unnest(${numbers}::smallint[], ${prints.map(([lookup]) => lookup)}::text[],
                  ${prints.map(([, master]) => master)}::text[]) g (number, lookup, master)
      where not exists (select from vault_generations)`.execute(tx);
  });
}
