import { randomBytes } from "node:crypto";
import {
  inDatabase,
  serverVariable,
  startPostgresForTests,
  type TestServer,
  templateName,
} from "./postgres-for-tests.ts";
import { withClient } from "./with-client.ts";

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly name: string;
  /** For what only an administrator of the server may do. */
  readonly superuserUrl: string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

let ownServer: Promise<TestServer & { stop(): Promise<void> }> | undefined;

/**
 * A migrated, empty database of one's own on a real PostgreSQL 18: one per test file.
 * @param like another database of the same server to begin with, to which nobody is connected
 * @example
 * const database = await createTestDatabase();
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(like = templateName): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl, appUrl } = await testServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withClient(superuserUrl, async (client) => {
    // Copied as files: a server that keeps the shortest log writes nothing of it down.
    await client.query(`create database ${name} template ${like} strategy file_copy owner iltizam_owner`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect, temporary on database ${name} to iltizam_app, iltizam_counter`);
  });
  return {
    name,
    superuserUrl: inDatabase(superuserUrl, name),
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    drop: () =>
      withClient(
        superuserUrl,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

/** Stops the server that `createTestDatabase` started itself, outside a run of vitest (a benchmark, a script). */
export async function stopOwnTestServer(): Promise<void> {
  await (await ownServer)?.stop();
  ownServer = undefined;
}

/** The run's server, or one of this process's own. */
export function testServer(): Promise<TestServer> {
  const given = process.env[serverVariable];
  if (given !== undefined) return Promise.resolve(JSON.parse(given) as TestServer);
  ownServer ??= startPostgresForTests();
  return ownServer;
}
