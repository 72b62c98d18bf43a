// Backup and restore as an administrator does them: real programs, two clusters, and a restore that is killed.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { systemClock } from "@iltizam/core/kernel";
import { keysText, makeKeys } from "@iltizam/core/people";
import { embeddedPostgres } from "@iltizam/server/postgres";
import { runProgram, testFolder } from "@iltizam/testkit/bad-days";
import { withClient } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./in-this-process.ts";
import { startOn, stop } from "./start-program.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const { PATH, HOME } = process.env;
const folder = testFolder();
const path = (name: string) => join(folder.path, name);
const file = path("whole.iltizam");

const iltizam = (...args: string[]) => runHere(args);

const journalRows = 60_000;

/** The whole demo, and a long journal, so that a restore takes a while. */
beforeAll(async () => {
  const server = await embeddedPostgres({ dataDir: path("first") });
  try {
    expect(await iltizam("demo", "--data", path("first"))).toMatchObject({ code: 0 });
    await withClient(server.ownerUrl, (client) =>
      client.query(
        `begin; select set_config('iltizam.actor', 'test', true);
         insert into journal (id, at, actor, actor_label, act, object_kind, object_id, after)
         select uuidv7(), '2026-01-01', 'test', 'test', 'test.fill', 'test', n::text, '{"text":"0123456789"}'
         from generate_series(1, ${journalRows}) n;
         commit`,
      ),
    );
  } finally {
    await server.stop();
  }
  expect(await iltizam("backup", file, "--data", path("first"))).toMatchObject({ code: 0 });
});
afterAll(() => folder.remove());

test("the demo goes into an empty place only", async () => {
  const { code, err } = await iltizam("demo", "--data", path("first"));
  expect(code).toBe(2);
  expect(err).toContain("Something is recorded here already, and nothing was touched");
});

test("a backup says what it holds, is its owner's alone, and is never overwritten", async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = readFileSync(file);
  const again = await iltizam("backup", file, "--data", path("first"));
  expect(again).toMatchObject({ code: 2, out: "" });
  expect(again.err).toContain(`${file} exists already and is left as it is`);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect((await iltizam("backup", "--data", path("first"))).err).toContain("backup wants one FILE");
});

test("another cluster, whose transactions have lower numbers, restores it and works on", async () => {
  const { code, out, err } = await iltizam("restore", file, "--data", path("second"));
  expect(code).toBe(0);
  expect(err).toMatch(
    /^The backup holds persons under key generation 1: bring it back with “iltizam keys import FILE”\./m,
  );
  expect(out).toMatch(/^\d[\d,]+ rows are back, with \d+ files, as on /);
  expect(out).toContain("Totals: every one equals the recount");
  expect(out).toContain("Blocks: the chain is whole");
  const verified = JSON.parse((await iltizam("verify", "--json", "--data", path("second"))).out);
  expect(verified).toMatchObject({ differences: [] });
  // The rows that were sealed, and the journal row of the restore: each in one block.
  expect(verified.sealedRows).toBeGreaterThan(journalRows);
  for (const view of [[], ["--known-on", "2025-01-31"], ["--as-of", "2024-12-31"], ["--region", "90"]]) {
    const standings = async (place: string) =>
      (await iltizam("standings", "--json", "--data", path(place), ...view)).out;
    const before = await standings("first");
    expect(await standings("second")).toBe(before);
    expect(JSON.parse(before).length).toBeGreaterThan(1);
  }
  const occupied = await iltizam("restore", file, "--data", path("second"));
  expect(occupied).toMatchObject({ code: 2, out: "" });
  expect(occupied.err).toContain("Something is recorded here already");
});

test("a file that is cut short leaves not even a data folder", async () => {
  const cut = path("cut.iltizam");
  writeFileSync(cut, readFileSync(file).subarray(0, 100_000));
  const { code, err } = await iltizam("restore", cut, "--data", path("never"));
  expect({ code, err }).toEqual({
    code: 2,
    err: `${cut} is cut short, and nothing was restored: take another copy of the backup.\n`,
  });
  expect(existsSync(path("never"))).toBe(false);
});

