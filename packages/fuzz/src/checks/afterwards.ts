// When all has been sent: the ledger is whole, every row is explained, the server is there and has not grown.
import { verify } from "@iltizam/core/results";
import type pg from "pg";
import type { Finding } from "../finding.ts";
import type { House } from "../house/open-house.ts";
import { type Rights, type RowsBefore, unexplainedRows, unlawfulActs } from "./check-rows.ts";

interface Seen {
  readonly client: pg.Client;
  readonly before: RowsBefore;
  readonly rights: Rights;
  /** The server's memory before the run. */
  readonly early: NodeJS.MemoryUsage;
}

/** Bytes that the server may hold more after a run than before it: queries prepared, places of the caches. */
const growth = 96 * 1024 * 1024;

export async function afterwards(house: House, { client, before, rights, early }: Seen): Promise<Finding[]> {
  const { differences } = await verify(house.ctx, {});
  return [
    ...differences.map((difference) => `verify: ${JSON.stringify(difference)}`),
    ...(await unexplainedRows(client, before)),
    ...(await unlawfulActs(client, before, rights)),
    ...(await aliveAndWell(house, early)),
  ].map((fault) => ({ kind: "afterwards", where: "the house", fault, number: null, curl: "" }));
}

async function aliveAndWell({ server, address }: House, early: NodeJS.MemoryUsage): Promise<string[]> {
  if (!server.lives()) return ["the server is gone"];
  const faults: string[] = [];
  for (const path of ["/healthz", "/readyz", "/api/v1/me", "/"]) {
    const { status } = await fetch(address + path).catch(() => ({ status: 0 }));
    if (status !== 200) faults.push(`${path} answers ${status}`);
  }
  const held = (usage: NodeJS.MemoryUsage) => usage.heapUsed + usage.external;
  const grown = held(await server.memory()) - held(early);
  if (grown > growth) faults.push(`the server holds ${Math.round(grown / 1024 / 1024)} MiB more than before`);
  return faults;
}
