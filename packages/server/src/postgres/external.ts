// A PostgreSQL of one's own, named by DATABASE_URL: Iltizam starts and stops nothing there.
import pg from "pg";
import { majorVersion } from "./create.ts";
import type { RunningPostgres } from "./embedded.ts";
import { postgresErrors } from "./errors.ts";
import { because } from "./failures.ts";
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
    throw because(
      postgresErrors.unreachable,
      { address, database: database ?? "", reason: reasonOf(error) },
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
  throw postgresErrors.too_old({ address, version, needed: majorVersion });
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
    throw because(
      postgresErrors.roles_missing,
      { login, database, reason: reasonOf(error), statements: sql },
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
