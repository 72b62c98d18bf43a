// The product's import of a generated file beside the same rules written by hand as one SQL script, on two fresh durable
// databases of one server: node bench/src/import/compare-imports.ts [ROWS] [--only product|hand].
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { migrate, systemClock } from "@iltizam/core/kernel";
import { openKeys } from "@iltizam/core/people";
import { ensurePostgres, grantInside, openDataDir } from "@iltizam/server/postgres";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import {
  benchCommitments,
  benchPlaces,
  type Planted,
  writeResultsCsv,
} from "../data/generate-results-csv.ts";
import { makeImportWorld } from "./make-world.ts";

const agreements = 100;
const each = 20;
const copyStatement = `copy sent (commitment, fact_date, document_type, document_number, sex, birth_date, education, milieu,
  place, segments, quantity, evidence, evidence_reference, external_id, note) from stdin with (format csv, header)`;

export interface ImportFigures {
  readonly rows: number;
  readonly planted: Planted;
  readonly product: {
    seconds: number;
    peakMegabytes: number;
    timings: { stage: string; milliseconds: number }[];
  };
  readonly byHandSeconds: number;
  /** Cells of the kept totals that a recount of the product's facts contradicts. */
  readonly differing: number;
  /** Nodes whose counts differ between the two databases. */
  readonly otherwise: number;
}

/** Imports a file of so many rows both ways and compares what was counted. */
export async function compareImports(rows: number, tell: (text: string) => void): Promise<ImportFigures> {
  const folder = await mkdtemp(join(process.env.ILTIZAM_BENCH_DIR ?? tmpdir(), "iltizam-import-"));
  const postgres = await ensurePostgres({ dataDir: openDataDir(folder), onMessage: tell });
  try {
    const path = join(folder, "results.csv");
    const commitments = benchCommitments(agreements, each);
    const planted = await writeResultsCsv(path, {
      rows,
      seed: 2021,
      commitments,
      places: benchPlaces,
      oneIn: 20,
    });
    tell(`${rows} rows written, ${planted.repeats} repeats and ${planted.overlaps} overlaps among them`);
    await migrate({ ownerUrl: postgres.ownerUrl });
    await withOwner(postgres.ownerUrl, (client) => makeImportWorld(client, agreements, each));
    const keys = await openKeys(join(folder, "keys.json"), systemClock);
    const lookup = keys.generations.get(keys.current)?.lookup ?? Buffer.alloc(32);
    const handUrl = await copyDatabase(postgres, "by_hand");
    const product = await runProduct(postgres.appUrl, folder, path);
    tell(`the product: ${product.seconds.toFixed(1)} s, ${product.peakMegabytes} MB`);
    const byHandSeconds = await runByHand(handUrl, path, lookup);
    tell(`by hand: ${byHandSeconds.toFixed(1)} s`);
    return {
      ...{ rows, planted, product, byHandSeconds },
      differing: await withOwner(postgres.ownerUrl, countDiffering),
      otherwise: await countOtherwise(postgres.ownerUrl, handUrl),
    };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function withOwner<Result>(url: string, act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select set_config('iltizam.actor', 'bench', false)");
    return await act(client);
  } finally {
    await client.end();
  }
}

/** A second database with the same world. */
async function copyDatabase(
  postgres: { readonly ownerUrl: string; readonly superuserUrl?: string | undefined },
  name: string,
): Promise<string> {
  const { superuserUrl = "", ownerUrl } = postgres;
  const template = new URL(ownerUrl).pathname.slice(1);
  await withOwner(superuserUrl, async (client) => {
    await client.query(`create database ${name} template ${template} owner iltizam_owner`);
  });
  await grantInside(superuserUrl, name);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const asSuperuser = new URL(superuserUrl);
  asSuperuser.pathname = `/${name}`;
  await withOwner(asSuperuser.href, (client) => client.query("create extension if not exists pgcrypto"));
  return asSuperuser.href;
}

async function runProduct(appUrl: string, folder: string, path: string): Promise<ImportFigures["product"]> {
  const script = fileURLToPath(new URL("run-import.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, appUrl, folder, path], {
    maxBuffer: 1 << 24,
  });
  const told = JSON.parse(stdout) as ImportFigures["product"] & { recorded: boolean; findings: number };
  if (!told.recorded || told.findings > 0)
    throw new Error(`the import recorded nothing: ${stdout.slice(0, 500)}`);
  return told;
}

/** One transaction: the file is copied as it is, everything else is the script. */
async function runByHand(url: string, path: string, lookup: Buffer): Promise<number> {
  const script = await readFile(new URL("by-hand.sql", import.meta.url), "utf8");
  const [staging = "", rules = ""] = script.split("-- copy the file here");
  return withOwner(url, async (client) => {
    const start = performance.now();
    await client.query("begin");
    await client.query("select set_config('bench.lookup', $1, true)", [lookup.toString("hex")]);
    await client.query(staging);
    await pipeline(createReadStream(path), client.query(copyFrom(copyStatement)));
    await client.query(rules);
    await client.query("commit");
    return (performance.now() - start) / 1000;
  });
}

async function countDiffering(client: pg.Client): Promise<number> {
  await client.query("begin");
  const { rows } = await client.query<{ count: string }>("select count(*) from totals_that_differ()");
  await client.query("rollback");
  return Number(rows[0]?.count);
}

/** Compares the counts of both databases, node by node. */
async function countOtherwise(one: string, other: string): Promise<number> {
  const read = (url: string) =>
    withOwner(url, async (client) => {
      const { rows } = await client.query<{ key: string; counts: string }>(`
        select node || ' ' || span || ' ' || year as key,
               array[sum(total), sum(overlapping), sum(sex_f), sum(age_25_34), sum(milieu_r), sum(edu_3), sum(month_05)]::text as counts
        from node_totals group by node, span, year having sum(total) <> 0`);
      return new Map(rows.map(({ key, counts }) => [key, counts]));
    });
  const [first, second] = [await read(one), await read(other)];
  const keys = new Set([...first.keys(), ...second.keys()]);
  return [...keys].filter((key) => first.get(key) !== second.get(key)).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = Number(process.argv[2] ?? 100_000);
  const figures = await compareImports(rows, (text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
