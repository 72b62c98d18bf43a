// What the acts are given from outside, put together in one place for the server, the jobs and the command line: the
// database, the files and keys of the data folder, the guards of the folders that answer them.
import { join } from "node:path";
import {
  type Actor,
  type Clock,
  type Context,
  createContext,
  DomainError,
  type FileStore,
  folderFileStore,
  type Guard,
  type KeyRing,
  type OpenedDatabase,
  openDatabase,
  systemClock,
} from "@iltizam/core/kernel";
import { openKeysOf, peopleErrors } from "@iltizam/core/people";
import { gatherCore } from "../http/gather-core.ts";
import { fileFailure } from "../postgres/index.ts";
import { readerInWorker } from "../reading/index.ts";

export interface ContextPlace {
  /** Address of the database for the application's role; it is migrated. */
  readonly appUrl: string;
  /** The installation's folder, with its files and keys. */
  readonly dataDir: string;
  readonly actor: Actor;
  /** How the connections name themselves to PostgreSQL. */
  readonly name: string;
  /** Connections to the database; default 20. */
  readonly connections?: number | undefined;
  readonly clock?: Clock | undefined;
  readonly files?: FileStore | undefined;
  /** By default the answers that the core's folders give. */
  readonly guards?: Readonly<Record<string, Guard>> | undefined;
  /** Keys of one's own instead of the folder's. */
  readonly keys?: KeyRing | undefined;
  /**
   * What follows when the database's keys are lost or others lie in their place: `refuse` (default), or `do without`, for
   * readings that need no person; an act that needs one then refuses.
   */
  readonly lostKeys?: "refuse" | "do without";
}

export interface OpenContext {
  readonly ctx: Context;
  readonly opened: OpenedDatabase;
  close(): Promise<void>;
}

/** Where the vault's keys lie: beside the database, never in it. */
export const keyFile = (dataDir: string) => join(dataDir, "keys.json");

/**
 * Opens the context of an installation; its first opening makes the keys.
 * @throws `people.keys_lost`, `people.keys_differ`, `people.keys_unreadable`; `postgres.*` for a folder's refusal
 */
export async function openContext(place: ContextPlace): Promise<OpenContext> {
  const opened = openDatabase(place.appUrl, {
    applicationName: place.name,
    ...(place.connections !== undefined && { max: place.connections }),
  });
  try {
    const clock = place.clock ?? systemClock;
    const gathered = await gatherCore();
    const keys = place.keys ?? (await folderKeys(place, opened, clock));
    const reader = readerInWorker();
    const ctx = createContext({
      db: opened.db,
      reader,
      actor: place.actor,
      files: place.files ?? folderFileStore(join(place.dataDir, "files")),
      guards: place.guards ?? gathered.guards,
      permissions: gathered.permissions,
      work: gathered.work ?? [],
      clock,
      ...(keys && { keys }),
    });
    return { ctx, opened, close: () => Promise.all([reader.close(), opened.close()]).then(() => undefined) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

const wrongKeys: readonly string[] = [
  peopleErrors.keys_lost.code,
  peopleErrors.keys_differ.code,
  peopleErrors.generation_missing.code,
];

async function folderKeys(
  { dataDir, lostKeys }: ContextPlace,
  { db }: OpenedDatabase,
  clock: Clock,
): Promise<KeyRing | undefined> {
  try {
    return await openKeysOf({ db, clock, file: keyFile(dataDir), given: process.env.ILTIZAM_KEYS });
  } catch (error) {
    if (lostKeys === "do without" && error instanceof DomainError && wrongKeys.includes(error.code))
      return undefined;
    throw fileFailure(error, dataDir);
  }
}
