// The table of ledger.md §1: a row a commitment, and a row for each node above that was asked for.
import { z } from "zod";
import { dayOf, defineQuery, elapsedShare, keyText, plainDate, space } from "../kernel/index.ts";
import { type AskedNode, askedNode } from "./asked-node.ts";
import { countedNodes, type NodeCounts } from "./counted-nodes.ts";
import { aboveTarget, countedInMoreThanOne, nothingCounted, remainingOf, stateOf } from "./model.ts";
import { type Promised, promised } from "./promised.ts";
import { type StandingRow, standingRow } from "./rows.ts";

const input = z.object({
  agreement: keyText.optional(),
  region: keyText.optional(),
  asOf: plainDate.optional(),
  knownOn: plainDate.optional(),
  space: space.optional(),
});

/** Standings of all promises, of one agreement with everything below it, or of one territory. */
export const standings = defineQuery({
  name: "standings.table",
  permission: "standings.read",
  scope: "somewhere",
  input,
  output: z.array(standingRow),
  run: async (ctx, asked) => {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const node = await askedNode(ctx.tx, asked, asked.knownOn ?? today);
    const promises = await promised(ctx.tx, {
      space: asked.space ?? null,
      agreements: node?.kind === "agreement" ? node.subtree : null,
      territoryId: node?.kind === "territory" ? node.id : null,
      asOf: asked.asOf ?? today,
      knownOn: asked.knownOn ?? today,
      timeZone: ctx.timeZone,
    });
    const ids = promises.map((promise) => promise.id);
    const counts = await countedNodes(ctx, ids, node, asked);
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

type RowWithoutView = Omit<StandingRow, "asOf" | "knownOn">;

/** The standing of one commitment on a day. */
export function commitmentRow(promise: Promised, counted: NodeCounts, day: string): RowWithoutView {
  const counts = counted.of(promise.id, promise.indicator);
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
  counts: NodeCounts,
): RowWithoutView[] {
  return counts.indicatorsOf(node.id).map((indicator) => {
    const own = counts.of(node.id, indicator);
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
