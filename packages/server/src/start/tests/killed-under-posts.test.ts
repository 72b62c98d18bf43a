// The promise of the whole: a result that the API has acknowledged survives every kill of the server and of PostgreSQL,
// and a client that repeats what was not acknowledged records nothing twice.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { migrate } from "@iltizam/core/kernel";
import { postgresOf, type RunningProgram, runProgram, testFolder } from "@iltizam/testkit/bad-days";
import { withClient } from "@iltizam/testkit/database";
import { fillSmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { embeddedPostgres } from "../../postgres/index.ts";

const kills = 20;
const writers = 6;
const persons = 500;
const program = fileURLToPath(new URL("serve-for-real.ts", import.meta.url));

let folder: ReturnType<typeof testFolder>;
let ownerUrl: string;
beforeAll(async () => {
  folder = testFolder();
  const postgres = await embeddedPostgres({ dataDir: folder.path });
  ownerUrl = postgres.ownerUrl;
  await migrate({ ownerUrl });
  await fillSmallWorld(ownerUrl);
  await postgres.stop();
});
afterAll(() => folder.remove());

async function serve(port: string): Promise<{ server: RunningProgram; address: string }> {
  const args = [program, "--data", folder.path, "--port", port];
  const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(folder.path, "compiled") };
  const server = runProgram(process.execPath, args, { env });
  const [, address = ""] = await server.waitFor(/serves at (\S+)/);
  return { server, address };
}

interface Writing {
  readonly address: string;
  /** External ids that the API has acknowledged, in that order. */
  readonly acknowledged: string[];
  /** Answers that are neither an acknowledgement nor "not now". */
  readonly unexpected: unknown[];
  repeated: number;
  over: boolean;
}

/** A few hundred persons, so that repeats and overlaps are counted too. */
const documentOf = (number: number) => `Q${(number * 7919) % persons}X`;

/** Under two agreements. */
function resultNumbered(number: number) {
  return {
    ...{
      source: "anapec-si",
      externalId: `w-${number}`,
      commitment: number % 3 === 0 ? "AGR-2/1" : "AGR-1/1",
    },
    subject: { document: { number: documentOf(number) } },
    ...{ date: `2024-0${1 + (number % 9)}-15`, place: number % 2 === 0 ? "90.1.01" : "90.2.01" },
    ...{ sex: number % 2 === 0 ? "F" : "M", age: 20 + (number % 30) },
  };
}

/** Posts one result after the other; what is not acknowledged is posted again, as it was. */
async function write(writing: Writing, writer: number): Promise<void> {
  for (let number = writer; !writing.over; number += writers) {
    const body = JSON.stringify(resultNumbered(number));
    while (!(await isAcknowledged(writing, body))) {
      writing.repeated += 1;
      await sleep(30);
    }
    writing.acknowledged.push(`w-${number}`);
  }
}

async function isAcknowledged({ address, unexpected }: Writing, body: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/v1/results`, {
      ...{ method: "POST", body, headers: { "content-type": "application/json" } },
    });
    const told = await answer.json();
    if (answer.status !== 200 && answer.status !== 503) unexpected.push(told);
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Waits until so many more results were acknowledged: every kill falls into work. */
async function someMore({ acknowledged }: Writing, count: number): Promise<void> {
  const wanted = acknowledged.length + count;
  while (acknowledged.length < wanted) await sleep(5);
}

async function killAgainAndAgain(writing: Writing, first: RunningProgram): Promise<RunningProgram> {
  let server = first;
  const { port } = new URL(writing.address);
  for (let kill = 0; kill < kills; kill++) {
    await someMore(writing, 20 + Math.floor(Math.random() * 60));
    if (kill % 2 === 0) {
      server.kill("SIGKILL");
      await server.ended;
      ({ server } = await serve(port));
    } else {
      process.kill(postgresOf(folder.path)?.pid ?? 0, "SIGKILL");
    }
  }
  await someMore(writing, 100);
  return server;
}

async function factsThere() {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; facts: number }>(
      "select external_id as id, count(*)::int as facts from facts where source = 'anapec-si' group by 1",
    );
    const { rows: others } = await client.query<Record<string, unknown>>(
      `select (select count(*)::int from fact_entries) as entries,
              (select count(*)::int from journal where act = 'results.record') as recordings,
              (select count(*)::int from subjects) as persons,
              current_setting('fsync') || current_setting('synchronous_commit') as durable`,
    );
    return { facts: new Map(rows.map(({ id, facts }) => [id, facts])), ...others[0] };
  });
}

test(`${kills} kills of server and PostgreSQL under posts: nothing acknowledged is lost, nothing is doubled`, {
  timeout: 1_200_000,
}, async () => {
  const { server: first, address } = await serve("0");
  const writing: Writing = { address, acknowledged: [], unexpected: [], repeated: 0, over: false };
  const writes = Array.from({ length: writers }, (_, writer) => write(writing, writer));
  const server = await killAgainAndAgain(writing, first);
  writing.over = true;
  await Promise.all(writes);
  await vi.waitFor(async () => {
    expect(await (await fetch(`${address}/metrics`)).text()).toMatch(/^iltizam_unsealed_rows 0$/m);
  }, 120_000);
  const verified = await (await fetch(`${address}/api/v1/ledger/verification`)).json();
  const { facts, ...others } = await factsThere();
  server.kill("SIGTERM");
  expect(await server.ended).toBe(0);

  expect(writing.unexpected).toEqual([]);
  expect(writing.repeated).toBeGreaterThan(kills);
  expect(writing.acknowledged.filter((id) => !facts.has(id))).toEqual([]);
  expect([...facts].filter(([, count]) => count !== 1)).toEqual([]);
  const posted = writing.acknowledged.length;
  expect(others).toEqual({
    ...{ entries: 0, recordings: posted, durable: "onon" },
    // however unevenly the writers came forward
    persons: new Set(writing.acknowledged.map((id) => documentOf(Number(id.slice(2))))).size,
  });
  expect(verified).toMatchObject({ facts: posted, differences: [] });
  expect(verified.sealedRows).toBeGreaterThanOrEqual(2 * posted);
});
