// What was recorded while a batch of requests was answered, beside who was told that it was done.
import type pg from "pg";

export interface JournalRow {
  readonly tx: number;
  readonly actor: string;
  readonly act: string;
}

/**
 * Steps of one request, each done when it is done: a text is kept before it is read, outside of any transaction, and taken
 * back when it cannot be read. What is refused has left its two entries and no text.
 */
const stepsOfOne = /^drafts\.(?:keep_intake|keep_reading|drop_intake)$/;

export interface JournalWatch {
  /** The rows since the last time; called while nothing is on its way. */
  since(): Promise<JournalRow[]>;
}

export async function watchJournal(client: pg.Client): Promise<JournalWatch> {
  const read = async (after: number) => {
    const { rows } = await client.query<{ tx: string; actor: string; act: string }>(
      "select distinct tx, actor, act from journal where tx > $1 order by tx",
      [after],
    );
    return rows.map((row) => ({ ...row, tx: Number(row.tx) }));
  };
  let last = Number((await client.query("select coalesce(max(tx), 0) as tx from journal")).rows[0]?.tx);
  return {
    async since() {
      const rows = await read(last);
      last = rows.at(-1)?.tx ?? last;
      return rows;
    },
  };
}

/**
 * Actors in whose name more was recorded than they were told: somebody was refused and something was done. `accepted`:
 * how many changing requests of each actor were answered with success.
 */
export function recordedUntold(rows: readonly JournalRow[], accepted: ReadonlyMap<string, number>): string[] {
  const counted = rows.filter(({ act }) => !stepsOfOne.test(act));
  return [...Map.groupBy(counted, ({ actor }) => actor)]
    .filter(([actor, own]) => new Set(own.map(({ tx }) => tx)).size > (accepted.get(actor) ?? 0))
    .map(([actor]) => actor);
}
