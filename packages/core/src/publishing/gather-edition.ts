// Everything that an edition could say, before anything of it is hidden.
import { signedStates } from "../agreements/index.ts";
import type { ActContext, QueryContext, Space } from "../kernel/index.ts";
import { type StandingRow, standings } from "../standings/index.ts";
import { countsOfPromises, type Days, type NodeCounts } from "./counts.ts";
import type { StateBound } from "./edition-cells.ts";
import type { EditionAgreement, EditionChoice } from "./model.ts";
import { agreementsOn, type Beside, besidePromises, publishedDocuments } from "./read-around.ts";

export interface GatheredPromise {
  readonly row: StandingRow;
  readonly beside: Beside;
}

export interface GatheredEdition {
  readonly agreements: ReadonlyMap<string, EditionAgreement>;
  readonly promises: readonly GatheredPromise[];
  readonly nodes: readonly NodeCounts[];
  readonly states: readonly StateBound[];
}

/** By its text or by a report. */
const isSigned = (state: string) => signedStates.some((one) => one === state);

/**
 * The promises of signed agreements, and those that a published text announced, as they stood and were known on the days;
 * of an extract those that were chosen. What is still being prepared between partners is theirs.
 */
export async function gatherEdition(
  ctx: ActContext | QueryContext,
  space: Space,
  days: Days,
  choice: EditionChoice,
): Promise<GatheredEdition> {
  const { asOf, knownOn } = days;
  const all = await standings(ctx, { space, asOf, knownOn });
  const agreements = await agreementsOn(ctx.tx, space, days);
  const documents = await publishedDocuments(
    ctx.tx,
    all.flatMap(({ announced }) => announced.map(({ documentId }) => documentId)),
  );
  const candidates = all
    .map((row) => ({
      ...row,
      announced: row.announced.filter(({ documentId }) => documents.has(documentId)),
    }))
    .filter((row) => {
      const agreement = agreements.get(row.agreement ?? "");
      return agreement !== undefined && (isSigned(agreement.state) || row.announced.length > 0);
    });
  const around = await besidePromises(ctx.tx, idsOf(candidates), days);
  const promises = candidates
    .flatMap((row) => {
      const beside = around.get(row.node);
      return beside === undefined ? [] : [{ row, beside }];
    })
    .filter((one) => isChosen(one, choice));
  const rows = promises.map(({ row }) => row);
  const nodes = await countsOfPromises(ctx.tx, idsOf(rows), days);
  return { agreements, promises, nodes, states: rows.flatMap((row) => boundOf(row, asOf)) };
}

const idsOf = (rows: readonly StandingRow[]) => rows.map(({ nodeId }) => nodeId);

function isChosen(
  { row, beside }: GatheredPromise,
  { agreements, region, indicator }: EditionChoice,
): boolean {
  return (
    (agreements === undefined || agreements.includes(row.agreement ?? "")) &&
    (region === undefined || beside.region === region) &&
    (indicator === undefined || row.indicator === indicator)
  );
}

/**
 * What the state of a promise says of its proven count.
 * @example signed 10, half of the period gone, late: proven 4 at most.
 */
export function boundOf(
  { node, indicator, state, signed, elapsed, deadline }: StandingRow,
  day: string,
): StateBound[] {
  const { current } = signed;
  if (indicator === null || current === null || state === null || state === "no_evidence") return [];
  const says = (low: number | null, high: number | null) => [{ node, indicator, low, high }];
  if (state === "reached") return says(current, null);
  // The product may lie a hair above a whole number that it is.
  const share = (elapsed ?? 0) * current - 1e-6;
  if (state === "late" && deadline !== null && day <= deadline) return says(null, Math.ceil(share) - 1);
  if (state === "on_time") return says(Math.ceil(share), current - 1);
  return says(null, current - 1);
}
