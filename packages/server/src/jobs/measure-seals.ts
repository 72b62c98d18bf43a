import type { Database } from "@iltizam/core/kernel";
import { readSeals, type Seals } from "@iltizam/core/results";
import { Gauge, type Registry } from "prom-client";

/** How far the seals have come, asked once at each scrape; without an answer of the database the last one stands. */
export function measureSeals(registry: Registry, db: Database): void {
  let asked: Promise<Seals | undefined> | undefined;
  const ask = () => {
    asked ??= readSeals(db)
      // The other measures are wanted most when the database is away.
      .catch(() => undefined)
      .finally(() => {
        asked = undefined;
      });
    return asked;
  };
  const tell = (name: string, help: string, read: (seals: Seals) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const seals = await ask();
        if (seals !== undefined) this.set(read(seals));
      },
    });
  tell("iltizam_last_block", "Number of the last block of the seals", ({ lastBlock }) => lastBlock);
  tell(
    "iltizam_unsealed_rows",
    "Committed facts, entries, merges and journal rows that no block holds yet",
    ({ unsealed }) => unsealed,
  );
}
