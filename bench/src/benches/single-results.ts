// Single results over HTTP from 16 writers, durable, with all rules and the journal; beside the bare statements.
import { randomInt } from "node:crypto";
import pg from "pg";
import { atLeast, type Bench } from "../bench.ts";
import type { Stage } from "../stage/open-stage.ts";

const writers = 16;

const bench: Bench = {
  name: "writes",
  order: 9,
  run: async (stage, { quick }) => {
    const seconds = quick ? 4 : 15;
    const server = await stage.serve();
    try {
      const bare = await bareRate(stage, seconds);
      const http = await rate(seconds, () => Promise.resolve(() => postOne(server.address, stage)));
      return [
        atLeast(`single results over HTTP, ${writers} writers, durable`, http, 1000, "results/s"),
        atLeast(
          "the same, against the bare statement on 16 connections",
          (100 * http) / bare,
          40,
          "% of their rate",
        ),
      ];
    } finally {
      await server.close();
    }
  },
};
export default bench;

/** Runs the writers side by side and gives how many writes a second they finished together. */
async function rate(seconds: number, open: () => Promise<() => Promise<void>>): Promise<number> {
  const writes = await Promise.all(Array.from({ length: writers }, open));
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    writes.map(async (write) => {
      while (performance.now() < end) {
        await write();
        done++;
      }
    }),
  );
  return done / seconds;
}

let number = 0;

async function postOne(address: string, stage: Stage): Promise<void> {
  number++;
  const response = await fetch(`${address}/api/v1/results`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      commitment: `BENCH-${1 + (number % stage.size.agreements)}/1`,
      subject: { document: { number: `B${randomInt(1e9)}X${number}` } },
      date: `2024-0${1 + (number % 9)}-11`,
      place: `90.${number % 8}`,
      sex: number % 2 === 0 ? "F" : "M",
      ageBand: "25-34",
      milieu: "R",
      education: "3",
      claimed: 2,
      source: "bench-http",
      externalId: `H-${number}`,
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

/** The same statement without HTTP and without the act: what PostgreSQL alone does on 16 connections. */
async function bareRate(stage: Stage, seconds: number): Promise<number> {
  const clients: pg.Client[] = [];
  const open = async () => {
    const client = new pg.Client({ connectionString: stage.appUrl });
    await client.connect();
    await client.query("select set_config('iltizam.actor', 'bench', false)");
    clients.push(client);
    return async () => {
      number++;
      const values = [`BENCH-${1 + (number % stage.size.agreements)}/1`, `90.${number % 8}`, `B-${number}`];
      await client.query({ name: "record", text: bareRecord, values });
    };
  };
  const done = await rate(seconds, open);
  await Promise.all(clients.map((client) => client.end()));
  return done;
}

const bareRecord = `
  select fact_id from record_result(
    row($1, null, sha256(uuid_send(gen_random_uuid())) || uuid_send(gen_random_uuid()), null, null, '2024-05-11', $2, 'F', null, '25-34', '3', 'R',
        '{}', 1, 2, null, null, $3, null, null)::told_result,
    row('simulated', 'bare', 'results.record', 'bench', 'bench', now(), 1::smallint, null, '* any|{}')::recording,
    uuidv7(), uuidv7(), uuidv7(), gen_random_uuid())`;
