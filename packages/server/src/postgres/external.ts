// A PostgreSQL of one's own, named by DATABASE_URL: Iltizam starts and stops nothing there.
import pg from "pg";
import { majorVersion } from "./create.ts";
import type { RunningPostgres } from "./embedded.ts";
import { startFailure } from "./failures.ts";
import { databaseRightsSql } from "./roles.ts";

export interface ExternalOptions {
  /** The login that owns the database and migrates it. */
  readonly url: string;
  /** The login of the application; without it, the owner's login that becomes `iltizam_app` at once. */
  readonly appUrl: string | undefined;
}

/** Checks the server and makes the roles that are missing, if the login may. */
export async function externalPostgres({ url, appUrl }: ExternalOptions): Promise<RunningPostgres> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  const { host, port, database } = client;
  const address = `${host}:${port}`;
  try {
    await client.connect();
  } catch (error) {
    throw startFailure(
      "database_refused",
      `The PostgreSQL of DATABASE_URL (${address}, database ${database}) cannot be used: ${reasonOf(error)}. Correct DATABASE_URL, or leave it out to use the embedded one.`,
      error,
    );
  }
  try {
    const version = await requireVersion(client, address);
    // A login of its own for the application spares the owner from becoming it.
    await makeMissingRoles(client, database ?? "iltizam", appUrl === undefined);
    const stop = () => Promise.resolve();
    return {
      ownerUrl: url,
      appUrl: appUrl ?? asApp(url),
      version,
      startedHere: false,
      runsAs: address,
      stop,
    };
  } finally {
    await client.end();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

function asApp(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set("options", "-c role=iltizam_app");
  return changed.href;
}

async function requireVersion(client: pg.Client, address: string): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  const version = rows[0]?.version ?? "";
  if (Number.parseInt(version, 10) >= Number(majorVersion)) return version;
  throw startFailure(
    "database_refused",
    `The PostgreSQL of DATABASE_URL (${address}) is version ${version}; Iltizam needs ${majorVersion} or newer.`,
  );
}

async function makeMissingRoles(client: pg.Client, database: string, asApp: boolean): Promise<void> {
  const needed = asApp ? ["iltizam_app", "iltizam_counter"] : ["iltizam_counter"];
  const { rows } = await client.query<{ login: string; complete: boolean }>(
    `select current_user as login,
            count(*) = 2 and bool_and(rolname <> all ($1) or pg_has_role(current_user, oid, 'set')) as complete
     from pg_roles where rolname in ('iltizam_app', 'iltizam_counter')`,
    [needed],
  );
  const [{ login, complete } = { login: "", complete: false }] = rows;
  if (complete) return;
  const sql = externalRolesSql(login, database);
  try {
    await client.query(`begin; ${sql}; commit`);
  } catch (error) {
    throw startFailure(
      "database_refused",
      `The login ${login} of DATABASE_URL may not make the roles that Iltizam needs (${reasonOf(error)}): let an administrator of that server run this once in the database ${database}, then start again.\n\n${sql}\n`,
      error,
    );
  }
}

function externalRolesSql(login: string, database: string): string {
  const missing = (name: string, attributes: string) =>
    `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${attributes}; end if; end $$;`;
  return [
    missing("iltizam_app", "nologin"),
    missing("iltizam_counter", "nologin bypassrls"),
    `grant iltizam_app, iltizam_counter to ${pg.escapeIdentifier(login)};`,
    databaseRightsSql(database, login),
  ].join("\n");
}
