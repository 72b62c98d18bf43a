// The keys and the database belong together: under other keys the same document gives another hash, and everybody would
// count a second time. So the database remembers a fingerprint of the keys that it was first opened with.
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import {
  type Clock,
  type Database,
  type KeyRing,
  keepSetting,
  keepSettingOnce,
  onlyRow,
  readSetting,
} from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { keysOfFile, openKeys } from "./key-file.ts";

const setting = "people.key_fingerprints";
type Fingerprints = Readonly<Record<string, string>>;

export interface KeyPlace {
  readonly db: Database;
  /** The key file, outside the database. */
  readonly file: string;
  readonly clock: Clock;
  /** The environment's ILTIZAM_KEYS, which replaces the file. */
  readonly given?: string | undefined;
}

/**
 * The keys under which this database's persons are registered. The file is made only for a database that has never had
 * any: lost keys are never replaced silently.
 * @throws `people.keys_lost`, `people.keys_differ`, `people.keys_unreadable`
 */
export async function openKeysOf({ db, file, clock, given }: KeyPlace): Promise<KeyRing> {
  const known = (await readSetting(db, setting)) as Fingerprints | null | undefined;
  const there = await keysOfFile(file, given);
  if (there === undefined && (known || (await holdsPersons(db)))) {
    throw peopleErrors.keys_lost({ file });
  }
  const keys = there ?? (await openKeys(file, clock));
  const first = known ?? ((await keepSettingOnce(db, setting, fingerprintsOf(keys))) as Fingerprints);
  if (!holdsAll(keys, first)) throw peopleErrors.keys_differ({ file });
  return keys;
}

/** After a restore: a database in which nobody is registered may have new keys. */
export async function forgetUnusedKeys(db: Database): Promise<void> {
  if (!(await holdsPersons(db))) await keepSetting(db, setting, null);
}

async function holdsPersons(db: Database): Promise<boolean> {
  const { held } = await onlyRow(db, sql<{ held: boolean }>`select vault_in_use() as held`);
  return held;
}

/** Tells keys apart without telling anything about them. */
function fingerprintsOf(keys: KeyRing): Fingerprints {
  const fingerprint = (key: Buffer) =>
    createHmac("sha256", key).update("iltizam key fingerprint").digest("hex");
  return Object.fromEntries(
    [...keys.generations].map(([number, { lookup, master }]) => [
      number,
      `${fingerprint(lookup)}.${fingerprint(master)}`,
    ]),
  );
}

/** A ring may hold later generations than the first opening knew; none of the first ones may lack or differ. */
function holdsAll(keys: KeyRing, known: Fingerprints): boolean {
  const own = fingerprintsOf(keys);
  return Object.entries(known).every(([number, fingerprint]) => own[number] === fingerprint);
}
