// What permissions and row-level security add to the standings of one agreement: the same question, asked in turn with
// them and without them (as the owner of the tables, outside a reading's transaction), in one run.
import {
  type Actor,
  type Context,
  createContext,
  folderFileStore,
  type Grant,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { standings } from "@iltizam/core/standings";
import { atMost, type Bench, type Figure, reported } from "../bench.ts";
import { median } from "../measure.ts";
import type { Stage } from "../stage/open-stage.ts";

const bench: Bench = {
  name: "seen-standings",
  order: 2,
  run: async (stage, { quick }) => {
    const places = await settleCompany(stage);
    const plain = openDatabase(seeingAll(stage.ownerUrl), { max: 2 });
    const guarded = openDatabase(stage.appUrl, { max: 2 });
    const files = folderFileStore(stage.dataDir);
    try {
      const without = createContext({ db: plain.db, actor: systemActor, files, transaction: plain.db });
      const figures: Figure[] = [];
      for (const [who, grant] of Object.entries(places)) {
        const guardedContext = createContext({ db: guarded.db, actor: actorOf(who, grant), files });
        figures.push(...(await compare(who, without, guardedContext, quick ? 100 : 500)));
      }
      return figures;
    } finally {
      await plain.close();
      await guarded.close();
    }
  },
};
export default bench;

const actorOf = (label: string, where: Omit<Grant, "permissions">): Actor => ({
  ...{ id: systemActor.id, kind: "user", label },
  grants: [{ permissions: ["standings.read", "agreements.read", "commitments.read"], ...where }],
});

/** The functions that check who asks are told, once a connection, that the owner of the tables sees everything. */
const seeingAll = (ownerUrl: string) =>
  `${ownerUrl}${ownerUrl.includes("?") ? "&" : "?"}options=${encodeURIComponent("-c iltizam.scopes=*|")}`;

/** A company that is party to five agreements, besides who sees everything and who sees a region. */
async function settleCompany(stage: Stage): Promise<Record<string, Omit<Grant, "permissions">>> {
  const client = await stage.connect();
  await client.query("select set_config('iltizam.actor', 'bench', false)");
  const company = "d0000000-0000-4000-8000-000000000002";
  await client.query(
    `insert into organisations (id, space, reference, kind, name, recorded_at)
     values ($1, 'simulated', 'BENCH-CO', 'company', 'Company', '2022-12-01') on conflict do nothing`,
    [company],
  );
  await client.query(
    `insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature)
     select gen_random_uuid(), id, space, $1, 'partner', 'Company' from agreements
     where reference in ('BENCH-1', 'BENCH-2', 'BENCH-3', 'BENCH-4', 'BENCH-5') on conflict do nothing`,
    [company],
  );
  const { rows } = await client.query<{ id: string }>("select id from territories where code = '90'");
  await client.query("analyze");
  await client.end();
  return {
    "who sees everything": {},
    "a regional council": { territory: rows[0]?.id ?? "" },
    "a company": { organisation: company },
  };
}

/** Asks in turn, so that whatever else the machine does falls on both. */
async function compare(who: string, without: Context, guarded: Context, times: number): Promise<Figure[]> {
  const taken = { without: [] as number[], guarded: [] as number[] };
  const ask = async (ctx: Context, number: number, into: number[]) => {
    const before = performance.now();
    const found = await standings(ctx, { agreement: `BENCH-${1 + (number % 5)}`, space: "simulated" });
    into.push(performance.now() - before);
    if (found.length < 20) throw new Error(`${who} sees ${found.length} rows`);
  };
  for (let n = 0; n < times + 20; n++) {
    const kept = n >= 20;
    await ask(without, n, kept ? taken.without : []);
    await ask(guarded, n, kept ? taken.guarded : []);
  }
  const [bare, seen] = [median(taken.without), median(taken.guarded)];
  return [
    reported(`standings of one agreement, without permissions and row-level security, median`, bare, "ms"),
    atMost(`what they add for ${who}, median`, seen - bare, 1, "ms"),
  ];
}
