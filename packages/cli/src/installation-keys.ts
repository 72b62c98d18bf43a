// The keys of the identity vault, beside the data and never in the database.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Database, type KeyRing, onlyRow, systemClock } from "@iltizam/core/kernel";
import { openKeys } from "@iltizam/core/people";
import { sql } from "kysely";

export function keyFile(dataDir: string): string {
  return join(dataDir, "keys.json");
}

/**
 * The installation's keys, made on first use. A vault that holds persons has keys already: where they are missing (after
 * a restore) none are made, because others would open nothing.
 */
export async function installationKeys(dataDir: string, db: Database): Promise<KeyRing | undefined> {
  const file = keyFile(dataDir);
  const given = process.env.ILTIZAM_KEYS;
  const known = existsSync(file) || (given !== undefined && given !== "");
  if (!known && (await vaultHoldsSomebody(db))) return undefined;
  return openKeys(file, systemClock, given);
}

async function vaultHoldsSomebody(db: Database): Promise<boolean> {
  const { held } = await onlyRow(
    db,
    sql<{ held: boolean }>`
      select exists (select from vault_documents) or exists (select from vault_persons) as held`,
  );
  return held;
}
