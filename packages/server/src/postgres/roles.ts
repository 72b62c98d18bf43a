// The three roles and the database: made by the superuser, or on a server of one's own by hand.
import pg from "pg";
import type { Secrets } from "./secrets.ts";

export const databaseName = "iltizam";

const lit = (text: string) => pg.escapeLiteral(text);

function createRole(name: string, attributes: string): string {
  return `do $$ begin if not exists (select from pg_roles where rolname = ${lit(name)}) then create role ${name}; end if; end $$;
alter role ${name} ${attributes};`;
}

/**
 * `iltizam_owner` owns the database and migrates it; `iltizam_app` owns nothing; `iltizam_counter` owns the functions
 * that count across every scope and nobody logs in as it.
 */
export function rolesSql(secrets: Secrets): string {
  return [
    createRole("iltizam_owner", `login nosuperuser password ${lit(secrets.owner)}`),
    createRole("iltizam_app", `login nosuperuser password ${lit(secrets.app)}`),
    createRole("iltizam_counter", "nologin bypassrls"),
    "grant iltizam_counter to iltizam_owner;",
  ].join("\n");
}

/** What each role may do inside one database; run there. */
export function databaseRightsSql(name: string, owner = "iltizam_owner"): string {
  const database = pg.escapeIdentifier(name);
  return [
    `alter database ${database} owner to ${pg.escapeIdentifier(owner)};`,
    `revoke all on database ${database} from public;`,
    `grant connect, temporary on database ${database} to iltizam_app, iltizam_counter;`,
    "grant usage on schema public to iltizam_app;",
    "grant usage, create on schema public to iltizam_counter;",
  ].join("\n");
}

/** Makes the roles and the database where they are missing; harmless when repeated after an interruption. */
export async function makeRolesAndDatabase(superuserUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(rolesSql(secrets));
    const { rowCount } = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner iltizam_owner`);
  } finally {
    await client.end();
  }
  await grantInside(superuserUrl, databaseName);
}

/** Gives the roles their rights inside one database of the same server. */
export async function grantInside(superuserUrl: string, name: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(databaseRightsSql(name));
  } finally {
    await client.end();
  }
}
