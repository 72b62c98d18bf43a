// Importing as a person meets it: a process of its own, its output, its exit code; and what is left when it is killed.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { foldWord, openSheet } from "@iltizam/core/sheets";
import { withClient } from "@iltizam/testkit/database";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importPage, importPageFile } from "../import-page.ts";
import { loadImportSheets } from "../import-sheets.ts";
import { runHere } from "./in-this-process.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "iltizam-cli-import-"));
const sheets = await loadImportSheets();
let world: SmallWorld;
let env: NodeJS.ProcessEnv;
const elsewhere = process.cwd();
beforeAll(async () => {
  process.chdir(folder);
  mkdirSync(join(folder, "files"));
  world = await makeSmallWorld(join(folder, "files"));
  const { ownerUrl, appUrl } = world.database;
  env = { PATH: process.env.PATH, LANG: "C", DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl };
});
afterAll(async () => {
  process.chdir(elsewhere);
  await world.close();
  rmSync(folder, { recursive: true });
});

const iltizam = (...args: string[]) => runHere(args, env);
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const here = ["--data", folder, "--space", "simulated"];

const headings = "commitment,date,document_type,document_number,sex,place,external_id\n";
const commitments = ["AGR-1/1", "AGR-2/1", "AGR-3/1", "PROG-1/1"];
const resultRows = (count: number) =>
  headings +
  Array.from({ length: count }, (_, row) => {
    // One person in ten stands in two rows: half of them under the same commitment, half under another.
    const person = row % 10 === 9 ? row - 1 : row;
    const commitment = commitments[(row % 20 === 19 ? row - 1 : row) % commitments.length];
    const day = `2024-${String(1 + (row % 12)).padStart(2, "0")}-15`;
    return `${commitment},${day},passport,P${100_000 + person},F,90.1,row ${row}\n`;
  }).join("");

async function counts() {
  return withClient(world.database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ facts: number; imports: number; subjects: number; total: number }>(`
      select (select count(*)::int from facts) as facts, (select count(*)::int from imports) as imports,
             (select count(*)::int from subjects) as subjects,
             (select coalesce(sum(total), 0)::int from node_totals) as total`);
    return rows[0];
  });
}

describe("every sheet", () => {
  test("is found by listing the folders", () => {
    expect(sheets.map(({ sheet }) => sheet.kind)).toEqual([
      "organisations",
      "agreements",
      "commitments",
      "results",
      "declarations",
      "contributions",
    ]);
  });

  test.each(sheets.map(({ sheet }) => [sheet.kind, sheet] as const))(
    "%s: no two headings are alike",
    (_, sheet) => {
      const names = sheet.columns.flatMap(({ key, heading }) => [
        ...new Set([key, heading.fr, heading.ar, heading.en].map(foldWord)),
      ]);
      expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    },
  );

  test.each(sheets.map(({ sheet }) => [sheet.kind, sheet] as const))(
    "%s: its template opens as an empty file",
    async (kind, sheet) => {
      const { code, out } = await iltizam("template", kind, "--out", `${kind}.xlsx`);
      expect(code).toBe(0);
      const opened = await openSheet(out.trim(), sheet);
      const rows = [];
      for await (const row of opened.rows()) rows.push(row);
      expect(rows).toEqual([]);
      expect(opened.findings.listed).toEqual([]);
      expect(opened.columns).toEqual(sheet.columns.map(({ key }) => key));
    },
  );

  test.each(sheets.map((one) => [one.sheet.kind, one] as const))(
    "%s: is refused to who has no right",
    async (kind, one) => {
      const opened = await openSheet(join(folder, `${kind}.xlsx`), one.sheet);
      const nobody = { ...world.ctx, actor: { ...world.ctx.actor, grants: [] } };
      await expect(one.run(nobody, { file: opened, space: "simulated" })).rejects.toThrow(
        /kernel.not_allowed/,
      );
    },
  );

  test("docs/formats/import.md lists every column (node packages/cli/src/import-page.ts writes it)", () => {
    expect(readFileSync(importPageFile, "utf8")).toBe(importPage(sheets.map(({ sheet }) => sheet)));
  });
});