test("nobody restores under a running server", async () => {
  const running = startOn(path("served"));
  await running.waitFor(/serves at/);
  const { code, err } = await iltizam("restore", file, "--data", path("served"));
  expect(code).toBe(2);
  expect(err).toMatch(/^Iltizam runs on .*served: stop it first\./);
  await stop(running);
});

describe("a restore that is killed", () => {
  const data = path("killed");

  const moments = {
    "while it makes the tables": "select from pg_namespace where nspname = 'iltizam_restoring'",
    "in the middle of the rows": "select from pg_stat_progress_copy where tuples_processed > 1000",
  };

  /** Kills a restore with -9 as soon as the question has a row. */
  async function killWhen(question: string): Promise<void> {
    const server = await embeddedPostgres({ dataDir: data });
    try {
      const restoring = runProgram(process.execPath, [main, "restore", file, "--data", data], {
        env: { PATH, HOME },
      });
      await withClient(server.ownerUrl, async (client) => {
        while ((await client.query(question)).rowCount === 0) await sleep(5);
      });
      restoring.kill("SIGKILL");
      expect(await restoring.ended).toBe(-1);
    } finally {
      await server.stop();
    }
  }

  test.each(Object.entries(moments))("%s leaves a place that says so", async (_, question) => {
    await killWhen(question);
    const { code, out, err } = await iltizam("standings", "--data", data);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^A restore was interrupted here, and what is here is not complete/);
  });

  test("is refused by every other program, and begun anew by the next restore", async () => {
    const start = startOn(data);
    expect(await start.ended).toBe(2);
    expect(start.printed()).toContain("A restore was interrupted here");
    const { code, err } = await iltizam("migrate", "--data", data);
    expect([code, err]).toEqual([2, expect.stringMatching(/^A restore was interrupted here/)]);
    expect((await iltizam("backup", path("no.iltizam"), "--data", data)).code).toBe(2);
    expect(existsSync(path("no.iltizam"))).toBe(false);
    expect(await iltizam("restore", file, "--data", data)).toMatchObject({ code: 0 });
    expect(JSON.parse((await iltizam("verify", "--json", "--data", data)).out)).toMatchObject({
      differences: [],
    });
  });
});

test("keys are exported once, imported where none are, and never replaced", async () => {
  const keys = path("keys.json");
  expect((await iltizam("keys", "export", keys, "--data", path("nowhere"))).err).toContain("keys.json");
  expect(await iltizam("keys", "export", keys, "--data", path("first"))).toMatchObject({ code: 0 });
  expect(statSync(keys).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(keys, "utf8"))).toMatchObject({ format: "iltizam-keys/1" });
  expect((await iltizam("keys", "export", keys, "--data", path("first"))).code).toBe(2);
  expect(await iltizam("keys", "import", keys, "--data", path("third"))).toMatchObject({ code: 0, err: "" });
  expect((await iltizam("keys", "import", keys, "--data", path("third"))).code).toBe(0);
  expect(readFileSync(path("third/keys.json"), "utf8")).toBe(readFileSync(path("first/keys.json"), "utf8"));
  // The restored place has made none of its own.
  expect(existsSync(path("second/keys.json"))).toBe(false);
  expect(await iltizam("keys", "import", keys, "--data", path("second"))).toMatchObject({ code: 0, err: "" });
  writeFileSync(path("other.json"), keysText(makeKeys(systemClock)));
  const other = await iltizam("keys", "import", path("other.json"), "--data", path("second"));
  expect(other.code).toBe(2);
  expect(other.err).toContain("holds other keys");
  expect((await iltizam("keys", "remove", keys)).err).toContain("keys wants");
});
