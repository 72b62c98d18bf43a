// An edition's content: the figures with what is hidden left out, and the words around them.
import type { ActContext, QueryContext, Space } from "../kernel/index.ts";
import { type CountLine, type Days, dimensions, type NodeCounts } from "./counts.ts";
import { cellKey, linePlace, nodePlace, stateKey } from "./edition-cells.ts";
import type { GatheredEdition, GatheredPromise } from "./gather-edition.ts";
import type { Breakdowns, EditionContent, EditionKind, EditionPromise, EditionTogether } from "./model.ts";
import { editionFormat } from "./model.ts";
import type { Hiding } from "./protect.ts";
import { indicatorWords, regionNames } from "./read-around.ts";

/** What an edition is, beside its figures. */
export interface EditionHead {
  readonly number: number;
  readonly kind: EditionKind;
  readonly title: string | null;
  readonly space: Space;
  readonly days: Days;
  readonly madeOn: string;
  readonly threshold: number;
  readonly supersedes: number | null;
}

type Figures = Pick<EditionTogether, "realised" | "proven" | "breakdowns">;

/** A node's figures as they are told. A node of things hides nothing. */
function toldOf(node: NodeCounts, hiding: Hiding): Figures {
  const tell = (measure: "T" | "P", place: string, value: number) =>
    hiding.has(cellKey(measure, place)) ? null : value;
  const told = (place: string, { realised, proven }: Pick<NodeCounts, "realised" | "proven">) => ({
    realised: tell("T", place, realised),
    proven: tell("P", place, proven),
  });
  const lineOf = (line: CountLine) => ({
    code: line.code,
    ...told(linePlace(node, line.dimension, line.code), line),
  });
  const breakdowns = Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      node.lines.filter((line) => line.dimension === dimension).map(lineOf),
    ]),
  ) as unknown as Breakdowns;
  return { ...told(nodePlace(node), node), breakdowns };
}

const nothing: Figures = { realised: 0, proven: 0, breakdowns: { sex: [], year: [], region: [] } };

function promiseOf(
  { row, beside }: GatheredPromise,
  node: NodeCounts | undefined,
  hiding: Hiding,
): EditionPromise {
  return {
    reference: row.node,
    agreement: row.agreement ?? "",
    kind: row.kind ?? "result",
    wording: row.wording ?? "",
    indicator: row.indicator,
    unit: row.unit,
    ...{ territory: beside.territory, region: beside.region, owner: beside.owner },
    ...{ period: row.period, deadline: row.deadline, elapsed: row.elapsed },
    announced: row.announced.map(({ value, countsAs, passage, source, adopted }) => ({
      ...{ value, indicator: countsAs, passage, source, adopted },
    })),
    signed: row.signed,
    declared: row.declared,
    declaredBy: beside.declaredBy,
    ...(node === undefined ? nothing : toldOf(node, hiding)),
    verified: { by: null, levels: beside.levels, matchedWith: beside.matchedWith },
    state: hiding.has(stateKey(row.node)) ? null : row.state,
    comments: beside.comments,
  };
}

function togetherOf(node: NodeCounts, promises: readonly EditionPromise[], hiding: Hiding): EditionTogether {
  const own = promises.filter(({ indicator }) => indicator === node.indicator);
  const figures = toldOf(node, hiding);
  const counts = [figures.realised, ...own.map(({ realised }) => realised)];
  const sum = own.reduce((total, { realised }) => total + (realised ?? 0), 0);
  return {
    indicator: node.indicator,
    promises: own.length,
    ...figures,
    inMoreThanOne: counts.includes(null) ? null : sum - (figures.realised ?? 0),
  };
}

/** @param whole the name of the node of all promises together */
export async function makeContent(
  ctx: ActContext | QueryContext,
  head: EditionHead,
  { agreements, promises: gathered, nodes }: GatheredEdition,
  whole: string,
  hiding: Hiding,
): Promise<EditionContent> {
  const { days, ...said } = head;
  const nodeOf = new Map(nodes.map((node) => [nodePlace(node), node]));
  const promises = gathered.map(({ row, beside }) => {
    const node = nodeOf.get(nodePlace({ node: row.node, indicator: row.indicator ?? "" }));
    const lead = agreements.get(row.agreement ?? "")?.lead ?? null;
    const promise = promiseOf({ row, beside }, node, hiding);
    return { ...promise, verified: { ...promise.verified, by: beside.levels.length > 0 ? lead : null } };
  });
  const own = new Set(promises.map(({ agreement }) => agreement));
  const codes = nodes.flatMap(({ lines }) =>
    lines.filter(({ dimension }) => dimension === "region").map(({ code }) => code),
  );
  const regions = [...codes, ...promises.flatMap(({ region }) => region ?? [])];
  const indicators = promises.flatMap(({ indicator }) => indicator ?? []);
  return {
    ...{ format: editionFormat, ...said, asOf: days.asOf, knownOn: days.knownOn },
    indicators: await indicatorWords(ctx.tx, indicators, days.asOf),
    regions: await regionNames(ctx.tx, head.space, regions),
    agreements: [...agreements.values()].filter(({ reference }) => own.has(reference)),
    promises,
    together: nodes.filter(({ node }) => node === whole).map((node) => togetherOf(node, promises, hiding)),
  };
}
