// Every row that was written since the start was written by a transaction that stands in the journal, by an actor whose
// roles allow the act. PostgreSQL says of each row which transaction wrote it.
import type pg from "pg";

/** Written without a journal row, and why that is right. */
const unjournalled: Readonly<Record<string, string>> = {
  journal: "is the journal",
  attempts: "counts what was tried",
  sessions: "notes the last use",
  api_keys: "notes the last use",
  step_tokens: "counts the tries of a code",
  outbox: "notes what was sent",
  blocks: "the sealer's",
  settings: "the sealer's place",
};

/** From which an act may take rows away: second factors, what lies where in the tree, parts of a promise, erased persons. */
const shrinking = new Set([
  ...Object.keys(unjournalled),
  ...["second_factors", "recovery_codes", "node_paths", "visibility", "agreement_parents"],
  ...["commitment_breakdowns", "commitment_eligibility", "commitment_responsibilities"],
  ...["vault_generations", "vault_documents", "vault_persons", "vault_boxes", "vault_files"],
]);

export interface RowsBefore {
  readonly tx: number;
  readonly counts: ReadonlyMap<string, number>;
}

export async function rowsBefore(client: pg.Client): Promise<RowsBefore> {
  const { rows } = await client.query<{ tx: string }>("select pg_current_xact_id()::text as tx");
  return { tx: Number(rows[0]?.tx), counts: await countRows(client) };
}

/** The tables that hold rows which nobody's act has written, and those from which rows are gone. */
export async function unexplainedRows(client: pg.Client, before: RowsBefore): Promise<string[]> {
  const faults: string[] = [];
  for (const [table, count] of await countRows(client)) {
    if (!shrinking.has(table) && count < (before.counts.get(table) ?? 0))
      faults.push(`${table} has lost rows`);
    if (table in unjournalled) continue;
    const { rows } = await client.query<{ xmin: string; n: string }>(
      `select t.xmin::text, count(*) as n from "${table}" t where t.xmin::text::bigint > $1
       and not exists (select from journal j where j.tx = t.xmin::text::bigint) group by 1 order by 1 limit 5`,
      [before.tx],
    );
    for (const { xmin, n } of rows)
      faults.push(`${table} has ${n} rows of transaction ${xmin}, which is not in the journal`);
  }
  return faults;
}

async function countRows(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const counts = new Map<string, number>();
  for (const { name } of rows) {
    const counted = await client.query<{ n: string }>(`select count(*) as n from "${name}"`);
    counts.set(name, Number(counted.rows[0]?.n));
  }
  return counts;
}

export interface Rights {
  /** The permission that each act asks for. */
  readonly permissionOf: ReadonlyMap<string, string>;
  /** What each actor may do somewhere; `*` for all. */
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What stands in the journal since then in the name of somebody who may not do it. */
export async function unlawfulActs(
  client: pg.Client,
  before: RowsBefore,
  { permissionOf, held }: Rights,
): Promise<string[]> {
  const { rows } = await client.query<{ actor: string; act: string; n: string }>(
    "select actor, act, count(*) as n from journal where tx > $1 group by 1, 2 order by 1, 2",
    [before.tx],
  );
  return rows.flatMap(({ actor, act, n }) => {
    const permission = permissionOf.get(act);
    const permissions = held.get(actor);
    if (permissions === undefined)
      return [`${act} stands ${n} times in the journal in the name of ${actor}, who is nobody here`];
    if (permission === undefined || permissions.has("*") || permissions.has(permission)) return [];
    return [
      `${act} stands ${n} times in the journal in the name of ${actor}, who does not hold ${permission}`,
    ];
  });
}
