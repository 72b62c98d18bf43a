// Single results over HTTP from 16 writers, durable, with all rules and the journal; beside the bare statements.
import { randomUUID } from "node:crypto";
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
          "the same, against the bare statements on 16 connections",
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
      subject: { id: randomUUID() },
      date: `2024-0${1 + (number % 9)}-11`,
      place: `90.${number % 8}`,
      sex: number % 2 === 0 ? "F" : "M",
      ageBand: "25-34",
      milieu: "R",
      education: "3",
      evidence: 2,
      source: "bench-http",
      externalId: `H-${number}`,
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

/** The same rows by the statements alone: a fact, its journal row and its counters, without rules, in one commit. */
async function bareRate(stage: Stage, seconds: number): Promise<number> {
  const clients: pg.Client[] = [];
  const open = async () => {
    const client = new pg.Client({ connectionString: stage.ownerUrl });
    await client.connect();
    await client.query("select set_config('iltizam.actor', 'bench', false)");
    clients.push(client);
    return async () => {
      number++;
      await client.query("begin");
      await client.query({ name: "journal", text: bareJournal, values: [] });
      await client.query({
        name: "fact",
        text: bareFact,
        values: [`BENCH-${1 + (number % stage.size.agreements)}`],
      });
      await client.query("commit");
    };
  };
  const done = await rate(seconds, open);
  await Promise.all(clients.map((client) => client.end()));
  return done;
}

const bareJournal = `
  insert into journal (id, at, actor, actor_label, act, object_kind, object_id)
  values (uuidv7(), now(), 'bench', 'bench', 'bench', 'fact', 'x')`;

const bareFact = `
  with fact as (
    insert into facts (id, subject_id, indicator, indicator_version, fact_date, commitment_id, space, sex, age_band,
                       milieu, education, claimed, source, row_key, content_key, recorded_by, recorded_at, journal_id)
    select uuidv7(), gen_random_uuid(), 'placements', 1, '2026-12-01', c.id, 'simulated', 'F', '25-34', 'R', '3', 1,
           'bare', sha256(uuid_send(gen_random_uuid())), '', 'bench', now(), gen_random_uuid()
    from commitments c join agreements a on a.id = c.agreement_id where a.reference = $1 and c.number = 1
    returning commitment_id
  )
  update node_totals t set total = total where t.node = (select commitment_id from fact) and t.stripe = 0`;
