// The table of ledger.md §1: a row a commitment, and a row for each node above that was asked for.
import { sql } from "kysely";
import { z } from "zod";
import {
  type Context,
  type Db,
  dayOf,
  dbOf,
  defineQuery,
  elapsedShare,
  firstRow,
  plainDate,
  rows,
  space,
} from "../kernel/index.ts";
import { type CountRow, countedOn, totalsNow } from "../results/index.ts";
import { standingsErrors } from "./errors.ts";
import {
  aboveTarget,
  type Counts,
  countedInMoreThanOne,
  countsOf,
  nothingCounted,
  remainingOf,
  stateOf,
} from "./model.ts";
import { type Promised, promised } from "./promised.ts";
import { type StandingRow, standingRow } from "./rows.ts";

const input = z.object({
  agreement: z.string().optional(),
  region: z.string().optional(),
  asOf: plainDate.optional(),
  knownOn: plainDate.optional(),
  space: space.optional(),
});

/** Standings of all promises, of one agreement with everything below it, or of one territory. */
export const standings = defineQuery({
  name: "standings.table",
  permission: "standings.read",
  input,
  output: z.array(standingRow),
  run: async (ctx, asked) => {
    const node = await askedNode(ctx.tx, asked);
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const promises = await promised(ctx.tx, {
      space: asked.space ?? null,
      agreementId: node?.kind === "agreement" ? node.id : null,
      territoryId: node?.kind === "territory" ? node.id : null,
      asOf: asked.asOf ?? today,
      knownOn: asked.knownOn ?? today,
      timeZone: ctx.timeZone,
    });
    const counts = await countedNodes(ctx, promises, node, asked);
    const view = { asOf: asked.asOf ?? null, knownOn: asked.knownOn ?? null };
    const list = promises.map((promise) => ({
      ...commitmentRow(promise, counts, asked.asOf ?? today),
      ...view,
    }));
    return node === null
      ? list
      : [...nodeRows(node, list, counts).map((row) => ({ ...row, ...view })), ...list];
  },
});

interface AskedNode {
  readonly kind: "agreement" | "territory";
  readonly id: string;
  readonly reference: string;
  readonly space: "real" | "simulated";
}

async function askedNode(db: Db, asked: z.output<typeof input>): Promise<AskedNode | null> {
  if (asked.agreement !== undefined) {
    const found = await firstRow(
      db,
      sql<AskedNode>`select 'agreement' as kind, id, reference, space from agreements where reference = ${asked.agreement}`,
    );
    if (!found) throw standingsErrors.agreement_unknown({ reference: asked.agreement });
    return found;
  }
  if (asked.region === undefined) return null;
  const found = await firstRow(
    db,
    sql<AskedNode>`
      select 'territory' as kind, id, scheme || ':' || code as reference, space from territories
      where code = ${asked.region} and kind <> 'commune' and (${asked.space ?? null}::text is null or space = ${asked.space ?? null})
      order by kind = 'region' desc limit 1`,
  );
  if (!found) throw standingsErrors.region_unknown({ code: asked.region });
  return found;
}

/** Counts by node id and indicator. */
type NodeCounts = (node: string, indicator: string | null) => Counts;

async function countedNodes(
  ctx: Context,
  promises: readonly Promised[],
  node: AskedNode | null,
  asked: z.output<typeof input>,
): Promise<NodeCounts & { indicatorsOf: (node: string) => string[] }> {
  const db = dbOf(ctx);
  const commitmentIds = promises.map((promise) => promise.id);
  const counted =
    asked.asOf === undefined && asked.knownOn === undefined
      ? await totalsNow(db, node ? [...commitmentIds, node.id] : commitmentIds)
      : await countedOn(db, {
          commitmentIds,
          agreementId: node?.kind === "agreement" ? node.id : undefined,
          asOf: asked.asOf ?? null,
          knownOn: asked.knownOn ?? null,
          timeZone: ctx.timeZone,
        });
  return groupCounts(counted, await proofLevels(db));
}

