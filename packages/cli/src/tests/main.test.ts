// The dispatcher, as a person or a script meets it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { testFolder } from "@iltizam/testkit/bad-days";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Io } from "../command.ts";
import { commandNames, loadCommand, nearestName } from "../list-commands.ts";
import { progress } from "../progress.ts";
import { table } from "../table.ts";
import { runHere } from "./in-this-process.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const { PATH } = process.env;

function iltizam(args: string[], env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, [main, ...args], { encoding: "utf8", env: { PATH, ...env } });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

test("--help lists every command with its line", async () => {
  const { code, out } = iltizam(["--help"]);
  expect(code).toBe(0);
  for (const name of commandNames()) {
    const { summary } = await loadCommand(name);
    expect(out).toContain(`  ${name.padEnd(12)}${summary}`);
  }
});

test("every command carries the name of its file, and says how it is used", async () => {
  for (const name of commandNames()) {
    const command = await loadCommand(name);
    expect(command.name).toBe(name);
    expect(command.usage).toMatch(new RegExp(`^iltizam ${name}\\b`));
  }
});

test("no command at all shows the list and is bad use", async () => {
  expect(iltizam([])).toMatchObject({ code: 2, out: (await runHere(["--help"])).out });
});

test("an unknown command names the nearest one", () => {
  const { code, err } = iltizam(["strat"]);
  expect(code).toBe(2);
  expect(err).toMatch(/^There is no command “strat”\. Did you mean “start”\? The commands: .*\bmigrate\b/);
  expect(nearestName("xyzzy", commandNames())).toBeUndefined();
});

test("an unknown option shows the usage", async () => {
  const { code, err } = await runHere(["start", "--prot", "1"]);
  expect(code).toBe(2);
  expect(err).toContain("Unknown option '--prot'");
  expect(err).toContain((await loadCommand("start")).usage);
});

test("a port that is none is bad use", async () => {
  const { code, err } = await runHere(["start", "--port", "eighty"]);
  expect({ code, err }).toEqual({
    code: 2,
    err: "--port eighty is no port: give a whole number from 0 (any free one) to 65535.\n",
  });
});

describe("the database of a command", () => {
  let folder: ReturnType<typeof testFolder>;
  beforeAll(() => {
    folder = testFolder();
  });
  afterAll(() => folder.remove());

  test("is made, migrated and stopped; the second time there is nothing to do", async () => {
    const first = await runHere(["migrate", "--data", `${folder.path}/data`]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/kernel\/0001_kernel\.sql\n(.*\n)*\d+ migrations applied\.\n$/);
    expect(await runHere(["migrate", "--data", `${folder.path}/data`])).toEqual({
      code: 0,
      out: "The database is up to date.\n",
      err: "",
    });
  });

  test("is the one of DATABASE_URL where that is set", async () => {
    const database = await createTestDatabase();
    const { code, out } = await runHere(["migrate"], {
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
    });
    expect({ code, out }).toEqual({ code: 0, out: "The database is up to date.\n" });
    await database.drop();
  });

  test("a refusal is a sentence, without a stack", () => {
    const { code, out, err } = iltizam(["migrate"], {
      DATABASE_URL: "postgresql://me:secret@127.0.0.1:9/office",
    });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(
      /^The PostgreSQL of DATABASE_URL \(127\.0\.0\.1:9, database office\) cannot be used: .*\n$/,
    );
  });
});

test("a table has a dash where nothing is known", () => {
  const drawn = table(
    [
      { title: "Agreement", cell: (row: { reference: string }) => row.reference },
      { title: "Proven", align: "right", cell: () => undefined },
    ],
    [{ reference: "RBK-EMP-2018" }],
  );
  expect(drawn).toContain("│ RBK-EMP-2018 │      – │");
});

test("no progress bar where nobody watches", () => {
  const said: string[] = [];
  const io: Io = {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    terminal: false,
    columns: 80,
  };
  const bar = progress(io, "rows", 10);
  bar.update(5);
  bar.end();
  expect(said).toEqual([]);
});