describe("iltizam import", () => {
  test("bad use is a sentence and ends with 2", async () => {
    expect(await iltizam("import", "resultats", "x.csv")).toMatchObject({ code: 2, out: "" });
    expect((await iltizam("import", "resultats", "x.csv")).err).toMatch(/Did you mean “results”/);
    expect(await iltizam("import", "results", "nowhere.csv", ...here)).toMatchObject({ code: 2 });
    expect(await iltizam("template", "results", "--out", "taken.xlsx")).toMatchObject({ code: 0 });
    expect(await iltizam("template", "results", "--out", "taken.xlsx")).toMatchObject({ code: 2 });
  });

  test("a file at fault ends with 1, lists each fault, and records nothing", async () => {
    const before = await counts();
    const text = `${headings}AGR-1/1,2024-01-15,passport,P100,F,90.1,a\nAGR-9/1,15/01/24,passport,P200,F,90.1,b\n`;
    const { code, out } = await iltizam(
      "import",
      "results",
      file("fault.csv", text),
      "--source",
      "test-si",
      ...here,
    );
    expect(code).toBe(1);
    expect(out).toContain("Nothing is recorded of fault.csv: one row is refused");
    expect(out).toMatch(/3 │ date\s+│ 15\/01\/24 │ This date can be read in several ways/);
    expect(await counts()).toEqual(before);
  });

  test("a dry run tells as JSON what then happens, and ends with 0", async () => {
    const before = await counts();
    const name = file("few.csv", resultRows(200));
    const run = async (...more: string[]) => {
      const { code, out } = await iltizam(
        "import",
        "results",
        name,
        "--source",
        "test-si",
        "--json",
        ...here,
        ...more,
      );
      expect(code).toBe(0);
      const { added, unchanged, recorded, counts: moved } = JSON.parse(out);
      return { added, unchanged, recorded, moved };
    };
    const dry = await run("--dry-run");
    expect(await counts()).toEqual(before);
    expect(await run()).toEqual({ ...dry, recorded: true });
    expect(await run()).toEqual({ added: 0, unchanged: 200, recorded: false, moved: [] });
  });
});

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

describe("kill -9 in the middle", () => {
  const atWork = (client: Client, condition: string, ...values: string[]) =>
    client.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and application_name = 'iltizam' and ${condition}`,
      values,
    );

  /** Waits until nobody works in the database any more. */
  const untilQuiet = () =>
    withClient(world.database.appUrl, async (client) => {
      while ((await atWork(client, "state <> 'idle'")).rows.length > 0) await sleep(100);
    });

  /** Resolves once the import's connection is in a statement that begins so. */
  const untilDoing = (statement: string, isOver: () => boolean) =>
    withClient(world.database.appUrl, async (client) => {
      const isDoing = "state = 'active' and query ilike $1";
      while ((await atWork(client, isDoing, `%${statement}%`)).rows.length === 0) {
        if (isOver()) throw new Error(`the import ended and was never seen at ${statement}`);
        await sleep(10);
      }
    });

  test.each(["copy incoming", "post_incoming"])(
    "while PostgreSQL is at %s: the rows are as before",
    async (statement) => {
      const before = await counts();
      const name = file("many.csv", resultRows(20_000));
      const args = [main, "import", "results", name, "--source", "killed-si", ...here];
      await withClient(world.database.ownerUrl, async (client) => {
        // what it posts waits here: however quick it is, it is found there
        await client.query("begin; lock table facts in share mode");
        const child = spawn(process.execPath, args, { env, cwd: folder, stdio: "ignore" });
        const ended = new Promise((done) => child.once("exit", (_, signal) => done(signal)));
        await untilDoing(statement, () => child.exitCode !== null);
        child.kill("SIGKILL");
        expect(await ended).toBe("SIGKILL");
        await client.query("rollback");
      });
      await untilQuiet();
      expect(await counts()).toEqual(before);
    },
  );

  test("afterwards the same file is recorded whole, and a recount agrees", async () => {
    const before = await counts();
    const name = file("fifty.csv", resultRows(50_000));
    const { code, out } = await iltizam(
      "import",
      "results",
      name,
      "--source",
      "killed-si",
      "--json",
      ...here,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ added: 50_000, refused: 0, recorded: true });
    expect((await counts())?.facts).toBe((before?.facts ?? 0) + 50_000);
    await withClient(world.database.ownerUrl, async (client) => {
      await client.query("begin; select set_config('iltizam.actor', 'test', true)");
      const { rows } = await client.query("select * from totals_that_differ()");
      expect(rows).toEqual([]);
      const { rows: twice } = await client.query(`
        select 1 from facts f join facts g on g.subject_id = f.subject_id and g.commitment_id = f.commitment_id
        where f.id < g.id and f.source = 'killed-si' limit 1`);
      expect(twice).toHaveLength(1);
    });
  });
});
