// The demo belongs into a database in which nobody has recorded anything, and nowhere else.
import pg from "pg";

/** What fills an empty database with the demo. */
export type LoadDemo = (options: {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  readonly onMessage: (text: string) => void;
}) => Promise<void>;

export type DemoState = "empty" | "interrupted" | "present";

/** Whether the demo is to be loaded: `interrupted` when an earlier loading never ended. */
export async function demoState(ownerUrl: string): Promise<DemoState> {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ loading: boolean; recorded: boolean }>(
      `select exists (select from settings where key = 'demo' and value = '"loading"') as loading,
              exists (select from journal) as recorded`,
    );
    if (rows[0]?.loading) return "interrupted";
    return rows[0]?.recorded ? "present" : "empty";
  });
}

export async function markDemo(ownerUrl: string, state: "loading" | "loaded"): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("select set_config('iltizam.actor', 'start', true)");
    await client.query(
      `insert into settings (key, value) values ('demo', to_jsonb($1::text))
       on conflict (key) do update set value = excluded.value, changed_at = now()`,
      [state],
    );
    await client.query("commit");
  });
}

/**
 * Empties a database whose demo was interrupted. Nothing but the demo can be in it: the server has never served it, and
 * the command line refuses to work on it. The migrations follow anew.
 */
export async function clearInterruptedDemo(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, (client) =>
    client.query(
      `begin;
       drop schema if exists graphile_worker cascade;
       drop schema public cascade;
       create schema public;
       grant usage on schema public to iltizam_app;
       grant usage, create on schema public to iltizam_counter;
       commit`,
    ),
  );
}

async function withOwner<Result>(url: string, act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: "iltizam start" });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
