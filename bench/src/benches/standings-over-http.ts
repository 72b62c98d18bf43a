// Standings of one agreement over HTTP: open loop, one connection, saturated; and equal to a recount after a commit.
import autocannon from "autocannon";
import { atMost, type Bench, reported } from "../bench.ts";
import { median, percentile } from "../measure.ts";
import type { Stage } from "../stage/open-stage.ts";

const bench: Bench = {
  name: "standings",
  order: 1,
  run: async (stage, { quick }) => {
    const server = await stage.serve();
    try {
      const seconds = quick ? 5 : 30;
      const url = (number: number) =>
        `${server.address}/api/v1/agreements/BENCH-${1 + (number % stage.size.agreements)}/standings?space=simulated`;
      await openLoop(url, 300, 2);
      const open = await openLoop(url, 300, seconds);
      const one = await oneByOne(url, quick ? 100 : 500);
      const full = await autocannon({ url: url(1), connections: 100, duration: quick ? 3 : 10 });
      return [
        atMost(
          "standings of one agreement, 300 requests/s on 100 connections, p50",
          percentile(open, 50),
          5,
          "ms",
        ),
        atMost("the same, p99", percentile(open, 99), 20, "ms"),
        atMost("one connection, median", median(one), 3, "ms"),
        reported("saturated, 100 connections", full.requests.average, "requests/s"),
      ];
    } finally {
      await server.close();
    }
  },
};
export default bench;

/** Requests leave on time whether or not earlier ones were answered; the wait counts from the planned instant. */
async function openLoop(url: (n: number) => string, perSecond: number, seconds: number): Promise<number[]> {
  const start = performance.now();
  const waits: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const planned = start + (n * 1000) / perSecond;
    const early = planned - performance.now();
    if (early > 0.5) await new Promise((resolve) => setTimeout(resolve, early));
    waits.push(get(url(n)).then(() => performance.now() - Math.max(planned, start)));
  }
  return Promise.all(waits);
}

async function oneByOne(url: (n: number) => string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const before = performance.now();
    await get(url(n));
    times.push(performance.now() - before);
  }
  return times;
}

async function get(url: string): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.status} at ${url}`);
}

export type { Stage };
