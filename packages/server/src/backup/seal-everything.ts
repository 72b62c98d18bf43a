import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** Seals every row that is ready; waits for a sealer that is at work already. Returns how many blocks were made. */
export async function sealEverything(client: pg.ClientBase, now: Date): Promise<number> {
  for (;;) {
    const made = await sealOnce(client, now);
    if (made !== null) return made;
    await sleep(50);
  }
}

async function sealOnce(client: pg.ClientBase, now: Date): Promise<number | null> {
  await client.query("begin");
  try {
    await client.query("select set_config('iltizam.actor', 'sealer', true)");
    const { rows } = await client.query<{ made: number | null }>("select seal_blocks($1) as made", [now]);
    await client.query("commit");
    return rows[0]?.made ?? null;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
