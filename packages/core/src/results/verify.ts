// `verify`: applies the counting rule to all facts from nothing and compares with the kept totals; recomputes every
// sealed row and the chain of blocks; names what differs (ledger.md §3.6, §4).
import { sql } from "kysely";
import { z } from "zod";
import { type Context, type Db, defineQuery, nameActor, onlyRow, rows } from "../kernel/index.ts";

const difference = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("total"),
    /** The agreement's or commitment's reference, or the territory's code. */
    node: z.string(),
    span: z.string(),
    year: z.int(),
    indicator: z.string(),
    version: z.int(),
    evidence: z.int(),
    /** The count that differs: `total`, one of the margins, or a population segment. */
    margin: z.string(),
    kept: z.int(),
    recounted: z.int(),
  }),
  z.object({
    kind: z.literal("block"),
    block: z.int(),
    /** Of the row in the block, from 1; null when the block itself is at fault. */
    place: z.int().nullable(),
    row: z.enum(["fact", "entry", "merge", "journal"]).nullable(),
    id: z.uuid().nullable(),
    problem: z.enum(["row_changed", "row_missing", "block_changed", "chain_broken"]),
  }),
]);
export type Difference = z.infer<typeof difference>;

export const verified = z.object({
  facts: z.int(),
  blocks: z.int(),
  sealedRows: z.int(),
  /** Persons erased on decision: their facts are counted, their sealed hashes stand in for what is gone. */
  erased: z.int(),
  /** The first thousand. */
  differences: z.array(difference),
});

const limit = 1000;

interface Share {
  readonly totals: string[];
  readonly segments: string[];
}

const shares = 3;

/**
 * Every total recounted, the subjects in shares on a few connections at once, all of which see the ledger as it was at
 * one moment, whatever is posted meanwhile.
 */
function readTotals(ctx: Context): Promise<Difference[]> {
  return ctx.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      await nameActor(tx, ctx.actor, "results.verify_ledger");
      const { moment } = await onlyRow(tx, sql<{ moment: string }>`select pg_export_snapshot() as moment`);
      const others = Array.from({ length: shares - 1 }, (_, share) => shareAt(ctx, moment, share));
      const [told] = await Promise.all([Promise.all(others), recountShare(tx, shares - 1)]);
      for (const { totals, segments } of told)
        await sql`select join_shares(${totals}::text[], ${segments}::text[])`.execute(tx);
      return readDifferences(tx);
    });
}

function shareAt(ctx: Context, moment: string, share: number): Promise<Share> {
  return ctx.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      await sql`set transaction snapshot ${sql.lit(moment)}`.execute(tx);
      await nameActor(tx, ctx.actor, "results.verify_ledger");
      return onlyRow(
        tx,
        sql<Share>`
          select coalesce(totals, '{}') as totals, coalesce(segments, '{}') as segments
          from recounted_share(${share}, ${shares})`,
      );
    });
}

async function recountShare(tx: Db, share: number): Promise<void> {
  await sql`select recount_everything(${share}, ${shares})`.execute(tx);
}

function readDifferences(tx: Db): Promise<Difference[]> {
  return rows(
    tx,
    sql<Difference>`
      select 'total' as kind, coalesce(a.reference, ca.reference || '/' || c.number, t.code, d.node::text) as node,
             d.span, d.year, d.indicator, d.version, d.evidence, d.margin, coalesce(d.kept, 0) as kept,
             coalesce(d.recounted, 0) as recounted
      from kept_beside_recounted() d
      left join agreements a on a.id = d.node
      left join commitments c on c.id = d.node left join agreements ca on ca.id = c.agreement_id
      left join territories t on t.id = d.node
      limit ${limit}`,
  );
}

const rowsAtOnce = 100_000;
const connections = 3;

/** Every block in stretches, on a few connections at once: sealed rows never change, so each may be read when it comes. */
async function readBlocks(ctx: Context): Promise<Difference[]> {
  const stretches = await rows(
    ctx.db,
    sql<{ first: number; last: number }>`
      select min(number) as first, max(number) as last
      from (select number, sum(cardinality(row_ids)) over (order by number) / ${rowsAtOnce}::int as stretch from blocks) b
      group by stretch order by 1`,
  );
  const found: Difference[] = [];
  const work = async () => {
    for (let one = stretches.shift(); one !== undefined; one = stretches.shift()) {
      found.push(...(await readStretch(ctx.db, one.first, one.last)));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return found.sort((a, b) => (a.kind === "block" && b.kind === "block" ? a.block - b.block : 0));
}

function readStretch(db: Db, first: number, last: number): Promise<Difference[]> {
  return rows(
    db,
    sql<Difference>`
      select 'block' as kind, block, place, id, problem,
             case kind when 'F' then 'fact' when 'E' then 'entry' when 'M' then 'merge' when 'J' then 'journal' end as row
      from blocks_that_differ(${first}, ${last}) limit ${limit}`,
  );
}

function readSizes(tx: Db): Promise<Omit<z.infer<typeof verified>, "differences">> {
  return onlyRow(
    tx,
    sql<Omit<z.infer<typeof verified>, "differences">>`
      select facts, blocks, sealed_rows as "sealedRows", erased from ledger_sizes()`,
  );
}

/** Recounts and recomputes everything, on a few connections at once. Nothing differs, if the ledger is right. */
export const verify = defineQuery({
  name: "results.verify_ledger",
  permission: "ledger.verify",
  input: z.object({}),
  output: verified,
  async run(ctx) {
    const [totals, blocks, sizes] = await Promise.all([readTotals(ctx), readBlocks(ctx), readSizes(ctx.tx)]);
    return { ...sizes, differences: [...totals, ...blocks].slice(0, limit) };
  },
});
