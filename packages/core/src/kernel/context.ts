import { sql } from "kysely";
import type { Actor } from "./actor.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Database, Db } from "./database.ts";
import type { FileStore } from "./files.ts";
import { type Ids, systemIds } from "./ids.ts";
import type { KeyRing } from "./key-ring.ts";
import type { PermissionTable } from "./roles.ts";
import { scopesOf } from "./scopes.ts";
import type { SignatureProvider } from "./signature-provider.ts";
import type { TextReader } from "./text-reader.ts";
import type { WorkQuestion } from "./work.ts";

/** What every act and query is given from outside. */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: FileStore;
  /** IANA name of the zone whose days are the days of facts and of `known-on`. */
  readonly timeZone: string;
  /** The vault's keys; without them no person is found, registered or read. */
  readonly keys?: KeyRing;
  /** Reads texts into drafts; without it no text is opened for review. */
  readonly reader?: TextReader;
  /** Signs from a screen; without it signatures are made on paper and recorded. */
  readonly signatures?: SignatureProvider;
  /** Answers of higher floors to a life cycle's guards, by guard name. */
  readonly guards: Readonly<Record<string, Guard>>;
  /** Every permission with the roles that hold it, as the server gathered them. */
  readonly permissions: PermissionTable;
  /** What each folder asks for somebody's work, as the server gathered it. */
  readonly work: readonly WorkQuestion[];
  /** Set inside an act: the transaction that everything in it shares. */
  readonly transaction?: Db;
}

/** A guard's answer: what is missing, in words of the field, or nothing. */
export type Guard = (ctx: Context, objectId: string) => Promise<readonly string[]>;

export function createContext(given: Pick<Context, "db" | "actor" | "files"> & Partial<Context>): Context {
  const defaults = { clock: systemClock, ids: systemIds, timeZone: "Africa/Casablanca" };
  return { ...defaults, guards: {}, permissions: {}, work: [], ...given };
}

/** The transaction of the running act, or the database outside one. */
export function dbOf(ctx: Context): Db {
  return ctx.transaction ?? ctx.db;
}

/**
 * Tells the database who acts and what she may see, for this transaction; without it every change of data is refused and
 * no protected row is seen.
 */
export async function nameActor(tx: Db, actor: Actor, act: string): Promise<void> {
  await sql`
    select set_config('iltizam.actor', ${actor.id}, true), set_config('iltizam.act', ${act}, true),
           set_config('iltizam.scopes', ${scopesOf(actor)}, true)`.execute(tx);
}
