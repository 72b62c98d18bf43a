// The demo belongs into a database in which nobody has recorded anything, and nowhere else.
import {
  type Database,
  keepSetting,
  type Locale,
  migrate,
  onlyRow,
  openDatabase,
  readSetting,
} from "@iltizam/core/kernel";
import { sql } from "kysely";
import { emptyDatabase } from "../postgres/index.ts";
import { startWords } from "./words.ts";

/** What fills an empty database with the demo. */
export type LoadDemo = (options: {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  readonly onMessage: (text: string) => void;
  readonly locale: Locale;
}) => Promise<void>;

export type DemoState = "empty" | "interrupted" | "present";

/** Whether the demo is to be loaded: `interrupted` when an earlier loading never ended. */
export function demoState(ownerUrl: string): Promise<DemoState> {
  return asOwner(ownerUrl, async (db) => {
    const mark = await readSetting(db, "demo");
    if (mark !== undefined) return mark === "loading" ? "interrupted" : "present";
    const { recorded } = await onlyRow(
      db,
      sql<{ recorded: boolean }>`select exists (select from journal) as recorded`,
    );
    return recorded ? "present" : "empty";
  });
}

export function markDemo(ownerUrl: string, state: "loading" | "loaded"): Promise<void> {
  return asOwner(ownerUrl, (db) => keepSetting(db, "demo", state));
}

/**
 * Empties a database whose demo was interrupted. Nothing but the demo can be in it: the server has never served it, and
 * the command line refuses to work on it. The migrations follow anew.
 */
export function clearInterruptedDemo(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, (db) =>
    db.transaction().execute(async (tx) => {
      await sql.raw(emptyDatabase).execute(tx);
    }),
  );
}

/**
 * Loads the demo into a migrated database in which nobody has recorded anything; an interrupted loading begins anew.
 * False when something is recorded already, and nothing was done.
 */
export async function loadDemoOnce(place: Parameters<LoadDemo>[0], loadDemo: LoadDemo): Promise<boolean> {
  const { ownerUrl, onMessage, locale } = place;
  const state = await demoState(ownerUrl);
  if (state === "present") return false;
  if (state === "interrupted") {
    onMessage(startWords(locale)("demo.anew"));
    await clearInterruptedDemo(ownerUrl);
    await migrate({ ownerUrl });
  }
  await markDemo(ownerUrl, "loading");
  await loadDemo(place);
  // PostgreSQL counts by itself within a minute: until then a recount of the whole demo takes eight seconds instead of one.
  await asOwner(ownerUrl, (db) => sql`analyze`.execute(db));
  await markDemo(ownerUrl, "loaded");
  return true;
}

async function asOwner<Result>(url: string, act: (db: Database) => Promise<Result>): Promise<Result> {
  const opened = openDatabase(url, { max: 1, applicationName: "iltizam start" });
  try {
    return await act(opened.db);
  } finally {
    await opened.close();
  }
}
