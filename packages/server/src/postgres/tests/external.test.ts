// DATABASE_URL: a PostgreSQL of one's own, on which Iltizam starts and stops nothing.
import { sentenceOf } from "@iltizam/testkit/bad-days";
import { createTestDatabase, type TestDatabase, withClient } from "@iltizam/testkit/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { externalPostgres } from "../external.ts";

let database: TestDatabase;
const login = `office_${process.pid}`;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await withClient(database.superuserUrl, (client) => client.query(`drop role if exists ${login}`));
  await database.drop();
});

const roleOf = (url: string) =>
  withClient(
    url,
    async (client) => (await client.query<{ role: string }>("select current_user as role")).rows[0]?.role,
  );

test("a server that has everything is used as it is", async () => {
  const { ownerUrl, appUrl } = database;
  const server = await externalPostgres({ url: ownerUrl, appUrl });
  expect(server).toMatchObject({ startedHere: false, appUrl });
  expect(await roleOf(ownerUrl)).toBe("iltizam_owner");
  await server.stop();
});

test("without DATABASE_APP_URL the application takes the role that owns nothing", async () => {
  const server = await externalPostgres({ url: database.superuserUrl, appUrl: undefined });
  expect(await roleOf(server.appUrl)).toBe("iltizam_app");
});

test("a login that may not make the roles gets the SQL for its administrator, and it suffices", async () => {
  await withClient(database.superuserUrl, (client) =>
    client.query(`create role ${login} login password 'x'`),
  );
  const url = new URL(database.superuserUrl);
  url.username = login;
  url.password = "x";
  await withClient(database.superuserUrl, (client) =>
    client.query(`grant connect on database ${database.name} to ${login}`),
  );
  const refusal = await sentenceOf(externalPostgres({ url: url.href, appUrl: undefined }));
  const [sentence, sql] = refusal.split("\n\n");
  expect(sentence).toMatch(
    /^The login office_\d+ of DATABASE_URL may not make the roles .* an administrator .* run this once/,
  );
  await withClient(database.superuserUrl, (client) => client.query(sql ?? ""));
  const server = await externalPostgres({ url: url.href, appUrl: undefined });
  expect(await roleOf(server.appUrl)).toBe("iltizam_app");
  await withClient(database.superuserUrl, (client) =>
    client.query(`reassign owned by ${login} to iltizam_owner; drop owned by ${login}`),
  );
});

test("a server that does not answer is named, without the password", async () => {
  const url = "postgresql://me:secret@127.0.0.1:9/office";
  const refusal = await sentenceOf(externalPostgres({ url, appUrl: undefined }));
  expect(refusal).toMatch(
    /The PostgreSQL of DATABASE_URL \(127\.0\.0\.1:9, database office\) cannot be used: .*ECONNREFUSED/,
  );
  expect(refusal).not.toMatch(/secret/);
});
