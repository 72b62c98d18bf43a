// What a database folder survives: killed servers, foreign pids, interrupted creation, copies, strangers.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresOf, sentenceOf, testFolder } from "@iltizam/testkit/bad-days";
import { withClient } from "@iltizam/testkit/database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { embeddedPostgres } from "../index.ts";

let folder: ReturnType<typeof testFolder>;
let dataDir: string;
beforeEach(() => {
  folder = testFolder();
  dataDir = join(folder.path, "data");
});
afterEach(() => folder.remove());

const durable = false;
const pgdata = () => join(dataDir, "postgres", "data");
const pidFile = () => join(pgdata(), "postmaster.pid");

async function write(url: string, text: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`create table if not exists kept (text text); insert into kept values ('${text}')`),
  );
}

/** As after a restart of the machine: each process of the database works in its folder, and none is left. */
async function untilNoneIsLeft(): Promise<void> {
  const here = realpathSync(pgdata());
  const worksHere = (pid: string) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === here;
    } catch {
      return false;
    }
  };
  while (existsSync("/proc") && readdirSync("/proc").some(worksHere)) await sleep(20);
}

const kept = (url: string) =>
  withClient(url, async (client) =>
    (await client.query<{ text: string }>("select text from kept")).rows.map((row) => row.text),
  );

test("the roles are as promised, the server durable, the password needed", async () => {
  const server = await embeddedPostgres({ dataDir });
  const settings = await withClient(server.appUrl, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'jit', 'listen_addresses')",
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  });
  expect(settings).toEqual({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    server_encoding: "UTF8",
    jit: "off",
    listen_addresses: "127.0.0.1",
  });
  const wrong = new URL(server.ownerUrl);
  wrong.password = "guess";
  await expect(withClient(wrong.href, (client) => client.query("select 1"))).rejects.toThrow(/password/);
  await server.stop();
});

test("the folder that left last stops the server; a sharer keeps it", async () => {
  const first = await embeddedPostgres({ dataDir, durable });
  const second = await embeddedPostgres({ dataDir, durable });
  expect([first.startedHere, second.startedHere]).toEqual([true, false]);
  await first.stop();
  await write(second.ownerUrl, "after the first one left");
  await second.stop();
  expect(existsSync(pidFile())).toBe(false);
});

test("two first starts at once make one database", async () => {
  const both = await Promise.all([1, 2].map(() => embeddedPostgres({ dataDir, durable })));
  expect(both.map((server) => server.startedHere).sort()).toEqual([false, true]);
  await Promise.all(both.map((server) => server.stop()));
  expect(existsSync(pidFile())).toBe(false);
});

test("a killed database comes back with what it had acknowledged", async () => {
  const before = await embeddedPostgres({ dataDir });
  await write(before.ownerUrl, "acknowledged");
  process.kill(postgresOf(dataDir)?.pid ?? 0, "SIGKILL");
  const after = await embeddedPostgres({ dataDir });
  expect(await kept(after.ownerUrl)).toEqual(["acknowledged"]);
  await after.stop();
});

test("a pid file that names a living stranger does not hinder the start", async () => {
  const before = await embeddedPostgres({ dataDir });
  await write(before.ownerUrl, "before");
  const { pid = 0 } = postgresOf(dataDir) ?? {};
  process.kill(pid, "SIGKILL");
  await untilNoneIsLeft();
  // The number now belongs to this very test.
  writeFileSync(pidFile(), readFileSync(pidFile(), "utf8").replace(String(pid), String(process.pid)));
  const after = await embeddedPostgres({ dataDir });
  expect(await kept(after.ownerUrl)).toEqual(["before"]);
  await after.stop();
});

test("an interrupted creation is cleared and begun again", async () => {
  const first = await embeddedPostgres({ dataDir, durable });
  await first.stop();
  const unfinished = `${pgdata()}.unfinished`;
  cpSync(pgdata(), unfinished, { recursive: true, filter: (path) => !path.endsWith("postmaster.opts") });
  rmSync(pgdata(), { recursive: true });
  const again = await embeddedPostgres({ dataDir, durable });
  expect(existsSync(unfinished)).toBe(false);
  await again.stop();
});

test("creation interrupted before the roles were made goes on from there", async () => {
  const first = await embeddedPostgres({ dataDir, durable });
  await withClient(first.superuserUrl ?? "", (client) => client.query("drop database iltizam with (force)"));
  await first.stop();
  const file = join(dataDir, "postgres.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"prepared": true', '"prepared": false'));
  const again = await embeddedPostgres({ dataDir, durable });
  await write(again.ownerUrl, "works");
  await again.stop();
});

test("files that are no database are refused and left alone", async () => {
  mkdirSync(pgdata(), { recursive: true });
  writeFileSync(join(pgdata(), "letter.txt"), "mine");
  expect(await sentenceOf(embeddedPostgres({ dataDir, durable }))).toMatch(
    /no complete PostgreSQL database, and nothing there was touched/,
  );
  expect(readFileSync(join(pgdata(), "letter.txt"), "utf8")).toBe("mine");
});

test("a database of another PostgreSQL is refused with the way out", async () => {
  const server = await embeddedPostgres({ dataDir, durable });
  await server.stop();
  writeFileSync(join(pgdata(), "PG_VERSION"), "17\n");
  expect(await sentenceOf(embeddedPostgres({ dataDir, durable }))).toMatch(
    /made by PostgreSQL 17 and this Iltizam runs 18: make a backup/,
  );
});

test("a copy of a folder is never taken for the running original", async () => {
  const before = await embeddedPostgres({ dataDir });
  await write(before.ownerUrl, "both");
  await before.stop();
  const copy = `${dataDir}-copy`;
  spawnSync("cp", ["-a", dataDir, copy]);
  const original = await embeddedPostgres({ dataDir });
  // What a copy of a running folder would have had: the same port, passwords and pid file.
  spawnSync("cp", ["-a", pidFile(), join(copy, "postgres", "data")]);
  const copied = await embeddedPostgres({ dataDir: copy });
  expect(copied.startedHere).toBe(true);
  await write(copied.ownerUrl, "copy only");
  expect(await kept(original.ownerUrl)).toEqual(["both"]);
  await Promise.all([original.stop(), copied.stop()]);
});

test("a setting that PostgreSQL refuses is quoted from its log", async () => {
  const server = await embeddedPostgres({ dataDir, durable });
  await server.stop();
  writeFileSync(join(pgdata(), "local.conf"), "shared_buffers = 'plenty'\n");
  expect(await sentenceOf(embeddedPostgres({ dataDir, durable }))).toMatch(
    /PostgreSQL could not start in .*invalid value for parameter "shared_buffers"/s,
  );
});