async function proofLevels(db: Db): Promise<Map<string, number>> {
  const found = await rows(
    db,
    sql<{ indicator: string; version: number; level: number }>`
      select indicator, version, proof_level as level from indicator_versions`,
  );
  return new Map(found.map((row) => [`${row.indicator} ${row.version}`, row.level]));
}

function groupCounts(counted: readonly CountedPartAt[], levels: ReadonlyMap<string, number>) {
  const groups = Map.groupBy(counted, (row) => `${row.node} ${row.indicator}`);
  const byKey = new Map(
    [...groups].map(([key, parts]) => {
      const indicator = parts[0]?.indicator ?? "";
      return [key, countsOf(parts, (version) => levels.get(`${indicator} ${version}`) ?? 2)];
    }),
  );
  const counts: NodeCounts = (node, indicator) => byKey.get(`${node} ${indicator}`) ?? nothingCounted;
  const indicatorsOf = (node: string) => [
    ...new Set(counted.filter((row) => row.node === node).map((row) => row.indicator)),
  ];
  return Object.assign(counts, { indicatorsOf });
}

type CountedPartAt = Pick<CountRow, "node" | "indicator" | "version" | "evidence" | "total" | "overlapping">;

type RowWithoutView = Omit<StandingRow, "asOf" | "knownOn">;

function commitmentRow(promise: Promised, countsOfNode: NodeCounts, day: string): RowWithoutView {
  const counts = countsOfNode(promise.id, promise.indicator);
  const period = { from: promise.periodFrom, to: promise.periodTo };
  const signed = promise.current;
  return {
    agreement: promise.agreement,
    agreementId: promise.agreementId,
    node: promise.reference,
    nodeId: promise.id,
    commitment: promise.reference,
    kind: promise.kind === "best_efforts" ? "best_efforts" : "result",
    draft: promise.state === "draft",
    wording: promise.wording,
    indicator: promise.indicator,
    version: promise.version,
    unit: promise.unit,
    population: promise.populations,
    territory: promise.territory,
    period,
    deadline: promise.deadline,
    announced: promise.announced,
    signed: { original: promise.original, current: signed },
    declared: promise.declared,
    ...counts,
    remaining: remainingOf(signed, counts),
    aboveTarget: aboveTarget(signed, counts.realised),
    children: null,
    state: stateOf({ ...promise, signed }, counts, day),
    elapsed: elapsedShare({ from: promise.periodFrom, to: promise.deadline }, day),
    space: promise.space,
  };
}

function nodeRows(
  node: AskedNode,
  commitments: readonly RowWithoutView[],
  counts: NodeCounts & { indicatorsOf: (node: string) => string[] },
): RowWithoutView[] {
  return counts.indicatorsOf(node.id).map((indicator) => {
    const own = counts(node.id, indicator);
    const below = commitments.filter((row) => row.indicator === indicator);
    const realised = below.map((row) => row.realised);
    return {
      ...emptyNodeRow(node, indicator, below[0]?.unit ?? null),
      ...own,
      children: {
        realised: realised.reduce((sum, count) => sum + count, 0),
        proven: below.reduce((sum, row) => sum + row.proven, 0),
        countedInMoreThanOne: countedInMoreThanOne(realised, own.realised),
      },
    };
  });
}

function emptyNodeRow(node: AskedNode, indicator: string, unit: string | null): RowWithoutView {
  return {
    agreement: node.kind === "agreement" ? node.reference : null,
    agreementId: node.kind === "agreement" ? node.id : null,
    node: node.reference,
    nodeId: node.id,
    commitment: null,
    kind: null,
    draft: false,
    wording: null,
    indicator,
    version: null,
    unit,
    population: [],
    territory: node.kind === "territory" ? node.reference : null,
    period: { from: null, to: null },
    deadline: null,
    announced: [],
    signed: { original: null, current: null },
    declared: null,
    ...nothingCounted,
    remaining: { realised: null, proven: null },
    aboveTarget: null,
    children: null,
    state: null,
    elapsed: null,
    space: node.space,
  };
}
