// What the installation keeps about itself, by key; nothing of the domain.
import { sql } from "kysely";
import { systemActor } from "./actor.ts";
import { nameActor } from "./context.ts";
import { type Database, type Db, firstRow } from "./database.ts";

/** The value kept under a key, or undefined. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  const row = await firstRow(db, sql<{ value: unknown }>`select value from settings where key = ${key}`);
  return row?.value;
}

/** Keeps a value (anything that JSON can hold) under a key, in the name of the installation itself. */
export async function keepSetting(db: Database, key: string, value: unknown): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await nameActor(tx, systemActor, "kernel.keep_setting");
    await sql`
      insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
      on conflict (key) do update set value = excluded.value, changed_at = now()`.execute(tx);
  });
}

/** Keeps a value under a key that has none (or null); gives what the key holds then: the first one to keep has it. */
export async function keepSettingOnce(db: Database, key: string, value: unknown): Promise<unknown> {
  await db.transaction().execute(async (tx) => {
    await nameActor(tx, systemActor, "kernel.keep_setting");
    await sql`
      insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
      on conflict (key) do update set value = excluded.value, changed_at = now()
      where settings.value = 'null'::jsonb`.execute(tx);
  });
  return readSetting(db, key);
}
