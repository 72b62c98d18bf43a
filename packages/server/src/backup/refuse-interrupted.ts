import pg from "pg";
import { backupErrors } from "./errors.ts";
import { isRestoreInterrupted } from "./place.ts";

/** @throws `backup.restore_interrupted` in a place whose restore never ended: nothing else may use it. */
export async function refuseInterruptedRestore(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "iltizam" });
  await client.connect();
  try {
    if (await isRestoreInterrupted(client)) throw backupErrors.restore_interrupted();
  } finally {
    await client.end();
  }
}
